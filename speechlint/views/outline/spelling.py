"""Markers with another number: what they would say, and the fix that makes them say it."""

from __future__ import annotations

from speechlint import numerals
from speechlint.diagnostic import Edit, Fix
from speechlint.views.outline.reading import sign

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.views.outline import Item, Listing

_WORDS = ("首先", "其次", "再次")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def text_of(item: Item) -> str:
    """Return a marker as it stands."""
    return item.paragraph.text[item.mark.span.start : item.mark.span.end]


def respelled(item: Item, number: int) -> str:
    """Return the marker with another number in the place of its own."""
    mark = item.mark
    text = item.paragraph.text
    figure = text[mark.figure.start : mark.figure.end]
    before, after = text[mark.span.start : mark.figure.start], text[mark.figure.end : mark.span.end]
    return before + figure_of(figure, number) + after


def figure_of(old: str, number: int) -> str:
    """Return a number in the figures that `old` is written in."""
    if old in _WORDS:
        return _WORDS[number - 1] if number <= len(_WORDS) else "最后"
    if signs := sign(old):
        return chr(ord(signs[0]) + number - 1)
    if old in _STEMS:
        return _STEMS[number - 1]
    if old[0].isdigit():
        plain = str(number)
        return plain if old[0].isascii() else plain.translate(_FULL_WIDTH)
    return numerals.spell(number)


def renumbered(listing: Listing, start: Item) -> Fix | None:
    """Return the fix that gives every item from `start` on its right number.

    None where an item belongs elsewhere, or a marker cannot be rewritten in its place.
    """
    at = listing.items.index(start)
    if not all(listing.numbers):
        return None
    edits = list(_edits(listing.items[at:], listing.numbers[at:]))
    if not edits or any(edit is None for edit in edits):
        return None
    whole = tuple(edit for edit in edits if edit is not None)
    first = respelled(start, listing.numbers[at])
    title = f"改为“{first}”" if len(whole) == 1 else f"从“{first}”起依次重排 {len(whole)} 个序号"
    return Fix(title, whole)


def _edits(items: Sequence[Item], numbers: Sequence[int]) -> list[Edit | None]:
    edits: list[Edit | None] = []
    for item, number in zip(items, numbers, strict=True):
        if item.mark.number == number:
            continue
        figure, paragraph = item.mark.figure, item.paragraph
        old = paragraph.text[figure.start : figure.end]
        if number > _highest(old) or paragraph.torn(figure):
            edits.append(None)
        else:
            edits.append(Edit(paragraph.locate(figure), figure_of(old, number)))
    return edits


def _highest(figure: str) -> int:
    """Return the highest number that can be written in such figures."""
    if signs := sign(figure):
        return signs[1]
    return len(_STEMS) if figure in _STEMS else len(_WORDS) if figure in _WORDS else 99
