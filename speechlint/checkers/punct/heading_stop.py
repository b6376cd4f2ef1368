"""Flag a heading that ends in a full stop where its brothers end in none, or the reverse."""

from __future__ import annotations

from speechlint.diagnostic import Related
from speechlint.rule import Finding
from speechlint.text import Span
from speechlint.views.outline import outline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Speech
    from speechlint.views.outline import Item

_LONGEST = 45  # characters: the longest of 7,000 numbered headings in published reports has 38
_STOPS = "。！？；：…"


def check_speech(speech: Speech) -> Iterator[Finding]:
    """Flag the rarer ending among the numbered headings of a list; of two, the one with a stop.

    A heading stands alone in its paragraph; brothers that run on into their text do not count.
    """
    for listing in speech.view(outline).listings:
        headings = [item for item in listing.items if _is_heading(item)]
        stopped = [item for item in headings if item.paragraph.text[-1] == "。"]
        bare = [item for item in headings if item.paragraph.text[-1] not in _STOPS]
        if stopped and bare:
            few = min(stopped, bare, key=len)
            yield _finding(few, bare if few is stopped else stopped)


def _is_heading(item: Item) -> bool:
    text = item.paragraph.text
    alone = item.mark.leads and len(text) <= _LONGEST
    return alone and not any(stop in text[item.mark.span.end : -1] for stop in _STOPS)


def _finding(few: Sequence[Item], most: Sequence[Item]) -> Finding:
    first, *rest = (_last(item) for item in few)
    usual = "有句号" if most[0].paragraph.text[-1] == "。" else "没有句号"
    related = [*(Related(span, "这里也是") for span in rest), Related(_last(most[0]), usual)]
    return Finding(first, {"usual": usual}, None, tuple(related))


def _last(item: Item) -> Span:
    size = len(item.paragraph.text)
    return item.paragraph.locate(Span(size - 1, size))
