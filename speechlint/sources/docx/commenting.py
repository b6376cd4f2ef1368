"""Put Word comments on the words of a draft.

A comment stands on whole characters of the body or of a table; what is elsewhere (a note, a
header, a text box) or nowhere in the file (an automatic number) gets it on the nearest words.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from speechlint.record import NamedTuple
from speechlint.sources.docx import runs
from speechlint.sources.docx.editing import Splice, escaped, kept, character, spliced
from speechlint.sources.docx.package import relations_of
from speechlint.sources.docx.tree import utf8
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.sources.docx import Draft
    from speechlint.sources.docx.story import Block, Piece
    from speechlint.sources.docx.tree import Node

AUTHOR = "speechlint"
_INITIALS = "校"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "[Content_Types].xml"
_ANCHORED = ("body", "table")  # Word takes no comment elsewhere


class Note(NamedTuple):
    """A comment: the words it is about, and its paragraphs."""

    span: Span
    lines: tuple[str, ...]


def annotated(draft: Draft, notes: Iterable[Note]) -> bytes:
    """Return the file with the notes as comments; those that are there already are not doubled."""
    return _Annotation(draft).made(notes)


class _Annotation:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._package = draft.package
        self._main = draft.package.main
        self._data = utf8(draft.package.part(self._main))
        self._part = draft.package.related(self._main, "comments")
        self._old = list(draft.package.tree(self._part).children) if self._part else []
        ids = [int(i) for node in self._old if (i := node.attrs.get("id", "")).isdecimal()]
        self._next = max(ids, default=-1) + 1
        self._marks: dict[runs.Cut, tuple[list[bytes], list[bytes]]] = {}
        self._comments: list[bytes] = []
        self._splices: list[Splice] = []

    def made(self, notes: Iterable[Note]) -> bytes:
        there = set(self._there())
        for note in notes:
            span = self._anchor(note.span)
            if span is None or (span, note.lines) in there:
                continue
            there.add((span, note.lines))
            self._put(span, note.lines)
        if not self._comments:
            return self._package.data
        for cut, (ends, starts) in self._marks.items():
            middle = b"".join(ends) + b"".join(starts)
            self._splices.append(Splice(cut.at, cut.at, cut.close + middle + cut.open))
        unique = list(dict.fromkeys(self._splices))
        return self._package.with_parts({
            self._main: spliced(self._data, unique),
            **self._comments_part(),
        })

    def _put(self, span: Span, lines: tuple[str, ...]) -> None:
        pieces = [p for p in self._draft.pieces(span) if p[0].run is not None]
        number = str(self._next).encode()
        self._next += 1
        first, begin, _ = pieces[0]
        last, _, end = pieces[-1]
        w = runs.prefix(self._data, _run(first))
        start_mark = b"<" + w + b"commentRangeStart " + w + b'id="' + number + b'"/>'
        end_mark = (
            b"<" + w + b"commentRangeEnd " + w + b'id="' + number + b'"/><' + w + b"r><" + w
            + b"commentReference " + w + b'id="' + number + b'"/></' + w + b"r>"
        )  # fmt: skip
        self._marks.setdefault(self._before(first, begin), ([], []))[1].append(start_mark)
        self._marks.setdefault(self._after(last, end), ([], []))[0].append(end_mark)
        self._comments.append(_comment(number.decode(), lines))

    def _before(self, piece: Piece, at: int) -> runs.Cut:
        node = _node(piece)
        if not node.chunks:
            return runs.before(self._data, _run(piece), node, None)
        self._splices += kept(node)
        return runs.before(self._data, _run(piece), node, character(node, at).start)

    def _after(self, piece: Piece, end: int) -> runs.Cut:
        node = _node(piece)
        if not node.chunks:
            return runs.after(self._data, _run(piece), node, None)
        self._splices += kept(node)
        return runs.after(self._data, _run(piece), node, character(node, end - 1).end)

    def _anchor(self, span: Span) -> Span | None:
        """Return the words that the comment can stand on: the span's own, or the nearest."""
        block, _ = self._draft.block_at(span.start)
        if block.story not in _ANCHORED or block.part != self._main:
            block = self._host(block)
        else:
            own = [*self._anchors(span)]
            if own:
                return Span(own[0].start, own[-1].end)
        number = self._draft.blocks.index(block)
        for near in (number, *range(number + 1, len(self._draft.blocks)), *range(number - 1, -1, -1)):
            other = self._draft.blocks[near]
            if other.story in _ANCHORED and other.part == self._main:
                start = self._draft.starts[near]
                words = [*self._anchors(Span(start, start + len(other.text)))]
                if words:
                    return Span(words[0].start, min(words[-1].end, words[0].start + 8))
        return None

    def _anchors(self, span: Span) -> Iterator[Span]:
        """Yield the parts of a span that stand in a run of the body."""
        first = self._draft.document.lines_index.position(span.start).line
        for number in range(first, len(self._draft.blocks)):
            start = self._draft.starts[number]
            if start >= span.end:
                return
            block = self._draft.blocks[number]
            if block.story not in _ANCHORED or block.part != self._main:
                continue
            for piece in block.pieces:
                begin = max(span.start, start + piece.at)
                end = min(span.end, start + piece.at + len(piece.text))
                if begin < end and piece.run is not None and piece.node is not None:
                    yield Span(begin, end)

    def _host(self, block: Block) -> Block:
        """Return the paragraph that a note's reference or a text box stands in, else the first."""
        wanted = block.nodes[0]
        while wanted.parent and wanted.tag not in ("w:footnote", "w:endnote", "w:txbxContent"):
            wanted = wanted.parent
        reference = f"{wanted.tag}Reference"
        for other in self._draft.blocks:
            if other.story not in _ANCHORED or other.part != self._main:
                continue
            for paragraph in other.nodes:
                for node in paragraph.walk():
                    if node is wanted or (
                        node.tag == reference and node.attrs.get("id") == wanted.attrs.get("id")
                    ):
                        return other
        return self._draft.blocks[0]

    def _there(self) -> Iterator[tuple[Span, tuple[str, ...]]]:
        """Yield the comments that are ours already: what they stand on, and what they say."""
        own = {
            node.attrs.get("id"): tuple(_paragraphs(node))
            for node in self._old
            if node.attrs.get("author") == AUTHOR
        }
        if not own:
            return
        begun: dict[str, int] = {}
        ended: dict[str, int] = {}
        for node in self._package.tree(self._main).walk():
            number = node.attrs.get("id", "")
            if node.tag == "w:commentRangeStart" and number in own:
                begun[number] = node.end
            elif node.tag == "w:commentRangeEnd" and number in own:
                ended[number] = node.start
        places = [
            (piece.node.start, piece.node.end, start + piece.at, start + piece.at + len(piece.text))
            for start, block in zip(self._draft.starts, self._draft.blocks, strict=True)
            if block.story in _ANCHORED and block.part == self._main
            for piece in block.pieces
            if piece.node is not None and piece.run is not None
        ]
        for number in begun.keys() & ended.keys():
            within = [p for p in places if begun[number] <= p[0] and p[1] <= ended[number]]
            if within:
                yield Span(within[0][2], within[-1][3]), own[number]

    def _comments_part(self) -> dict[str, bytes]:
        inner = b"".join(self._comments)
        if self._part:
            root = self._package.tree(self._part)
            data = utf8(self._package.part(self._part))
            return {self._part: spliced(data, [_appended(data, root, inner)])}
        name = "word/comments.xml"
        while name in self._package:
            name = name.replace("comments", "comments1")
        whole = (
            b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="'
            + _WORD.encode() + b'">' + inner + b"</w:comments>"
        )  # fmt: skip
        return {name: whole, **self._registered(name)}

    def _registered(self, name: str) -> dict[str, bytes]:
        """Return the parts that tell of a new part."""
        file = relations_of(self._main)
        used = {relation.id for relation in self._package.relations(self._main)}
        number = next(n for n in range(1, len(used) + 2) if f"speechlint{n}" not in used)
        relation = (
            f'<Relationship Id="speechlint{number}" Type="{_OFFICE}/comments" Target="/{name}"/>'
        )
        override = f'<Override PartName="/{name}" ContentType="{_CONTENT}"/>'
        changed = {}
        for part, element in ((file, relation), (_TYPES, override)):
            data = utf8(self._package.part(part))
            root = self._package.tree(part)
            changed[part] = spliced(data, [_appended(data, root, element.encode())])
        return changed


