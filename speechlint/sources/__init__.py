"""Where a document comes from: plain text, Markdown, later Word.

Whoever read a file also knows how to write it.
"""

from __future__ import annotations

from speechlint.document import Document
from speechlint.reading import Decoded, decode
from speechlint.record import NamedTuple

MARKDOWN = (".md", ".markdown")
SUFFIXES = (".txt", *MARKDOWN)


class Source(NamedTuple):
    """A file that was read: its document, and how its bytes were written."""

    document: Document
    decoded: Decoded
    unit: str = "line"


def read(data: bytes, name: str) -> Source:
    """Read a file's bytes; `name` tells by its ending what is in it.

    Raise `reading.ReadError` where the bytes are no text.
    """
    decoded = decode(data)
    return Source(document(decoded.text, name), decoded)


def document(text: str, name: str = "") -> Document:
    """Return the document of a text that a file of this name holds."""
    if name.lower().endswith(MARKDOWN):
        from speechlint.sources import markdown

        return Document(text, markdown.scan(text))
    return Document(text)
