"""What site text looks like: the rows of rules/scrape/site.tsv, found by what each must hold.

A row holds for a line in which one of its literals stands. To part the table takes as long as to
look for its 800 literals in ten drafts. So the build lays each of them into the vocabulary, and a
row is read when a text holds these.
"""

from __future__ import annotations

from itertools import accumulate

from speechlint import packed, tables
from speechlint.light import cache
from speechlint.record import NamedTuple
from speechlint.regexes import IGNORECASE, regex
from speechlint.vocabulary import finder

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    # The rows in UTF-8, and an array of where each begins, and the last ends.
    Packed = tuple[bytes, bytes]

_FITTED = ("line", "weak", "edge", "open")  # rows that fit a line from its beginning to its end


class Row(NamedTuple):
    """A kind of site text: where it holds (see the table), and its pattern.

    `begins` are the characters that a line which fits it may begin with; where it is empty these
    may be any.
    """

    number: int  # in the table
    how: str
    begins: str
    key: str
    pattern: str

    @property
    def literals(self) -> list[str]:
        """One of these stands in every match."""
        return self.key.split("|")

    def expression(self) -> re.Pattern[str]:
        """Return what it looks like, in letters of either case."""
        return regex(self.pattern, IGNORECASE)


class Rows:
    """The rows of the table, by what must stand in a text."""

    def __init__(self, made: Packed) -> None:
        self._rows, starts = made
        self._starts = memoryview(starts).cast("I")
        self._find = finder("SITE", entries)
        self._read: dict[int, Row] = {}

    def within(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the literals that may stand in a text, each with the numbers of its rows."""
        for entry in self._find(text):
            literal, _, rows = entry.partition("\t")
            yield literal, rows

    def __iter__(self) -> Iterator[Row]:
        return map(self.row, range(len(self._starts) - 1))

    def row(self, number: int) -> Row:
        """Return a row by its number in the table."""
        if number not in self._read:
            row = str(self._rows[self._starts[number] : self._starts[number + 1]], "utf-8")
            self._read[number] = Row._make((number, *row.split("\t")))
        return self._read[number]


@cache
def rows() -> Rows:
    """Return the rows of the table."""
    return Rows(packed.made("SITE") or built())


def built() -> Packed:
    """Return the table as it is used."""
    from array import array

    from speechlint.firsts import characters

    data = [
        f"{how}\t{characters(pattern) if how in _FITTED else ''}\t{key}\t{pattern}".encode()
        for how, key, pattern in _table()
    ]
    starts = array("I", accumulate(map(len, data), initial=0))
    return b"".join(data), starts.tobytes()


def entries() -> Iterator[tuple[str, str]]:
    """Yield each literal with the numbers of its rows, after characters that it holds."""
    from speechlint.rarity import rare

    numbers: dict[str, list[str]] = {}
    for number, (_, key, _) in enumerate(_table()):
        for literal in key.split("|"):
            numbers.setdefault(literal, []).append(str(number))
    for literal, found in numbers.items():
        yield rare(literal), f"{literal}\t{' '.join(found)}"


def _table() -> Iterator[tuple[str, str, str]]:
    """Yield the rows of the table, the patterns that have names put in."""
    names: dict[str, str] = {}
    for how, key, pattern in tables.rows(packed.SITE):
        if how == "let":
            names["{" + key + "}"] = pattern
            continue
        for name, part in names.items():
            pattern = pattern.replace(name, part)  # noqa: PLW2901
        yield how, key, pattern
