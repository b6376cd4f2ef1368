"""Every rule's examples are its tests."""

import pytest

from speechlint import packs, selftest
from speechlint.packs import Example
from speechlint.rule import Rule

RULES = list(packs.load_packs(packs.builtin(), examples=True))
STABLE = [rule for rule in RULES if not rule.preview]
CASES = [
    pytest.param(rule, example, id=f"{rule.id}-{'bad' if example.spans else 'good'}{n}")
    for rule in RULES
    for n, example in enumerate(rule.examples, 1)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Example) -> None:
    assert list(selftest.failures(rule, example)) == []


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example_under_all_rules(rule: Rule, example: Example) -> None:
    assert list(selftest.clashes(STABLE, rule, example)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_says_what_is_good_and_what_is_bad(rule: Rule) -> None:
    assert {True, False} == {bool(example.spans) for example in rule.examples}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_bad_example_holds_a_literal_of_when(rule: Rule) -> None:
    for example in rule.examples:
        if rule.when and example.spans:
            assert any(word in example.text for word in rule.when)
