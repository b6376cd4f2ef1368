"""What tells one run's rules from another's."""

import pytest

from speechlint import compiled
from speechlint.api import Checking
from speechlint.corpus import question


def test_rules_that_the_build_wrote_are_those_of_the_rule_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    built = question.rules(Checking(), "a.txt")
    monkeypatch.setattr(compiled, "_compiled", lambda _root: None)

    assert question.rules(Checking(), "a.txt") == built
