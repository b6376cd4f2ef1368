"""Which lines, and which parts of lines, were left by a web page.

What they look like is known from a table, rules/scrape/site.tsv; here is only how it is read.
A row holds for a line whose text contains one of its literals; a text without any of them,
which is what a clean draft is, costs one search a literal and compiles nothing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from speechlint import tables
from speechlint.regexes import regex
from speechlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A line this long that holds site text somewhere holds a speech too.
_LONG = 300
# What an editor's introduction or a source line may be away from the edges of a file, in lines.
_HEAD, _TAIL = 15, 25
# Links under “相关文章：” are short, and there are not more of them than this before a speech goes on.
_LINK, _LINKS = 45, 12
_ORNAMENT = " \t\u3000\u00a0.·•●◆■★☆>»›|｜丨_=*~【】[]（）()“”\"'!！。，,：:;；-—–"
_GAP = r"[ \t\u3000\u00a0]+"
_SENTENCE = r"[^。！？!?]*[。！？!?]*[”’）)】]*"


class _Row(NamedTuple):
    how: str
    literals: tuple[str, ...]
    pattern: str

    def wakes(self, text: str) -> bool:
        return any(literal in text for literal in self.literals)


@cache
def _table() -> tuple[tuple[_Row, ...], dict[str, str]]:
    found, names = [], {}
    for how, key, pattern in tables.rows("scrape/site.tsv"):
        if how == "let":
            names[key] = pattern
        else:
            found.append(_Row(how, tuple(key.split("|")), pattern))
    return tuple(found), names


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    for name, part in _table()[1].items():
        pattern = pattern.replace("{" + name + "}", part)
    return regex(pattern, re.IGNORECASE)


def parts(text: str, lines: Sequence[str]) -> dict[int, tuple[Span, ...]]:
    """Return, by line number, the spans of each line that are site text.

    `lines` are the lines of `text`, bare of indentation.
    """
    rows = [row for row in _table()[0] if row.wakes(text)]
    if not rows:
        return {}
    return dict(_Page(lines, rows).parts())


class _Page:
    """The lines of a text, judged together: weak signs count only in company."""

    def __init__(self, lines: Sequence[str], rows: Sequence[_Row]) -> None:
        self.lines = lines
        self.rows = rows
        self.filled = [number for number, line in enumerate(lines) if line]
        self.edges = {*self.filled[:_HEAD], *self.filled[-_TAIL:]}

    def parts(self) -> Iterator[tuple[int, tuple[Span, ...]]]:
        how = {n: self._whole(self.lines[n]) for n in self.filled}
        strong = self._settled(how)
        for n in self.filled:
            line = self.lines[n]
            if n in strong:
                yield n, (Span(0, len(line)),)
            elif spans := tuple(self._inside(line, edge=n in self.edges)):
                yield n, spans

    def _whole(self, line: str) -> str:
        """Return how the line as a whole is known: a kind of row, or nothing."""
        best = ""
        for row in self.rows:
            if not row.wakes(line):
                continue
            if row.how in ("line", "weak", "edge", "open"):
                bare = line.strip(_ORNAMENT)
                hit = _compiled(row.pattern).fullmatch(bare) if len(bare) < _LONG else None
                if not hit and bare != line:
                    hit = _compiled(row.pattern).fullmatch(line)
            elif row.how == "whole":
                hit = _compiled(row.pattern).search(line) if len(line) < _LONG else None
            else:
                continue
            if hit:
                if row.how in ("line", "open", "whole"):
                    return row.how
                best = row.how
        return best

    def _settled(self, how: dict[int, str]) -> set[int]:
        """Return the numbers of the lines that are site text as a whole."""
        strong = {n for n, kind in how.items() if kind in ("line", "open", "whole")}
        strong |= {n for n, kind in how.items() if kind == "edge" and n in self.edges}
        self._in_company(how, strong)
        for place, n in enumerate(self.filled):
            if how[n] == "open":
                strong.update(self._links(place))
        self._in_company(how, strong)
        return strong

    def _in_company(self, how: dict[int, str], strong: set[int]) -> None:
        """Add the lines that are known by weak signs and stand in a run of two or more."""
        run: list[int] = []
        for n in [*self.filled, -1]:
            if n in strong or how.get(n):
                run.append(n)
                continue
            if len(run) > 1:
                strong.update(run)
            run = []

    def _links(self, place: int) -> Iterator[int]:
        """Yield the short lines after a line like “相关文章：”."""
        last = len(self.filled)
        for n in self.filled[place + 1 : place + 1 + _LINKS]:
            line = self.lines[n]
            if len(line) > _LINK or line[-1] in "。：:" or n not in self.edges:
                break
            last = n
            yield last

    def _inside(self, line: str, *, edge: bool) -> Iterator[Span]:
        """Yield the parts of a line that are site text, in order and apart."""
        rows = [row for row in self.rows if row.wakes(line)]
        found: list[Span] = []
        if not rows:
            return
        for chunk in _chunks(line):
            piece = line[chunk.start : chunk.end]
            if self._whole(piece) in (("line", "open", "whole") + ("edge",) * edge):
                found.append(chunk)
                continue
            for row in rows:
                if row.how == "part":
                    found += (
                        Span(*m.span()).shift(chunk.start)
                        for m in _compiled(row.pattern).finditer(piece)
                    )
                elif row.how == "whole" and len(piece) >= _LONG:
                    found += (s.shift(chunk.start) for s in _sentences(piece, row.pattern))
        yield from _joined(sorted(found))


def _chunks(line: str) -> Iterator[Span]:
    start = 0
    for gap in regex(_GAP).finditer(line):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(line))


def _sentences(piece: str, pattern: str) -> Iterator[Span]:
    for sentence in regex(_SENTENCE).finditer(piece):
        if sentence[0] and _compiled(pattern).search(sentence[0]):
            yield Span(*sentence.span())


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Join spans that overlap or that only spaces part."""
    last: Span | None = None
    for span in spans:
        if last and span.start <= last.end + 2:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last
