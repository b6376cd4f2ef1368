"""Values that vanished: what asks for a number, a date or a name, and has none.

“完成投资亿元”, “同比增长%”, “不到个月”, “第届”. A measure word alone proves nothing (有个项目,
近年): each kind of unit has its own grammar, in `units`, `measures`, `ordinals`, `dates`,
`hollow`. All are found by the character they begin with, in one pass over the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from speechlint.text import Span
from speechlint.views.blanks import dates, hollow, measures, ordinals, persons, units
from speechlint.views.blanks.blank import Blank, Kind
from speechlint.views.blanks.slot import Slot

if TYPE_CHECKING:
    from speechlint.lines import Role


def _first(*tests: Callable[[str, int], Slot | None]) -> Callable[[str, int], Slot | None]:
    """Join tests of the same character."""

    def test(text: str, at: int) -> Slot | None:
        for one in tests:
            if slot := one(text, at):
                return slot
        return None

    return test


_TESTS: dict[str, Callable[[str, int], Slot | None]] = {
    **measures.TESTS,
    **units.TESTS,
    **ordinals.TESTS,
    **dates.TESTS,
    **persons.TESTS,
    "次": _first(ordinals.sitting, measures.measure),
}


def find(text: str, role: Role) -> Iterator[Blank]:
    """Yield the places of a text where a value is missing, not always in order."""
    tests = _TESTS
    table = role.value == "table" or text.startswith("|")  # the head of a column has bare units
    for at, c in enumerate(text):
        if (test := tests.get(c)) and (slot := test(text, at)) and not (table and slot.unit):
            yield _blank(text, slot)
    for slot in hollow.find(text):
        yield _blank(text, slot)


def _blank(text: str, slot: Slot) -> Blank:
    word = text[slot.start : slot.end]
    return Blank(Span(slot.start, slot.end), Kind.VANISHED, word, word, slot.sure)
