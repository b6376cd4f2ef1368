"""Where one speech of a document ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.lines import Role

if TYPE_CHECKING:
    from speechlint.document import Document
    from speechlint.paragraph import Paragraph


def divide(document: Document) -> Iterator[tuple[Paragraph, ...]]:
    """Yield the paragraphs of each speech; a collection heading begins a new one."""
    borders = [line.span.start for line in document.lines if line.role is Role.COLLECTION]
    group: list[Paragraph] = []
    for paragraph in document.paragraphs:
        if borders and paragraph.span.start > borders[0]:
            while borders and paragraph.span.start > borders[0]:
                borders.pop(0)
            if group:
                yield tuple(group)
            group = []
        group.append(paragraph)
    if group:
        yield tuple(group)
