"""Where a document comes from: plain text, Markdown, Word.

Whoever read a file also knows how to write it.
"""

from __future__ import annotations

from speechlint.document import Document
from speechlint.reading import Decoded, decode
from speechlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.memory import Memory
    from speechlint.sources.docx import Draft
    from speechlint.text import Span

MARKDOWN = (".md", ".markdown")
WORD = (".docx",)
OFFICE = (".doc", ".wps")  # read through an office program, where one is installed
SUFFIXES = (".txt", *MARKDOWN, *WORD)  # of the drafts in a folder


class Source(NamedTuple):
    """A file that was read: its document, and how its bytes were written.

    `unit` says what a position's line counts: "line", or "paragraph" for a Word file, which
    `word` then is.
    """

    document: Document
    decoded: Decoded
    unit: str = "line"
    word: Draft | None = None

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs of a Word file, in its document."""
        return self.word.paragraphs if self.word else ()


def read(data: bytes, name: str) -> Source:
    """Read a file's bytes; `name` tells by its ending what is in it.

    Raise `errors.ReadError` where the bytes are no text.
    """
    if name.lower().endswith((*WORD, *OFFICE)):
        from speechlint.sources import docx, office

        word = docx.Draft(office.converted(data) if name.lower().endswith(OFFICE) else data)
        return Source(word.document, Decoded(word.document.text, "utf-8"), "paragraph", word)
    decoded = decode(data)
    return Source(document(decoded.text, name), decoded)


def admit(name: str, size: int) -> None:
    """Raise ReadError for a file that is too large to be read at all."""
    if name.lower().endswith((*WORD, *OFFICE)):
        from speechlint.errors import ReadError
        from speechlint.sources.docx import package

        if size > package.LARGEST:
            raise ReadError(package.too_large(size))


def document(text: str, name: str = "", memory: Memory | None = None) -> Document:
    """Return the document of a text that a file of this name holds.

    `memory` is that of the last version of the same text, if there was one.
    """
    if name.lower().endswith(MARKDOWN):
        from speechlint.sources import markdown

        return Document(text, markdown.scan(text), memory=memory)
    return Document(text, memory=memory)
