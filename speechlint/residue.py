"""What pages and wrong encodings leave inside lines: tags, entities, scripts, lost glyphs.

The patterns stand in tables; a row is compiled when a text holds one of its literals.
"""

from __future__ import annotations

import marshal

from speechlint import packed, tables
from speechlint.light import cache, lru_cache
from speechlint.memory import recalled
from speechlint.occurrences import holds
from speechlint.record import NamedTuple
from speechlint.regexes import ASCII, IGNORECASE, regex
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Sequence

    from speechlint.memory import Memory

_TAGS = (
    "p|br|div|span|a|img|b|i|u|s|em|strong|font|table|tbody|thead|tr|td|th|ul|ol|li|dl|dt|dd|h[1-6]|hr"
    "|script|style|iframe|center|blockquote|pre|code|sup|sub|input|form|button|section|article|header"
    "|footer|nav|html|head|body|meta|link|title|label|select|option|textarea|video|audio|source|embed"
    "|object|param|o:p|(?:st1|v|w):\\w{1,30}|mark|small|big|strike|del|ins|figure|figcaption|main|aside"
)
_MARKUP = "scrape/markup.tsv"
TABLES = (_MARKUP, "scrape/garbled.tsv", "scrape/page.tsv")  # those that the build knows
BEGINNINGS = "RESIDUE"  # what the build made of all
# What may stand around code on a line of its own.
_NOTHING = r"[\s@;；,，.。()（）{}\[\]'\"/\\|*#>=_-]*"


class Row(NamedTuple):
    """A kind of residue: what it looks like, and what belongs in its place ("=": nobody knows)."""

    literals: tuple[str, ...]
    pattern: str
    instead: str
    name: str

    def find(self, text: str) -> Iterator[re.Match[str]]:
        # ASCII: a Chinese character beside an English word ends it.
        flags = IGNORECASE | ASCII
        return regex(self.pattern.replace("{tag}", _TAGS), flags).finditer(text)


@cache
def _rows(table: str) -> tuple[Row, ...]:
    made = packed.made(table)
    return tuple(map(Row._make, marshal.loads(made[0]) if made else built(table)))  # noqa: S302


def built(table: str) -> tuple[tuple[tuple[str, ...], str, str, str], ...]:
    """Return the rows of a table."""
    return tuple(
        (tuple(literals.split("|")), pattern, instead, name)
        for literals, pattern, instead, name in tables.rows(table)
    )


def laid(table: str) -> tuple[bytes]:
    """Return the rows of a table as the build writes them: most drafts ask for none."""
    return (marshal.dumps(built(table)),)


def beginnings() -> tuple[str, int]:
    """Return what finds where a literal of any table may begin, and how long they are at most."""
    from speechlint import literals

    every = {word for table in TABLES for words, *_ in built(table) for word in words}
    return literals.beginnings(every), max(map(len, every))


def ask() -> None:
    """Ask for every expression of the tables, so that the build compiles it."""
    for name in TABLES:
        for row in _rows(name):
            row.find("")


def _awake(text: str, table: str) -> list[Row]:
    """Return the rows of which a literal stands in the text."""
    pieces = _pieces(text)
    return [row for row in _rows(table) if holds(pieces, row.literals)] if pieces else []


@lru_cache(maxsize=1)
def _pieces(text: str) -> str:
    """Return the pieces of a text that may begin with a literal of any table, as long as the longest.

    The rules of all tables ask for them, one after the other.
    """
    search, longest = _any()
    match = search(text)
    begun = []
    while match:
        start = match.start()
        begun.append(text[start : start + longest])
        match = search(text, start + 1)
    return "\n".join(begun)


@cache
def _any() -> tuple[Callable[..., re.Match[str] | None], int]:
    """Return what finds where any literal of all tables may begin, and how long they are at most."""
    pattern, longest = packed.made(BEGINNINGS) or beginnings()
    return regex(pattern).search, longest


def find(text: str, table: str) -> list[tuple[Span, Row, re.Match[str]]]:
    """Return the residue of a text in order; of two that overlap, the one that begins first."""
    rows = _awake(text, table)
    if not rows:
        return []
    found = [
        (Span(*match.span()), row, match) for row in rows for match in row.find(text) if match[0]
    ]
    found.sort(key=lambda f: (f[0].start, -f[0].end))
    apart: list[tuple[Span, Row, re.Match[str]]] = []
    for one in found:
        if not apart or one[0].start >= apart[-1][0].end:
            apart.append(one)
    return apart


def code(lines: Sequence[str], memory: Memory | None = None) -> Iterator[int]:
    """Yield the numbers of the lines that are nothing but what a page is made of."""
    return (n for n, is_code in enumerate(recalled(memory, _codes, lines)) if is_code)


def _codes(lines: Sequence[str]) -> list[bool]:
    if not _awake("\n".join(line for line in lines if line[:1].isascii()), _MARKUP):
        return [False] * len(lines)
    return [bool(line) and line[0].isascii() and _is_code(line) for line in lines]


def _is_code(line: str) -> bool:
    last = 0
    for span, _, _ in find(line, _MARKUP):
        if not regex(_NOTHING).fullmatch(line, last, span.start):
            return False
        last = span.end
    return last > 0 and bool(regex(_NOTHING).fullmatch(line, last))
