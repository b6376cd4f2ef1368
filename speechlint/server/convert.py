"""Offsets ⇄ LSP positions: the only place that knows of UTF-8 and UTF-16 columns."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from lsprotocol import types as lsp

from speechlint.text import LineIndex, Position, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

# So many code points are measured at a time: a paragraph in one line has no end.
_STEP = 256


def _utf8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


_LENGTHS: dict[str, Callable[[str], int]] = {"utf-8": _utf8, "utf-16": _utf16, "utf-32": len}


class Positions:
    """Where in the client's counting the offsets of a text are.

    `encoding` is what was negotiated: "utf-8", "utf-16" or "utf-32". A lone surrogate counts
    as in the client: one unit in UTF-16, three bytes in UTF-8.
    """

    def __init__(self, text: str, encoding: str) -> None:
        self._text = text
        self._lines = LineIndex(text)
        self._length = _LENGTHS[encoding]
        # Most texts have no character beyond the BMP: then UTF-16 counts code points.
        if encoding == "utf-16" and _utf16(text) == len(text):
            self._length = len
        self._marks: list[int] = []  # units before each step; made when first needed

    def position(self, offset: int) -> lsp.Position:
        """Return the position of an offset."""
        line, column = self._lines.position(offset)
        if self._length is not len and column:
            column = self._units(offset) - self._units(offset - column)
        return lsp.Position(line, column)

    def range(self, span: Span) -> lsp.Range:
        """Return the range of a span."""
        return lsp.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: lsp.Position) -> int:
        """Return the offset of a position, pulled into its line and the text.

        A position inside a character is that before it.
        """
        if self._length is len or position.line >= len(self._lines):
            return self._lines.offset(Position(position.line, position.character))
        line = self._lines.span(position.line)
        wanted = self._units(line.start) + position.character
        step = bisect_right(self._marks, wanted) - 1
        at, units = step * _STEP, self._marks[step]
        if at < line.start:
            at, units = line.start, self._units(line.start)
        at = min(at, line.end)
        while at < line.end:
            units += self._length(self._text[at])
            if units > wanted:
                break
            at += 1
        return at

    def span(self, place: lsp.Range) -> Span:
        """Return the span of a range."""
        start, end = self.offset(place.start), self.offset(place.end)
        return Span(min(start, end), max(start, end))

    def _units(self, offset: int) -> int:
        """Return the units before an offset, line ends too."""
        if not self._marks:
            text = self._text
            pieces = (text[at : at + _STEP] for at in range(0, len(text), _STEP))
            self._marks = list(accumulate(map(self._length, pieces), initial=0))
        step = offset // _STEP
        return self._marks[step] + self._length(self._text[step * _STEP : offset])
