"""Flag a text that someone before us decoded wrongly."""

from __future__ import annotations

from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document

_LOST = "\ufffd"


def check_document(document: Document) -> Iterator[Finding]:
    """Flag a text of which over one character in a hundred is lost."""
    if not document.wrecked:
        return
    text = document.text
    start = text.index(_LOST)
    end = len(text) - len(text[start:].lstrip(_LOST))
    yield Finding(Span(start, end), {"count": str(text.count(_LOST))})
