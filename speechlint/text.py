"""Offsets and lines.

Every offset in speechlint counts code points of the text as decoded. Columns in
other units exist only at the edges: reporters and server.
"""

from __future__ import annotations

from speechlint.light import bisect_right
from speechlint.record import NamedTuple
from speechlint.regexes import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# The line ends of LSP and of editors. str.splitlines() knows eight more
# (\v \f \x1c-\x1e \x85 U+2028 U+2029), and web pages are full of them.
EOL = regex(r"\r\n|\n|\r")
GAP = r"[ \t\u3000\u00a0]+"


def line_end(text: str) -> str:
    """Return what ends the first line of a text: what a new line in it should end with."""
    found = EOL.search(text)
    return found[0] if found else "\n"


class Span(NamedTuple):
    """A half-open range of offsets, in code points."""

    start: int
    end: int

    def shift(self, by: int) -> Span:
        return Span._make((self[0] + by, self[1] + by))

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A zero-based line, and a zero-based column in code points."""

    line: int
    column: int


if not TYPE_CHECKING:  # made in half the time: there are more of them than of anything else
    _new = tuple.__new__
    Span.__new__ = staticmethod(lambda cls, start, end: _new(cls, (start, end)))
    Position.__new__ = staticmethod(lambda cls, line, column: _new(cls, (line, column)))


class LineIndex:
    """Where the lines of a text begin and end.

    Where `lines` are given they are those: the paragraphs of a Word file.
    """

    def __init__(self, text: str, lines: Sequence[Span] | None = None) -> None:
        self._text = text
        if lines is not None:
            self._starts = [line.start for line in lines]
            self._ends = [line.end for line in lines]
            return
        self._starts = [0]
        self._ends = []
        if "\r" in text:
            for match in EOL.finditer(text):
                self._ends.append(match.start())
                self._starts.append(match.end())
        else:  # to look for one character is a tenth of the work
            at = text.find("\n")
            while at >= 0:
                self._ends.append(at)
                self._starts.append(at + 1)
                at = text.find("\n", at + 1)
        self._ends.append(len(text))

    def __len__(self) -> int:
        return len(self._starts)

    def span(self, number: int) -> Span:
        """Return the span of a line, without its line end."""
        return Span(self._starts[number], self._ends[number])

    def line(self, number: int) -> str:
        """Return the text of a line, without its line end."""
        return self._text[self._starts[number] : self._ends[number]]

    def around(self, span: Span) -> Span:
        """Return the lines that a span touches, without the last line end."""
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_right(self._starts, span.end - 1) - 1
        return Span._make((self._starts[first], self._ends[last]))

    def position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset) - 1
        return Position._make((line, offset - self._starts[line]))

    def offset(self, position: Position) -> int:
        """Return the offset of a position, pulled into its line and the text."""
        if position.line >= len(self._starts):
            return len(self._text)
        span = self.span(position.line)
        return min(span.start + position.column, span.end)
