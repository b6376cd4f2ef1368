"""Word files (.docx, ISO/IEC 29500): what their reader sees, as a text with a map back.

Standard library only, so that it runs wherever Python does.
"""

from __future__ import annotations

from bisect import bisect_right

from speechlint.diagnostic import Applicability
from speechlint.document import Document
from speechlint.markup import Block as Region
from speechlint.markup import Markup
from speechlint.regexes import regex
from speechlint.sources.docx.numbering import Numbering
from speechlint.sources.docx.package import Package
from speechlint.sources.docx.story import Block, Piece, Reader
from speechlint.sources.docx.styles import Styles
from speechlint.text import LineIndex, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.diagnostic import Diagnostic

_NOTES = ("footnotes", "endnotes")
_MARGINS = ("header", "footer")
_PAGE = r"[\d第共页/·\s‐-―－-]+"  # what a program wrote that knows no fields for them: — 3 —


class Draft:
    """A Word file that was read: its document, and where each character of it stands.

    A line of the document's text is a paragraph, or a part of one where it holds a soft
    break. Raise ReadError where the bytes are no .docx.
    """

    def __init__(self, data: bytes) -> None:
        self.package = Package(data)
        self.blocks = tuple(_read(self.package))
        self.starts: list[int] = []
        at = 0
        for block in self.blocks:
            self.starts.append(at)
            at += len(block.text) + 1
        text = "\n".join(block.text for block in self.blocks)
        ends = [*(start - 1 for start in self.starts[1:]), len(text)]
        spans = [Span(s, e) for s, e in zip(self.starts, ends, strict=False)]
        self.paragraphs = tuple(spans)
        regions = tuple(
            Region(span, "table", apart=True)
            for span, block in zip(spans, self.blocks, strict=True)
            if block.story != "body"
        )
        index = LineIndex(text, spans or [Span(0, 0)])
        self.document = Document(text, Markup(text, regions) if regions else None, index)

    def limited(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return diagnostics whose fixes can be applied inside runs; the others are shown only."""
        from speechlint.sources.docx.editing import editable

        return [
            d._replace(fix=d.fix._replace(applicability=Applicability.DISPLAY))
            if d.fix and not all(editable(self, edit) for edit in d.fix.edits)
            else d
            for d in diagnostics
        ]

    def block_at(self, offset: int) -> tuple[Block, int]:
        """Return the block in which an offset of the document lies, and the offset in it."""
        number = bisect_right(self.starts, offset) - 1
        return self.blocks[number], offset - self.starts[number]

    def pieces(self, span: Span) -> Iterator[tuple[Piece, int, int]]:
        """Yield the pieces that a span covers, each with the part of it, in order."""
        first = max(bisect_right(self.starts, span.start) - 1, 0)
        for number in range(first, len(self.blocks)):
            start = self.starts[number]
            if start >= span.end:
                return
            for piece in self.blocks[number].pieces:
                begin = max(span.start - start - piece.at, 0)
                end = min(span.end - start - piece.at, len(piece.text))
                if begin < end:
                    yield piece, begin, end


def _read(package: Package) -> list[Block]:
    main = package.main
    root = package.tree(main)
    styles_part = package.related(main, "styles")
    numbering_part = package.related(main, "numbering")
    styles = Styles(package.tree(styles_part) if styles_part else None)
    numbers = Numbering(package.tree(numbering_part) if numbering_part else None, styles)
    reader = Reader(numbers, styles)
    if body := root.child("w:body"):
        reader.read(body, main, "body")
    seen: set[str] = set()
    for kind in (*_NOTES, *_MARGINS):
        for relation in package.relations(main):
            part = relation.target
            if relation.kind != kind or part in seen or part not in package:
                continue
            seen.add(part)
            tree = package.tree(part)
            notes = [node for node in tree.children if node.tag in ("w:footnote", "w:endnote")]
            for note in notes if kind in _NOTES else [tree]:
                if note.attrs.get("type", "normal") == "normal":  # not the line above them
                    reader.read(note, part, kind)
    return [b for b in reader.blocks if b.story not in _MARGINS or not _numbers(b)]


def _numbers(block: Block) -> bool:
    """Say whether a paragraph of a header or footer is a page number and nothing else."""
    return regex(_PAGE).fullmatch(block.text) is not None
