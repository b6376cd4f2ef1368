"""The compiled form of the rules is the rule files, read."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from speechlint import checkers, compiled, compiling, packs
from speechlint.lexicon import Table
from speechlint.options import OptionError, build


def run(source: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(source, names)  # noqa: S102 (our own output)
    return names


def use(monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    class Module:
        RULES = run(source)["RULES"]
        SIGNATURE = run(source)["SIGNATURE"]

    monkeypatch.setitem(__import__("sys").modules, "speechlint._rules", Module)
    monkeypatch.setattr("speechlint._rules", Module, raising=False)


def test_both_forms_are_equal(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, compiling.render(packs.builtin()))

    read = packs.load_packs(packs.builtin())
    assert compiled.load() == tuple(r._replace(options=frozen(packs.options_of(r))) for r in read)


def frozen(options: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(v) if isinstance(v, list) else v for name, v in options.items()}


def test_options_are_tested_by_the_build(tmp_path: Path) -> None:
    rules = tmp_path / "rules" / "word"
    rules.mkdir(parents=True)
    (rules / "pack.toml").write_text('title = "词"\nwhy = "试"\n', encoding="utf-8")
    text = Path(packs.builtin(), "word", "as-of.toml").read_text(encoding="utf-8")
    (rules / "as-of.toml").write_text(text.replace('"safe"', '"sure"'), encoding="utf-8")

    with pytest.raises(OptionError, match="选项 applicability 应是"):
        compiling.render(str(tmp_path / "rules"))


def test_what_the_build_tested_is_not_tested_again(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, compiling.render(packs.builtin()))

    for rule in compiled.load():
        options = packs.options_of(rule)
        assert build(checkers.load(rule.checker), options) == build(
            checkers.load(rule.checker), dict(options)
        )
        assert not any(isinstance(value, list) for value in options.values())


def test_compiled_rules_are_used_while_no_rule_file_has_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    use(monkeypatch, compiling.render(packs.builtin()))
    monkeypatch.setattr(packs, "load_packs", lambda _root: pytest.fail("read a rule file"))

    assert compiled.load()


def test_a_changed_table_counts_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pack = tmp_path / "rules" / "word"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text('title = "词"\nwhy = "试"\n', encoding="utf-8")
    text = Path(packs.builtin(), "word", "typo.toml").read_text(encoding="utf-8")
    (pack / "typo.toml").write_text(text, encoding="utf-8")
    (pack / "typo.tsv").write_text("甲\t乙\n", encoding="utf-8")
    monkeypatch.setattr(compiled, "folder", lambda: str(tmp_path / "rules"))
    use(monkeypatch, compiling.render(str(tmp_path / "rules")))
    assert [r.options["words"] for r in compiled.load()] == [{"甲": "乙"}]

    (pack / "typo.tsv").write_text("甲\t丙丁\n", encoding="utf-8")

    assert [packs.options_of(r)["words"] for r in compiled.load()] == [{"甲": "丙丁"}]


def test_a_changed_rule_file_counts_at_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pack = tmp_path / "rules" / "word"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text('title = "词"\nwhy = "试"\n', encoding="utf-8")
    rule = pack / "as-of.toml"
    text = Path(packs.builtin(), "word", "as-of.toml").read_text(encoding="utf-8")
    rule.write_text(text, encoding="utf-8")
    monkeypatch.setattr(compiled, "folder", lambda: str(tmp_path / "rules"))
    use(monkeypatch, compiling.render(str(tmp_path / "rules")))

    rule.write_text(text.replace('severity = "error"', 'severity = "info"'), encoding="utf-8")

    assert [r.severity.value for r in compiled.load()] == ["info"]


@pytest.mark.parametrize("odd", ["值", "两\n行", ""])
def test_a_long_table_says_the_same_in_its_order(odd: str) -> None:
    table = {**{f"词{n}": f"值{n}" for n in range(30, 0, -1)}, "又": odd}

    made = eval(repr(compiling._Table.of(table)))  # noqa: S307 (as Python reads `_rules.py`)

    assert [*made.items()] == [*table.items()]


def test_words_are_written_with_what_they_are_found_by() -> None:
    rules = {rule.id: rule for rule in compiled.load()}
    words = dict(packs.options_of(rules["word.typo"])["words"])

    made = compiling._Table.of(words, "substitution")

    assert isinstance(made, Table)
    assert made == words
    assert list(made.items()) == list(words.items())
    assert compiling._Table.of({**words, "丙": ""}, "substitution") == {**words, "丙": ""}
    assert not isinstance(compiling._Table.of(words, "pattern"), Table)
