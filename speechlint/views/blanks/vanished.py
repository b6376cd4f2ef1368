"""Values that vanished: what asks for a number, a date or a name, and has none.

“完成投资亿元”, “同比增长%”, “不到个月”, “第届”. A measure word alone proves nothing (有个项目,
近年来): each kind of unit has its own grammar, in a module of its own. All are found by the
character they begin with, in one pass over the text.
"""

from __future__ import annotations

from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.blanks import (
    dates,
    hollow,
    large,
    measures,
    ordinals,
    persons,
    spans,
    units,
)
from speechlint.views.blanks.blank import Blank, Kind
from speechlint.views.blanks.slot import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.lines import Role
    from speechlint.views.blanks.slot import Slot

# After a digit there is nothing to ask of these.
_AMOUNTS = {**measures.TESTS, **units.TESTS, **large.TESTS}
_OTHERS = {**ordinals.TESTS, **dates.TESTS, **spans.TESTS, **persons.TESTS, **hollow.TESTS}
_TESTS = {**_AMOUNTS, **_OTHERS}


def _sorted(units: Iterable[str]) -> list[str]:
    return sorted(units, key=lambda unit: (-len(unit), unit))


def _no_digit_before(unit: str) -> str:
    # Asked for behind it: where an expression begins with a letter, the engine passes quickly
    # over what begins with none.
    return f"{unit}(?<![0-9]{'.' * len(unit)})"


_UNITS = "|".join(
    (*map(_no_digit_before, _sorted(_AMOUNTS.keys() - _OTHERS.keys())), *_sorted(_OTHERS))
)


def find(text: str, role: Role) -> Iterator[Blank]:
    """Yield the places of a text where a value is missing, not always in order."""
    table = role.value == "table" or text.startswith("|")  # the head of a column has bare units
    for match in regex(_UNITS).finditer(text):
        unit = match[0]
        slot = _TESTS[unit](Place(text, match.start(), unit))
        if slot and not (table and slot.unit):
            yield _blank(text, slot)
    for slot in hollow.find(text):
        yield _blank(text, slot)


def _blank(text: str, slot: Slot) -> Blank:
    word = text[slot.start : slot.end]
    return Blank(Span(slot.start, slot.end), Kind.VANISHED, word, word, slot.sure)
