"""What pages and wrong encodings leave inside lines: tags, entities, scripts, lost glyphs.

The patterns stand in tables; a row is compiled when a text holds one of its literals.
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

_TAGS = (
    "p|br|div|span|a|img|b|i|u|s|em|strong|font|table|tbody|thead|tr|td|th|ul|ol|li|dl|dt|dd|h[1-6]|hr"
    "|script|style|iframe|center|blockquote|pre|code|sup|sub|input|form|button|section|article|header"
    "|footer|nav|html|head|body|meta|link|title|label|select|option|textarea|video|audio|source|embed"
    "|object|param|o:p|st1:\\w+|v:\\w+|w:\\w+|mark|small|big|strike|del|ins|figure|figcaption|main|aside"
)
_MARKUP = "scrape/markup.tsv"
# What may stand around code on a line of its own.
_NOTHING = r"[\s;；,，.。()（）{}\[\]'\"/\\|*#>=_-]*"


class Row(NamedTuple):
    """A kind of residue: what it looks like, and what belongs in its place ("=": nobody knows)."""

    literals: tuple[str, ...]
    pattern: str
    instead: str
    name: str

    def wakes(self, text: str) -> bool:
        return any(literal in text for literal in self.literals)

    def find(self, text: str) -> Iterator[re.Match[str]]:
        # ASCII: a Chinese character beside an English word ends it.
        return regex(self.pattern.replace("{tag}", _TAGS), re.IGNORECASE | re.ASCII).finditer(text)


@cache
def rows(table: str) -> tuple[Row, ...]:
    """Return the rows of a table, e.g. "scrape/markup.tsv"."""
    return tuple(
        Row(tuple(literals.split("|")), pattern, instead, name)
        for literals, pattern, instead, name in tables.rows(table)
    )


def find(text: str, table: str) -> list[tuple[Span, Row, re.Match[str]]]:
    """Return the residue of a text in order; of two that overlap, the one that begins first."""
    found = [
        (Span(*match.span()), row, match)
        for row in rows(table)
        if row.wakes(text)
        for match in row.find(text)
        if match[0]
    ]
    found.sort(key=lambda f: (f[0].start, -f[0].end))
    apart: list[tuple[Span, Row, re.Match[str]]] = []
    for one in found:
        if not apart or one[0].start >= apart[-1][0].end:
            apart.append(one)
    return apart


def code(text: str, lines: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of the lines that are nothing but what a page is made of."""
    awake = [row for row in rows(_MARKUP) if row.wakes(text)]
    if awake:
        yield from (n for n, line in enumerate(lines) if line and _is_code(line, awake))


def _is_code(line: str, awake: Sequence[Row]) -> bool:
    if not any(row.wakes(line) for row in awake):
        return False
    last = 0
    for span, _, _ in find(line, _MARKUP):
        if not regex(_NOTHING).fullmatch(line, last, span.start):
            return False
        last = span.end
    return last > 0 and bool(regex(_NOTHING).fullmatch(line, last))
