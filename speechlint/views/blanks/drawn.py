"""Blanks that are drawn: masked years and masks, other characters, what a template left."""

from __future__ import annotations

from speechlint.regexes import any_of
from speechlint.views.blanks import masks, stand_ins, templates, years
from speechlint.views.blanks.words import MASKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.views.blanks.blank import Blank

_SIGNS = any_of((*years.SIGNS, *MASKS, *stand_ins.SIGNS, *templates.SIGNS))


def signs(text: str) -> set[str]:
    """Return the signs of a text, and their characters: a sign may stand inside another."""
    found = {match[0] for match in _SIGNS.finditer(text)}
    return found.union(*found)


def find(text: str) -> list[Blank]:
    """Return what is drawn in a text, not always in order; most texts hold no sign of it."""
    here = signs(text)
    if not here:
        return []
    found = [] if here.isdisjoint(years.SIGNS) else list(years.find(text))
    if not here.isdisjoint(MASKS):
        dated = frozenset(at for year in found for at in range(*year.span))
        found += masks.find(text, dated)
    return [*found, *stand_ins.find(text, here), *templates.find(text, here)]
