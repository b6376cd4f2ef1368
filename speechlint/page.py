"""A text as a web page left it: its lines, cut where the page ran them together.

Each piece says what of it was the page's and not the speech's, if anything.
"""

from __future__ import annotations

import sys
from itertools import accumulate

from speechlint import collection, glue, residue, site
from speechlint.regexes import regex
from speechlint.text import EOL, GAP, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.memory import Memory

    # A line or a part of one: where it is, its text, whether it goes on from the one before without
    # a line end between, and the value of a `lines.Role`, or "" for the speech's own.
    Piece = tuple[Span, str, bool, str]

SPACES = " \t\u3000\u00a0\ufeff\u200b"
# What a page in Markdown puts before a heading or a quotation, in a text that is not Markdown.
_MARKDOWN = r"(?:#{1,6}[ \t\u3000]+|>[ \t\u3000]*)+(?=[^\s#>])"
# A text without these has no teaser: a line that is cut off, a title that runs into a salutation.
TEASED = r"\.\.|…|。。。|．．．|[讲话稿辞言告词结纲日)）]\s*(?:同志们|各位|尊敬的)"
# With these, or a figure, a line begins that is a page number; and it is short.
_COUNTS, _COUNTER = frozenset("_第共总-—–－·•=~Pp"), 30


def pieces(text: str, memory: Memory | None = None) -> list[Piece]:
    """Cut a text into lines, and a line that a page ran together into its parts."""
    found = [*_physical(text, memory)]
    own = [words for _, words, _, _ in found]  # of what may be the speech's own
    if regex(TEASED).search(text):
        from speechlint import teaser

        _mark(found, own, "teaser", teaser.find(own, memory))
    if left := site.parts(own, text, memory):
        found = [*_parted(found, left)]
        own = ["" if role else words for _, words, _, role in found]
    _mark(found, own, "collection", collection.find(own, memory))
    _mark(found, own, "code", residue.code(own, memory))
    if any(map(_may_count, own)):
        from speechlint import counters

        _mark(found, own, "page", counters.pages(own, memory))
    return found


def _mark(found: list[Piece], own: list[str], role: str, numbers: Iterable[int]) -> None:
    """Say what pieces are; they are not looked at again."""
    for number in [*numbers]:
        found[number] = (*found[number][:3], role)
        own[number] = ""


def _parted(found: Sequence[Piece], left: dict[int, tuple[Span, ...]]) -> Iterator[Piece]:
    """Part site text from the pieces that hold it."""
    for number, piece in enumerate(found):
        if number in left:
            yield from _around(piece, left[number])
        else:
            yield piece


def _may_count(line: str) -> bool:
    return 0 < len(line) <= _COUNTER and (line[0] in _COUNTS or line[0].isdecimal())


def _physical(text: str, memory: Memory | None) -> Iterator[Piece]:
    """Yield the pieces of each line, without its line end, indentation and trailing space."""
    most = glue.MOST * len(text)  # a line so long is cut otherwise than in a longer text
    for at, line in _cut(text):
        bare, start = _trimmed(line)
        if bare[:1] in ("#", ">") and (mark := regex(_MARKDOWN).match(bare)):
            bare, start = bare[mark.end() :], start + mark.end()
        start += at
        if len(line) >= most:
            yield from _run_together(glue.cut(bare, len(text)), bare, start)
        elif len(bare) >= glue.SHORT and regex(GAP).search(bare):
            asked = bare, sys.maxsize  # as if it stood in a text without end
            spans = memory.recall(glue.cut, *asked) if memory else glue.cut(*asked)
            yield from _run_together(spans, bare, start)
        else:
            yield Span(start, start + len(bare)), bare, False, ""


def _cut(text: str) -> Iterable[tuple[int, str]]:
    """Return the lines of a text, and where each begins."""
    if "\r" not in text:
        lines = text.split("\n")
        return zip(accumulate((len(line) + 1 for line in lines), initial=0), lines, strict=False)
    ends = [match.span() for match in EOL.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    return [(a, text[a:b]) for a, b in zip(starts, stops, strict=True)]


def _trimmed(line: str) -> tuple[str, int]:
    """Return a line without what a page put around it, and where that begins."""
    bare = line.strip(SPACES)
    return bare, len(line) - len(line.lstrip(SPACES)) if bare else 0


def _run_together(spans: Iterable[Span], line: str, start: int) -> Iterator[Piece]:
    """Yield the parts of a line that was run together; `start` is where it begins."""
    for number, part in enumerate(spans):
        yield part.shift(start), line[part.start : part.end], number > 0, ""


def _around(line: Piece, left: tuple[Span, ...]) -> Iterator[Piece]:
    """Yield the site text of a line, and what stands before, between and after it."""
    span, whole, glued, _ = line
    start = 0
    for part in (*left, None):
        bare, at = _trimmed(whole[start : part.start if part else None])
        at += span.start + start
        parts = glue.cut(bare, len(bare), page=True)
        for place, words, inside, role in _run_together(parts, bare, at):
            if words:
                yield place, words, glued or inside, role
                glued = True
        if part:
            yield part.shift(span.start), whole[part.start : part.end], glued, "site"
            glued, start = True, part.end
