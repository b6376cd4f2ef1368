"""What fixes make of a file: the documents that come of it one after the other, and its bytes."""

from __future__ import annotations

from speechlint import sources
from speechlint.diagnostic import Edit
from speechlint.errors import ReadError
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Protocol

    from speechlint.document import Document
    from speechlint.sources import Source
    from speechlint.sources.docx import Draft
    from speechlint.sources.docx.tracking import Track

    Change = tuple[int, int, str]  # put a text in the place of start to end

    class Rewriting(Protocol):
        """A file that is being changed."""

        def changed(self, document: Document, made: Sequence[Change]) -> Document:
            """Return the document that changes make of the file's own, or of one made so."""

        def source(self, document: Document) -> Source:
            """Return the file as it is with this document."""

        def data(self, document: Document) -> bytes:
            """Return its bytes then; raise ReadError."""


def begin(source: Source, data: bytes, name: str, track: Track | None = None) -> Rewriting:
    """Begin to change a file; raise ReadError where it cannot be written as it was read.

    In a Word file the changes are tracked if `track` says by whom.
    """
    if source.word:
        if name.lower().endswith(sources.OFFICE):
            raise ReadError(
                "旧格式（.doc、.wps）不能就地修改；请在 Word 或 WPS 里另存为 .docx 后再改"
            )
        return _Word(source, source.word, track)
    if source.decoded.encode(source.document.text) != data:
        raise ReadError("读出来再写回去，字节会和原来不同，不能自动修改；请先另存为 UTF-8")
    return _Text(source, name)


def changed(text: str, made: Iterable[Change]) -> str:
    """Return the text with the changes made; they are in order and do not overlap."""
    out: list[str] = []
    last = 0
    for start, end, replacement in made:
        out += [text[last:start], replacement]
        last = end
    return "".join(out) + text[last:]


class _Text:
    def __init__(self, source: Source, name: str) -> None:
        self._source = source
        self._name = name

    def changed(self, document: Document, made: Sequence[Change]) -> Document:
        return sources.document(changed(document.text, made), self._name)

    def source(self, document: Document) -> Source:
        return self._source._replace(document=document)

    def data(self, document: Document) -> bytes:
        return self._source.decoded.encode(document.text)


class _Word:
    """Each document is read from a file of its own: an edit moves what stands behind it."""

    def __init__(self, source: Source, draft: Draft, track: Track | None) -> None:
        self._source = source
        self._track = track
        self._drafts = {source.document: draft}

    def changed(self, document: Document, made: Sequence[Change]) -> Document:
        from speechlint.sources.docx import Draft
        from speechlint.sources.docx.editing import edited

        edits = [Edit(Span(start, end), new) for start, end, new in made]
        draft = Draft(edited(self._drafts[document], edits, self._track))
        if draft.document.text != changed(document.text, made):
            raise ReadError("改出来的和想要的不一样，没有改；请把这一行告诉开发者")
        self._drafts[draft.document] = draft
        return draft.document

    def source(self, document: Document) -> Source:
        return self._source._replace(document=document, word=self._drafts[document])

    def data(self, document: Document) -> bytes:
        return self._drafts[document].package.data
