"""A text as a web page left it: its lines, cut where the page ran them together.

Each piece says what of it was the page's and not the speech's, if anything.
"""

from __future__ import annotations

from speechlint import collection, counters, glue, residue, site, teaser
from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.text import EOL, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.memory import Memory

SPACES = " \t\u3000\u00a0\ufeff\u200b"
# What a page in Markdown puts before a heading or a quotation, in a text that is not Markdown.
_MARKDOWN = r"(?:#{1,6}[ \t\u3000]+|>[ \t\u3000]*)+(?=[^\s#>])"


class Piece(NamedTuple):
    """A line or a part of one; `role` is the value of a `lines.Role`, or "" for the speech's own."""

    span: Span
    glued: bool = False
    role: str = ""


def pieces(text: str, memory: Memory | None = None) -> list[Piece]:
    """Cut a text into lines, and a line that a page ran together into its parts."""
    found = [piece for line in _physical(text) for piece in _parted(text, line)]
    found = _marked(found, "teaser", teaser.find(_own(text, found)))
    left = site.parts(_own(text, found), memory)
    if left:
        found = [
            part
            for number, piece in enumerate(found)
            for part in (_around(text, piece, left[number]) if number in left else (piece,))
        ]
    found = _marked(found, "collection", collection.find(_own(text, found)))
    found = _marked(found, "code", residue.code(_own(text, found), memory))
    return _marked(found, "page", counters.pages(_own(text, found)))


def _own(text: str, found: Sequence[Piece]) -> list[str]:
    """Return the text of each piece that may be the speech's own, of the others nothing."""
    return ["" if piece.role else text[piece.span.start : piece.span.end] for piece in found]


def _marked(found: list[Piece], role: str, numbers: Iterator[int]) -> list[Piece]:
    for number in numbers:
        found[number] = found[number]._replace(role=role)
    return found


def _physical(text: str) -> Iterator[Span]:
    """Yield the span of each line, without its line end, indentation and trailing space."""
    start = 0
    for match in (*EOL.finditer(text), None):
        end = match.start() if match else len(text)
        span = _trimmed(text, start, end)
        if text[span.start : span.start + 1] in ("#", ">"):
            mark = regex(_MARKDOWN).match(text, span.start, span.end)
            span = Span(mark.end() if mark else span.start, span.end)
        yield span
        start = match.end() if match else end


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    bare = part.strip(SPACES)
    first = start + len(part) - len(part.lstrip(SPACES)) if bare else start
    return Span(first, first + len(bare))


def _parted(text: str, line: Span, *, page: bool = False) -> Iterator[Piece]:
    """Yield the parts of a line that was run together."""
    cut = glue.cut(text[line.start : line.end], len(text), page=page)
    for number, part in enumerate(cut):
        yield Piece(part.shift(line.start), number > 0)


def _around(text: str, line: Piece, left: tuple[Span, ...]) -> Iterator[Piece]:
    """Yield the site text of a line, and what stands before, between and after it."""
    start, glued = line.span.start, line.glued
    for part in (*left, None):
        end = part.start + line.span.start if part else line.span.end
        for piece in _parted(text, _trimmed(text, start, end), page=True):
            if piece.span.start < piece.span.end:
                yield piece._replace(glued=glued or piece.glued)
                glued = True
        if part:
            span = part.shift(line.span.start)
            yield Piece(span, glued, "site")
            glued, start = True, span.end
