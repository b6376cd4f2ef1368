"""What tells one run's rules from another's."""

from pathlib import Path

import pytest

from speechlint import api, compiled, packed, packs
from speechlint.api import Checking
from speechlint.corpus import question


def test_rules_that_the_build_wrote_are_those_of_the_rule_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    built = question.rules(Checking(), "a.txt")
    monkeypatch.setattr(packed, "made", lambda _name: None)
    monkeypatch.setattr(api, "builtin_rules", compiled.load)

    assert question.rules(Checking(), "a.txt") == built


def test_every_source_and_table_tells_programs_apart_and_nothing_that_the_build_writes() -> None:
    rules, code = Path(packs.builtin()), Path(compiled.__file__).parent
    tables = {path.name for path in rules.rglob("*") if path.suffix in (".toml", ".tsv", ".txt")}

    assert {Path(path).name for path in question._sources(str(rules))} == tables
    names = {Path(path).name for path in question._sources(str(code))}
    assert {"__init__.py", "compiled.py"} <= names
    assert not {"_words.txt"} & names