def _appended(data: bytes, root: Node, inner: bytes) -> Splice:
    """Return what puts elements at the end of a root element."""
    name = runs.tag(data, root)
    if data[root.end - 2 : root.end] == b"/>":
        return Splice(root.end - 2, root.end, b">" + inner + b"</" + name + b">")
    end = data.rindex(b"</", root.start, root.end)
    return Splice(end, end, inner)


def _comment(number: str, lines: tuple[str, ...]) -> bytes:
    """Return a comment; it names its own prefix, whatever the part it is put into has."""
    paragraphs = b"".join(
        b'<w:p><w:r><w:t xml:space="preserve">' + escaped(line) + b"</w:t></w:r></w:p>"
        for line in lines
    )
    head = (
        f'<w:comment xmlns:w="{_WORD}" w:id="{number}" w:author={quoteattr(AUTHOR)} '
        f"w:initials={quoteattr(_INITIALS)}>"
    )
    return head.encode() + paragraphs + b"</w:comment>"


def _paragraphs(comment: Node) -> Iterator[str]:
    for paragraph in comment.children:
        yield "".join(node.text for node in paragraph.walk() if node.tag == "w:t")


def _run(piece: Piece) -> Node:
    assert piece.run is not None  # noqa: S101 - `_anchors` yields no other
    return piece.run


def _node(piece: Piece) -> Node:
    assert piece.node is not None  # noqa: S101
    return piece.node
