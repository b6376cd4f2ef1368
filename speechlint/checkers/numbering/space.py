"""Flag stray spaces at markers."""

from __future__ import annotations

from speechlint.diagnostic import Applicability, Edit, Fix, Related
from speechlint.rule import Finding
from speechlint.text import Span
from speechlint.views.outline import outline
from speechlint.views.outline.spelling import text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from speechlint.document import Speech
    from speechlint.views.outline import Item

_BLANKS = (" ", "\u3000", "\u00a0")


def check_speech(speech: Speech) -> Iterator[Finding]:
    """Flag the space before a marker inside a line, or after one, that its brothers do not have.

    What is gathered is one slip of the hand: one finding a speech for each kind of marker.
    """
    after: dict[str, list[Item]] = {}
    before: dict[str, list[Item]] = {}
    for listing in speech.view(outline).listings:
        leading = any(item.mark.leads for item in listing.items[1:])
        for item in listing.items:
            if item.mark.kind == "#、" and item.mark.form == "#":
                continue  # the space stands for a mark: numbering.style
            after.setdefault(item.mark.kind, []).append(item)
            if not leading and not item.mark.leads:
                before.setdefault(item.mark.kind, []).append(item)
    for items in after.values():
        yield from _gathered(items, "后", _space_after)
    for items in before.values():
        yield from _gathered(items, "前", _space_before)


def _space_after(item: Item) -> Span:
    text, end = item.paragraph.text, item.mark.span.end
    while text.startswith(_BLANKS, end):
        end += 1
    return Span(item.mark.span.end, end)


def _space_before(item: Item) -> Span:
    text, start = item.paragraph.text, item.mark.span.start
    while text.endswith(_BLANKS, 0, start):
        start -= 1
    return Span(start, item.mark.span.start)


def _gathered(items: list[Item], side: str, space: Callable[[Item], Span]) -> Iterator[Finding]:
    spaces = [space(item) for item in items]
    spaced = [item for item, (start, end) in zip(items, spaces, strict=True) if start < end]
    if not spaced or len(spaced) == len(items):
        return
    related = tuple(Related(item.span, "同样多了空格") for item in spaced[1:])
    fix = None
    if not any(item.paragraph.torn(space(item)) for item in spaced):
        edits = tuple(Edit(item.paragraph.locate(space(item)), "") for item in spaced)
        fix = Fix("删去空格", edits, Applicability.SAFE)
    yield Finding(spaced[0].span, {"found": text_of(spaced[0]), "side": side}, fix, related)
