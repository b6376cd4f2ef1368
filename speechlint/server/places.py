"""What stands at a place of a draft."""

from __future__ import annotations

from bisect import bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.document import Document, Paragraph
    from speechlint.text import Span


def paragraph_at(document: Document, offset: int) -> Paragraph | None:
    """Return the paragraph that an offset stands in."""
    starts = document.view(_starts)
    at = bisect_right(starts, offset) - 1
    if at < 0 or offset > document.paragraphs[at].span.end:
        return None
    return document.paragraphs[at]


def touches(span: Span, offset: int) -> bool:
    """Say whether a cursor at an offset is on the span, or at its edge."""
    return span.start <= offset <= span.end


def _starts(document: Document) -> tuple[int, ...]:
    return tuple(paragraph.span.start for paragraph in document.paragraphs)
