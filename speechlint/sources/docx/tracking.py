"""Edits as tracked changes: what goes is struck out, what comes is underlined, until accepted."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from speechlint.record import NamedTuple
from speechlint.sources.docx import runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.sources.docx.tree import Node
    from speechlint.text import Span


class Track(NamedTuple):
    """Whose changes they are, and when they were made, as in 2026-03-01T08:00:00Z."""

    author: str
    when: str


class Tracker:
    """Writes the changes of one part; each gets a number of its own there."""

    def __init__(self, data: bytes, root: Node, track: Track) -> None:
        self._data = data
        self._track = track
        numbers = (node.attrs.get("id", "") for node in root.walk())
        self._next = max((int(n) for n in numbers if n.isdecimal()), default=0) + 1

    def covers(self, run: Node) -> bool:
        """Say whether changes of a run are to be tracked: what is new already is not."""
        return run.parent is None or run.parent.tag not in ("w:ins", "w:moveTo")

    def replaced(self, run: Node, node: Node, where: Span, gone: bytes, new: bytes) -> runs.Splice:
        """Return what strikes out the text of some bytes of a text element and puts in another."""
        name = runs.tag(self._data, node)
        close = b"</" + name + b"></" + runs.tag(self._data, run) + b">"
        reopen = runs.reopened(self._data, run) + b"<" + name + b' xml:space="preserve">'
        return runs.Splice(*where, close + self._change(run, gone, new) + reopen)

    def broken(self, run: Node, node: Node, where: Span, new: bytes) -> runs.Splice:
        """Return what strikes out a soft break or a tab."""
        close = b"</" + runs.tag(self._data, run) + b">"
        change = self._change(run, self._data[node.start : node.end], new)
        return runs.Splice(*where, close + change + runs.reopened(self._data, run))

    def _change(self, run: Node, gone: bytes, new: bytes) -> bytes:
        """Return the elements for what goes and what comes, in the look of a run.

        `gone` is escaped text or, for a soft break, the element itself.
        """
        name = runs.tag(self._data, run)
        w = runs.prefix(self._data, run)
        look = runs.reopened(self._data, run)
        out = b""
        if gone:
            inner = gone if gone.startswith(b"<") else _text(w + b"delText", gone)
            out += self._wrapped(w + b"del", look + inner + b"</" + name + b">", w)
        if new:
            inner = _text(w + b"t", new)
            out += self._wrapped(w + b"ins", look + inner + b"</" + name + b">", w)
        return out

    def _wrapped(self, tag: bytes, inner: bytes, w: bytes) -> bytes:
        number = self._next
        self._next += 1
        attributes = b"".join(self._attributes(w.decode(), number))
        return b"<" + tag + attributes + b">" + inner + b"</" + tag + b">"

    def _attributes(self, w: str, number: int) -> Iterator[bytes]:
        yield f' {w}id="{number}"'.encode()
        yield f" {w}author={quoteattr(self._track.author)}".encode()
        yield f' {w}date="{self._track.when}"'.encode()


def _text(tag: bytes, text: bytes) -> bytes:
    return b"<" + tag + b' xml:space="preserve">' + text + b"</" + tag + b">"
