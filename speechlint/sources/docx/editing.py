"""Change the words of a Word file inside its runs: formatting stays, and all other bytes.

An edit of the text becomes splices: byte ranges of an XML part, and what takes their place.
"""

from __future__ import annotations

from speechlint.diagnostic import Edit
from speechlint.sources.docx.runs import Splice
from speechlint.sources.docx.tracking import Tracker
from speechlint.sources.docx.tree import utf8
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.sources.docx import Draft
    from speechlint.sources.docx.story import Piece
    from speechlint.sources.docx.tracking import Track
    from speechlint.sources.docx.tree import Node

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_KEEP = b' xml:space="preserve"'


class UneditableError(Exception):
    """An edit that would reach what is no run's own text: a number, a field, a paragraph's end."""


def escaped(text: str) -> bytes:
    """Return text as it stands in XML; what XML cannot hold raises UneditableError."""
    if any(
        (c < " " and c not in "\t\n\r") or c in "\ufffe\uffff" or "\ud800" <= c < "\ue000"
        for c in text
    ):
        raise UneditableError(text)
    return text.translate(_ESCAPES).encode()


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """Return the bytes with the splices made; of two at one place the first given comes first."""
    out = bytearray()
    last = 0
    for start, end, new in sorted(splices, key=lambda splice: splice.start):
        out += data[last:start] + new
        last = max(last, end)
    return bytes(out + data[last:])


def edited(draft: Draft, edits: Iterable[Edit], track: Track | None = None) -> bytes:
    """Return the file with the edits made; they are in order and do not overlap.

    With `track` they are tracked changes. Raise UneditableError where one cannot be made.
    """
    changes: dict[str, list[Splice]] = {}
    trackers: dict[str, Tracker] = {}
    for edit in edits:
        part = draft.block_at(edit.span.start)[0].part
        if track and part not in trackers:
            data = utf8(draft.package.part(part))
            trackers[part] = Tracker(data, draft.package.tree(part), track)
        splices = _replacing(draft, edit, trackers.get(part))
        changes.setdefault(part, []).extend(splices)
    return draft.package.with_parts(
        {
            part: spliced(utf8(draft.package.part(part)), _once(splices))
            for part, splices in changes.items()
        }
    )


def editable(draft: Draft, edit: Edit) -> bool:
    """Say whether an edit can be made inside the runs."""
    try:
        _replacing(draft, edit, None)
    except UneditableError:
        return False
    return True


def _replacing(draft: Draft, edit: Edit, tracker: Tracker | None) -> list[Splice]:
    """Return the splices that make an edit; raise UneditableError."""
    edit = _narrowed(draft.document.text, edit)
    new = escaped(edit.replacement)
    if edit.span.start == edit.span.end:
        return _inserting(draft, edit.span.start, new, tracker)
    covered = list(draft.pieces(edit.span))
    length = sum(end - begin for _, begin, end in covered)
    if length < edit.span.end - edit.span.start:  # the end of a paragraph lies between
        raise UneditableError(edit.replacement)
    if new and not _own(covered[0][0]).chunks:  # a break has no place for words
        raise UneditableError(edit.replacement)
    splices: list[Splice] = []
    for piece, begin, end in covered:
        splices += _cut(piece, begin, end, new, tracker)
        new = b""
    return splices


def _narrowed(text: str, edit: Edit) -> Edit:
    """Leave out what stays the same at both ends, and keeps its formatting."""
    start, end = edit.span
    new = edit.replacement
    same = 0
    while same < min(end - start, len(new)) and text[start + same] == new[same]:
        same += 1
    start, new = start + same, new[same:]
    same = 0
    while same < min(end - start, len(new)) and text[end - 1 - same] == new[-1 - same]:
        same += 1
    return Edit(Span(start, end - same), new[: len(new) - same])


def _cut(
    piece: Piece, begin: int, end: int, new: bytes, tracker: Tracker | None
) -> Iterator[Splice]:
    """Yield what takes a part of a piece out, and puts new words there."""
    node, run = _own(piece), piece.run
    if not node.chunks:  # a soft break, a tab
        where = Span(node.start, node.end)
        if tracker and run and tracker.covers(run):
            yield tracker.broken(run, node, where, new)
        else:
            yield Splice(*where, new)
        return
    where = Span(character(node, begin).start, character(node, end - 1).end)
    if tracker and run and tracker.covers(run):
        yield tracker.replaced(run, node, where, escaped(piece.text[begin:end]), new)
    else:
        yield Splice(*where, new)
    yield from kept(node)


def character(node: Node, at: int) -> Span:
    """Return the bytes in which a character of a text element stands."""
    for chunk in node.chunks:
        if at < len(chunk.data):
            if not chunk.plain:
                return Span(chunk.start, chunk.end)
            start = chunk.start + len(chunk.data[:at].encode())
            return Span(start, start + len(chunk.data[at].encode()))
        at -= len(chunk.data)
    raise IndexError(at)


def kept(node: Node) -> list[Splice]:
    """Return what makes a text element keep the spaces at its edges."""
    if "http://www.w3.org/XML/1998/namespace" in node.attrs or node.attrs.get("space"):
        return []
    return [Splice(node.head - 1, node.head - 1, _KEEP)]


def _inserting(draft: Draft, offset: int, new: bytes, tracker: Tracker | None) -> list[Splice]:
    """Insert behind the character before, or before the one behind, in the same paragraph."""
    for span, after in ((Span(offset - 1, offset), True), (Span(offset, offset + 1), False)):
        for piece, at, _ in draft.pieces(span) if span.start >= 0 else ():
            if piece.frozen or piece.node is None or not piece.node.chunks:
                continue
            place = character(piece.node, at)
            where = Span(place.end, place.end) if after else Span(place.start, place.start)
            if tracker and piece.run and tracker.covers(piece.run):
                made = tracker.replaced(piece.run, piece.node, where, b"", new)
            else:
                made = Splice(*where, new)
            return [made, *kept(piece.node)]
    raise UneditableError(new.decode())


def _own(piece: Piece) -> Node:
    if piece.frozen or piece.node is None:
        raise UneditableError(piece.text)
    return piece.node


def _once(splices: list[Splice]) -> list[Splice]:
    """Leave out what two edits of one element both ask for (kept spaces)."""
    seen: set[Splice] = set()
    out = []
    for splice in splices:
        if splice.data != _KEEP or splice not in seen:
            out.append(splice)
        seen.add(splice)
    return out
