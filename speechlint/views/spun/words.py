"""The words that tools put, and what four tables say of each.

To read the tables takes longer than to look for their words, so the build joins them.
"""

from __future__ import annotations

from speechlint import packed, tables
from speechlint.light import cache
from speechlint.views.spun import company
from speechlint.vocabulary import finder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PAIRS, COMPANY, DOUBTFUL, TRACE = packed.SPUN
_PARTS = "\f"
_said: dict[str, list[str]] = {}  # of the words that were met


def said(word: str, table: str) -> str:
    """Return what a table says of a word of any of them, "" if nothing."""
    if word not in _said and word not in within(word):
        raise KeyError(word)
    return _said[word][packed.SPUN.index(table)]


def within(text: str) -> Iterator[str]:
    """Yield the words of the tables that stand in a text."""
    for row in _rows()(text):
        word, *parts = row.split(_PARTS)
        if word in text:
            _said[word] = parts
            yield word


@cache
def _rows() -> Callable[[str], Iterable[str]]:
    return finder("SPUN", entries)


def entries() -> Iterator[tuple[str, str]]:
    """Yield the words of all tables, each with what they say of it, after characters that it holds."""
    from speechlint.rarity import rare

    rows: dict[str, list[str]] = {}
    for at, table in enumerate(packed.SPUN):
        for word, row in tables.by_word(table).items():
            known = rows.setdefault(word, [""] * len(packed.SPUN))
            known[at] = company.packed(row) if table in (COMPANY, DOUBTFUL) else row
    for word, parts in rows.items():
        yield rare(word), _PARTS.join((word, *parts))
