"""Blanks that are drawn: masked years and masks, other characters, what a template left."""

from __future__ import annotations

from speechlint.regexes import any_of
from speechlint.views.blanks import masks, stand_ins, templates, years
from speechlint.views.blanks.words import MASKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.views.blanks.blank import Blank

_SIGNS = any_of((*years.SIGNS, *MASKS, *stand_ins.SIGNS, *templates.SIGNS))


def find(text: str) -> list[Blank]:
    """Return what is drawn in a text, not always in order; most texts hold no sign of it."""
    if not _SIGNS.search(text):
        return []
    found = list(years.find(text))
    dated = frozenset(at for year in found for at in range(*year.span))
    return [
        *found,
        *masks.find(text, dated),
        *stand_ins.find(text),
        *templates.find(text),
    ]
