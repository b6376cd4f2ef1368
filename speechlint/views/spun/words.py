"""The words that tools put, and what four tables say of each.

To read the tables takes longer than to look for their words, so the build joins them.
"""

from __future__ import annotations

from speechlint import packed, tables
from speechlint.lexicon import Table
from speechlint.light import cache
from speechlint.views.spun import company

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.presence import Index

PAIRS, COMPANY, DOUBTFUL, TRACE = packed.SPUN
_PARTS = "\f"


@cache
def said(word: str, table: str) -> str:
    """Return what a table says of a word of any of them, "" if nothing."""
    return _words()[word].split(_PARTS)[packed.SPUN.index(table)]


def within(text: str) -> Iterator[str]:
    """Yield the words of the tables that stand in a text."""
    for word in _index().within(text):
        if word in text:
            yield word


def joined() -> Table:
    """Return the words of all tables, each with what they say of it."""
    rows: dict[str, list[str]] = {}
    for at, table in enumerate(packed.SPUN):
        for word, row in tables.by_word(table).items():
            known = rows.setdefault(word, [""] * len(packed.SPUN))
            known[at] = company.packed(row) if table in (COMPANY, DOUBTFUL) else row
    every = {word: _PARTS.join(row) for word, row in rows.items()}
    return Table.of(every, [word[:2] for word in every])


@cache
def _words() -> Table:
    made = packed.made("SPUN")
    return Table(*made) if made else joined()


@cache
def _index() -> Index:
    return _words().index()
