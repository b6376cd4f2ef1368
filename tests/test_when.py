"""What wakes a rule stands in all that its expressions match."""

import pytest

from speechlint import packs
from speechlint.rule import Rule
from tests import proofs

# Of these not all is proved: dots of different kinds, and a word that stands there again.
NOT_PROVED = ("punct.ellipsis", "text.counted")
RULES = [
    rule
    for rule in packs.load_packs(packs.builtin())
    if rule.checker == "pattern" and rule.when and rule.id not in NOT_PROVED
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_it_is_proved(rule: Rule) -> None:
    for pattern in packs.options_of(rule)["patterns"]:
        assert proofs.holds(pattern, rule.when), pattern
