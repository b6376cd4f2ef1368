"""What a reader sees of a Word document, paragraph by paragraph, and where it stands.

The body comes first, a text box after the paragraph that holds it; notes, headers and
footers follow. What is deleted, hidden or worked out by Word itself is left out.
"""

from __future__ import annotations

from speechlint.record import NamedTuple
from speechlint.sources.docx.symbols import sign

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.sources.docx.numbering import Numbering
    from speechlint.sources.docx.styles import Styles
    from speechlint.sources.docx.tree import Node

# Deleted, moved away, a second telling for old programs, the reading above a character.
_UNSEEN = frozenset({"w:del", "w:moveFrom", "mc:Fallback", "w:rt", "w:rubyPr", "w:pPr", "w:rPr"})
_BREAKS = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-",
}  # fmt: skip
# Fields that say where things stand, and no prose.
_PAGES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "TOC", "INDEX"})
# Rows and cells of a table are looked through, as is whatever merely wraps paragraphs.
_WRAPPERS = frozenset({
    "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag",
    "mc:AlternateContent", "mc:Choice",
})  # fmt: skip


class Piece(NamedTuple):
    """Characters of a paragraph from `at` on. `node` holds them, None where nothing does.

    `frozen` says that Word will write them anew, or that they are no run's own: no edit lasts.
    """

    at: int
    text: str
    node: Node | None
    run: Node | None = None
    frozen: bool = False


class Block(NamedTuple):
    """A paragraph as it is read: its automatic number, then its text.

    `part` names the XML part it stands in, `story` what that is to the reader. `nodes` are the
    w:p that make it (more than one where a paragraph mark between them is deleted).
    """

    part: str
    story: str
    nodes: tuple[Node, ...]
    label: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


class Reader:
    """Reads the stories of a document; the order of the calls is that of the numbers."""

    def __init__(self, numbering: Numbering, styles: Styles) -> None:
        self._numbering = numbering
        self._styles = styles
        self.blocks: list[Block] = []

    def read(self, root: Node, part: str, story: str) -> None:
        """Read the paragraphs of a part, or of a note in it."""
        _Story(self, self._numbering, self._styles, part).blocks_in(root, story)


class _Field:
    """A field that has begun: its instruction, and whether its result has."""

    __slots__ = ("instruction", "result")

    def __init__(self) -> None:
        self.instruction = ""
        self.result = False

    @property
    def unseen(self) -> bool:
        return not self.result or _kind(self.instruction) in _PAGES


class _Story:
    """Reads one part. Fields and deleted paragraph marks reach from one paragraph to the next."""

    def __init__(self, reader: Reader, numbering: Numbering, styles: Styles, part: str) -> None:
        self._reader = reader
        self._numbering = numbering
        self._styles = styles
        self._part = part
        self._fields: list[_Field] = []
        self._simple = 0  # depth of fields that are one element
        self._pieces: list[Piece] = []
        self._length = 0
        self._nodes: list[Node] = []
        self._boxes: list[Node] = []

    def blocks_in(self, root: Node, story: str) -> None:
        for node in root.children:
            if node.tag == "w:p":
                self._paragraph(node, story)
            elif node.tag == "w:tbl":
                self.blocks_in(node, "table")
            elif (node.tag == "w:tr" and _deleted(node.child("w:trPr"))) or (
                node.tag == "w:sdt" and _contents(node)
            ):
                continue
            elif node.tag in _WRAPPERS:
                self.blocks_in(node, story)
        if self._nodes:  # the last mark was deleted, and nothing follows
            self._close("", story)

    def _paragraph(self, paragraph: Node, story: str) -> None:
        properties = paragraph.child("w:pPr")
        self._nodes.append(paragraph)
        for node in paragraph.children:
            self._inline(node, paragraph, None)
        mark = properties.child("w:rPr") if properties else None
        if _deleted(mark):
            return
        hidden = bool(mark and mark.on("w:vanish")) and not self._length
        self._close("" if hidden else self._numbering.label(paragraph), story)

    def _close(self, label: str, story: str) -> None:
        pieces = self._pieces
        if label:
            text = "".join(piece.text for piece in pieces)
            gap = " " if label[-1].isalnum() and text[:1].isalnum() and label.isascii() else ""
            pieces = [Piece(0, label + gap, None, frozen=True)] + [
                piece._replace(at=piece.at + len(label + gap)) for piece in pieces
            ]
        block = Block(self._part, story, tuple(self._nodes), label, tuple(pieces))
        self._reader.blocks.append(block)
        boxes = self._boxes
        self._pieces, self._length, self._nodes, self._boxes = [], 0, [], []
        for box in boxes:
            _Story(self._reader, self._numbering, self._styles, self._part).blocks_in(box, "box")

    def _inline(self, node: Node, paragraph: Node, run: Node | None) -> None:
        tag = node.tag
        if tag in _UNSEEN:
            return
        if tag == "w:txbxContent":
            self._boxes.append(node)
        elif tag == "w:fldChar":
            self._field(node.attrs.get("fldCharType"))
        elif tag == "w:instrText":
            if self._fields:
                self._fields[-1].instruction += node.text
        elif tag in ("w:t", "m:t"):
            self._add(node.text, node, run, frozen=tag == "m:t")
        elif tag in _BREAKS and run is not None:
            if tag != "w:br" or node.attrs.get("type") not in ("page", "column"):
                self._add(_BREAKS[tag], node, run)
        elif tag == "w:sym":
            self._add(sign(node.attrs.get("font", ""), node.attrs.get("char", "")), None, run)
        elif tag == "w:fldSimple":
            if _kind(node.attrs.get("instr", "")) not in _PAGES:
                self._simple += 1
                self._all(node, paragraph, run)
                self._simple -= 1
        elif tag == "w:r":
            if not self._styles.hidden(node, paragraph):
                self._all(node, paragraph, node)
            else:  # a field may begin or end in what is hidden
                for child in node.children:
                    if child.tag in ("w:fldChar", "w:instrText"):
                        self._inline(child, paragraph, node)
        elif tag != "w:sdt" or not _contents(node):
            self._all(node, paragraph, run)

    def _all(self, node: Node, paragraph: Node, run: Node | None) -> None:
        for child in node.children:
            self._inline(child, paragraph, run)

    def _add(self, text: str, node: Node | None, run: Node | None, *, frozen: bool = False) -> None:
        if not text or any(field.unseen for field in self._fields):
            return
        frozen = frozen or bool(self._fields) or self._simple > 0 or run is None
        self._pieces.append(Piece(self._length, text, node, run, frozen))
        self._length += len(text)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def _kind(instruction: str) -> str:
    words = instruction.split(None, 1)
    return words[0].upper() if words else ""


def _deleted(properties: Node | None) -> bool:
    """Say whether a paragraph mark or a row is deleted or moved away."""
    return bool(properties and (properties.child("w:del") or properties.child("w:moveFrom")))


def _contents(control: Node) -> bool:
    """Say whether a content control holds a table of contents."""
    gallery = control.value("w:sdtPr", "w:docPartObj", "w:docPartGallery")
    return gallery == "Table of Contents"
