"""Flag an item that is run into its elder's paragraph."""

from __future__ import annotations

from itertools import pairwise

from speechlint.diagnostic import Edit, Fix, Related
from speechlint.rule import Finding
from speechlint.text import Span, line_end
from speechlint.views.outline import is_chain, outline
from speechlint.views.outline.spelling import text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Speech
    from speechlint.views.outline import Item, Listing

_BLANKS = (" ", "\t", "\u3000", "\u00a0", "\r", "\n")


def check_speech(speech: Speech) -> Iterator[Finding]:
    """Flag an item inside a paragraph while most of its brothers begin one.

    一是 and its like may come up again in another paragraph, so they have to be in their elder's.

    A list that begins in the middle of a paragraph is in no such order to begin with.
    """
    for listing in speech.view(outline).listings:
        leading = [item for item in listing.items if item.mark.leads]
        inside = [item for item in listing.items[1:] if not item.mark.leads]
        if not inside or len(leading) <= len(inside) or not listing.items[0].mark.leads:
            continue
        related = tuple(Related(item.span, "另起一段的同级项") for item in leading)
        for elder, item in pairwise(listing.items):
            near = elder.place == item.place or not is_chain(listing.kind)
            if not item.mark.leads and elder.mark.leads and near:
                yield _finding(speech, listing, item, related)


def _finding(speech: Speech, listing: Listing, item: Item, related: tuple[Related, ...]) -> Finding:
    mark, paragraph = item.mark, item.paragraph
    start = mark.span.start
    while paragraph.text.endswith(_BLANKS, 0, start):
        start -= 1
    gap = Span(start, mark.span.start)
    fix = None
    if not paragraph.torn(Span(start, mark.span.end)):
        edit = Edit(paragraph.locate(gap), _break(speech, listing))
        fix = Fix(f"“{text_of(item)}”另起一段", (edit,))
    return Finding(item.span, {"found": text_of(item)}, fix, related)


def _break(speech: Speech, listing: Listing) -> str:
    """Return what parts the paragraphs of the list: a line end, blank lines, an indentation."""
    for item in listing.items[1:]:
        if item.mark.leads and item.place:
            before = speech.paragraphs[item.place - 1].span.end
            between = speech.document.text[before : item.paragraph.span.start]
            if between and not between.strip("".join(_BLANKS)):
                return between
    return line_end(speech.document.text)
