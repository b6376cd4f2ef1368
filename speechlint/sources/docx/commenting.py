"""Put Word comments on the words of a draft.

A comment stands on whole characters of the body or of a table; what is elsewhere (a note, a
header, a text box) or nowhere in the file (an automatic number) gets it on the nearest words.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from speechlint.record import NamedTuple
from speechlint.sources.docx import runs
from speechlint.sources.docx.editing import character, escaped, kept, spliced
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
_STORIES = {
    "footnotes": "脚注", "endnotes": "尾注", "header": "页眉", "footer": "页脚", "box": "文本框",
}  # fmt: skip
_REFERENCES = {"w:footnoteReference": "w:footnote", "w:endnoteReference": "w:endnote"}
_FEW = 8  # words that stand for a place beside them


class Note(NamedTuple):
    """A comment: the words it is about, and its paragraphs."""

    span: Span
    lines: tuple[str, ...]


def annotated(draft: Draft, notes: Iterable[Note], when: str) -> bytes:
    """Return the file with the notes as comments; those that are there already are not doubled.

    `when` is the date they get, as in 2026-03-01T08:00:00Z.
    """
    return _Annotation(draft, when).made(notes)


class _Annotation:
    def __init__(self, draft: Draft, when: str) -> None:
        self._draft = draft
        self._when = when
        self._package = draft.package
        self._main = draft.package.main
        self._data = utf8(draft.package.part(self._main))
        self._part = draft.package.related(self._main, "comments")
        self._old = list(draft.package.tree(self._part).children) if self._part else []
        ids = [int(i) for node in self._old if (i := node.attrs.get("id", "")).isdecimal()]
        self._next = max(ids, default=-1) + 1
        self._marks: dict[runs.Cut, tuple[list[bytes], list[bytes]]] = {}
        self._comments: list[tuple[str, tuple[str, ...]]] = []
        self._splices: list[runs.Splice] = []

    def made(self, notes: Iterable[Note]) -> bytes:
        there = set(self._there())
        for note in notes:
            span, lines = self._anchor(note.span), note.lines
            if span is None:
                span = self._nearest(note.span)
                lines = (self._place(note.span), *lines)
            if span is None or (span, lines) in there:
                continue
            there.add((span, lines))
            self._put(span, lines)
        if not self._comments:
            return self._package.data
        for cut, (ends, starts) in self._marks.items():
            middle = b"".join(ends) + b"".join(starts)
            self._splices.append(runs.Splice(cut.at, cut.at, cut.close + middle + cut.open))
        unique = list(dict.fromkeys(self._splices))
        return self._package.with_parts(
            {
                self._main: spliced(self._data, unique),
                **self._comments_part(),
            }
        )

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
        self._comments.append((number.decode(), lines))

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
        """Return the words of a span that a comment can stand on; None where there are none."""
        own = [*self._anchors(span)]
        return Span(own[0].start, own[-1].end) if own else None

    def _nearest(self, span: Span) -> Span | None:
        """Return the nearest words that a comment can stand on."""
        here = self._draft.document.lines_index.position(span.start).line
        block = self._draft.blocks[here]
        if not self._takes(block):
            here = self._hosts.get(_key(block), 0)
        at = bisect_left(self._wordy, here)
        if not self._wordy:
            return None
        near = self._wordy[min(at, len(self._wordy) - 1)]
        start = self._draft.starts[near]
        words = self._anchor(Span(start, start + len(self._draft.blocks[near].text)))
        return words and Span(words.start, min(words.end, words.start + _FEW))

    def _place(self, span: Span) -> str:
        """Say where the words are that can have no comment of their own."""
        block, at = self._draft.block_at(span.start)
        words = block.text[at : span.end - span.start + at]
        return f"{_STORIES.get(block.story, '自动编号')}“{words}”："

    def _takes(self, block: Block) -> bool:
        return block.story in _ANCHORED and block.part == self._main

    def _anchors(self, span: Span) -> Iterator[Span]:
        """Yield the parts of a span that stand in a run of the body."""
        first = self._draft.document.lines_index.position(span.start).line
        for number in range(first, len(self._draft.blocks)):
            start = self._draft.starts[number]
            if start >= span.end:
                return
            block = self._draft.blocks[number]
            if not self._takes(block):
                continue
            for piece in block.pieces:
                begin = max(span.start, start + piece.at)
                end = min(span.end, start + piece.at + len(piece.text))
                if begin < end and piece.run is not None and piece.node is not None:
                    yield Span(begin, end)

    @cached_property
    def _wordy(self) -> list[int]:
        """The blocks with words that a comment can stand on, by number."""
        return [
            number
            for number, block in enumerate(self._draft.blocks)
            if self._takes(block) and any(p.run and p.node for p in block.pieces)
        ]

    @cached_property
    def _hosts(self) -> dict[object, int]:
        """The block in which a text box stands, or the reference to a note."""
        hosts: dict[object, int] = {}
        for number, block in enumerate(self._draft.blocks):
            for paragraph in block.nodes if self._takes(block) else ():
                for node in paragraph.walk():
                    if node.tag == "w:txbxContent":
                        hosts.setdefault(id(node), number)
                    elif node.tag in _REFERENCES:
                        hosts.setdefault((_REFERENCES[node.tag], node.attrs.get("id")), number)
        return hosts

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
            if self._takes(block)
            for piece in block.pieces
            if piece.node is not None and piece.run is not None
        ]
        for number in begun.keys() & ended.keys():
            within = [p for p in places if begun[number] <= p[0] and p[1] <= ended[number]]
            if within:
                yield Span(within[0][2], within[-1][3]), own[number]

    def _comments_part(self) -> dict[str, bytes]:
        if self._part:
            root = self._package.tree(self._part)
            data = utf8(self._package.part(self._part))
            inner = self._written(runs.prefix(data, root).decode())
            return {self._part: spliced(data, [_appended(data, root, inner)])}
        name = "word/comments.xml"
        while name in self._package:
            name = name.replace("comments", "comments1")
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        whole = f'{head}<w:comments xmlns:w="{_WORD}">'.encode() + self._written("w:")
        return {name: whole + b"</w:comments>", **self._registered(name)}

    def _written(self, w: str) -> bytes:
        """Return the new comments; `w` is the prefix of Word's own names."""
        out = []
        for number, lines in self._comments:
            paragraphs = "".join(
                f'<{w}p><{w}r><{w}t xml:space="preserve">{escaped(line).decode()}</{w}t></{w}r></{w}p>'
                for line in lines
            )
            out.append(
                f'<{w}comment {w}id="{number}" {w}author="{AUTHOR}" {w}date="{self._when}" '
                f'{w}initials="{_INITIALS}">{paragraphs}</{w}comment>'
            )
        return "".join(out).encode()

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


def _appended(data: bytes, root: Node, inner: bytes) -> runs.Splice:
    """Return what puts elements at the end of a root element."""
    name = runs.tag(data, root)
    if data[root.end - 2 : root.end] == b"/>":
        return runs.Splice(root.end - 2, root.end, b">" + inner + b"</" + name + b">")
    end = data.rindex(b"</", root.start, root.end)
    return runs.Splice(end, end, inner)


def _key(block: Block) -> object:
    """Return by what `_hosts` knows the text box or the note that a block stands in."""
    node = block.nodes[0]
    while node.parent and node.tag not in ("w:txbxContent", *_REFERENCES.values()):
        node = node.parent
    return id(node) if node.tag == "w:txbxContent" else (node.tag, node.attrs.get("id"))


def _paragraphs(comment: Node) -> Iterator[str]:
    for paragraph in comment.children:
        yield "".join(node.text for node in paragraph.walk() if node.tag == "w:t")


def _run(piece: Piece) -> Node:
    assert piece.run is not None
    return piece.run


def _node(piece: Piece) -> Node:
    assert piece.node is not None
    return piece.node
