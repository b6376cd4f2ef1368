"""A text as a web page left it: its lines, cut where the page ran them together.

Each piece says what of it was the page's and not the speech's, if anything.
"""

from __future__ import annotations

import sys
from itertools import accumulate

from speechlint import collection, counters, glue, residue, site, teaser
from speechlint.memory import recalled
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
    text: str
    glued: bool = False
    role: str = ""


class _Text:
    """The pieces of a text; of those that may be the speech's own the text stands in `own` too."""

    def __init__(self, found: list[Piece]) -> None:
        self.found = found
        self.own = [piece.text for piece in found]

    def mark(self, role: str, numbers: Iterator[int]) -> None:
        """Say what pieces are; they are not looked at again."""
        for number in [*numbers]:
            self.found[number] = self.found[number]._replace(role=role)
            self.own[number] = ""

    def part(self, left: dict[int, tuple[Span, ...]]) -> None:
        """Part site text from the pieces that hold it."""
        found: list[Piece] = []
        own: list[str] = []
        for number, (piece, text) in enumerate(zip(self.found, self.own, strict=True)):
            if number in left:
                parts = [*_around(piece, left[number])]
                found += parts
                own += ("" if part.role else part.text for part in parts)
            else:
                found.append(piece)
                own.append(text)
        self.found, self.own = found, own


def pieces(text: str, memory: Memory | None = None) -> list[Piece]:
    """Cut a text into lines, and a line that a page ran together into its parts."""
    page = _Text([*_physical(text, memory)])
    page.mark("teaser", teaser.find(page.own, memory))
    if left := site.parts(page.own, text, memory):
        page.part(left)
    page.mark("collection", collection.find(page.own, memory))
    page.mark("code", residue.code(page.own, memory))
    page.mark("page", counters.pages(page.own, memory))
    return page.found


def _physical(text: str, memory: Memory | None) -> Iterator[Piece]:
    """Yield the pieces of each line, without its line end, indentation and trailing space."""
    most = glue.MOST * len(text)  # a line so long is cut otherwise than in a longer text
    lines, starts = _cut(text)
    known = recalled(memory, _all_parted, [line if len(line) < most else "" for line in lines])
    for at, line, parts in zip(starts, lines, known, strict=True):
        for (start, end), words, glued, role in parts if len(line) < most else _of(line, len(text)):
            yield Piece._make((Span._make((at + start, at + end)), words, glued, role))


def _cut(text: str) -> tuple[list[str], list[int]]:
    """Return the lines of a text, and where each begins."""
    if "\r" not in text:
        lines = text.split("\n")
        return lines, [0, *accumulate(len(line) + 1 for line in lines[:-1])]
    ends = [match.span() for match in EOL.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    return [text[a:b] for a, b in zip(starts, stops, strict=True)], starts


def _all_parted(lines: Sequence[str]) -> list[tuple[Piece, ...]]:
    """Return the pieces of each line, as if it stood in a text without end."""
    return [tuple(_of(line, sys.maxsize)) for line in lines]


def _of(line: str, size: int) -> Iterator[Piece]:
    """Yield the pieces of a line that stands in a text of a size."""
    bare, start = _trimmed(line)
    if bare[:1] in ("#", ">") and (mark := regex(_MARKDOWN).match(bare)):
        bare, start = bare[mark.end() :], start + mark.end()
    return _parted(bare, start, size)


def _trimmed(line: str) -> tuple[str, int]:
    """Return a line without what a page put around it, and where that begins."""
    bare = line.strip(SPACES)
    return bare, len(line) - len(line.lstrip(SPACES)) if bare else 0


def _parted(line: str, start: int, size: int, *, page: bool = False) -> Iterator[Piece]:
    """Yield the parts of a line that was run together; `start` is where it begins."""
    for number, part in enumerate(glue.cut(line, size, page=page)):
        yield Piece(part.shift(start), line[part.start : part.end], number > 0)


def _around(line: Piece, left: tuple[Span, ...]) -> Iterator[Piece]:
    """Yield the site text of a line, and what stands before, between and after it."""
    start, glued = 0, line.glued
    for part in (*left, None):
        bare, at = _trimmed(line.text[start : part.start if part else None])
        at += line.span.start + start
        for piece in _parted(bare, at, len(bare), page=True):
            if piece.text:
                yield piece._replace(glued=glued or piece.glued)
                glued = True
        if part:
            words = line.text[part.start : part.end]
            yield Piece(part.shift(line.span.start), words, glued, "site")
            glued, start = True, part.end
