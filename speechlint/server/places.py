"""What stands at a place of a draft."""

from __future__ import annotations

from bisect import bisect_right

from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document, Paragraph


def paragraph_at(document: Document, offset: int) -> Paragraph | None:
    """Return the paragraph that an offset stands in."""
    starts = document.view(_starts)
    at = bisect_right(starts, offset) - 1
    if at < 0 or offset > document.paragraphs[at].span.end:
        return None
    return document.paragraphs[at]


def paragraphs_in(document: Document, span: Span) -> Iterator[Paragraph]:
    """Yield the paragraphs that touch a span."""
    starts = document.view(_starts)
    first = max(bisect_right(starts, span.start) - 1, 0)
    for paragraph in document.paragraphs[first : bisect_right(starts, span.end)]:
        if paragraph.span.end >= span.start:
            yield paragraph


def touches(span: Span, offset: int) -> bool:
    """Say whether a cursor at an offset is on the span, or at its edge."""
    return span.start <= offset <= span.end


def _starts(document: Document) -> tuple[int, ...]:
    return tuple(paragraph.span.start for paragraph in document.paragraphs)
