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
from speechlint.views.blanks.slot import Place, uncounted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.lines import Role
    from speechlint.views.blanks.slot import Slot

_KINDS = (measures, units, large, ordinals, dates, spans, persons, hollow)
_TESTS = {unit: test for kind in _KINDS for unit, test in kind.TESTS.items()}
# Most of these words are no place where a value is missing, and of many the characters beside
# them tell: so each kind has a form, or units for which it is enough that no number stands before
# them, and the engine passes over the rest. No two begin alike.
_FORM = "|".join(
    (
        uncounted(*(kind.UNITS for kind in (measures, units, large, ordinals, dates))),
        *(kind.FORM for kind in (units, ordinals, dates, spans, persons, hollow)),
    )
)


def find(text: str, role: Role) -> Iterator[Blank]:
    """Yield the places of a text where a value is missing, not always in order."""
    table = role.value == "table" or text.startswith("|")  # the head of a column has bare units
    for match in regex(_FORM).finditer(text):
        unit = match[0]
        slot = _TESTS[unit](Place(text, match.start(), unit))
        if slot and not (table and slot.unit):
            yield _blank(text, slot)


def _blank(text: str, slot: Slot) -> Blank:
    word = text[slot.start : slot.end]
    return Blank(Span(slot.start, slot.end), Kind.VANISHED, word, word, slot.sure)
