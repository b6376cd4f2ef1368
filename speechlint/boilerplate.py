"""What site text looks like: the rows of rules/scrape/site.tsv, found by what each must hold.

A row holds for a line in which one of its literals stands. To part the table takes as long as to
look for its 800 literals in ten drafts. So the build writes into `_packed.bin` each of them under
two of its characters (see `presence.Index`), and a row is read when a text holds these.
"""

from __future__ import annotations

from speechlint import packed, tables
from speechlint.edges import known
from speechlint.light import cache
from speechlint.presence import Index, numbers
from speechlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    # The rows in UTF-8; literals of one character, and the others, each with the numbers of its
    # rows, parted by tabs, one a line, those of the others that are found by the same two
    # characters together, parted by vertical tabs; an array of the numbers of the two characters.
    Packed = tuple[tuple[bytes, ...], str, str, bytes]


class Row(NamedTuple):
    """A kind of site text: where it holds (see the table), and its pattern."""

    number: int  # in the table
    how: str
    literals: tuple[str, ...]
    pattern: str


class Rows:
    """The rows of the table, by what must stand in a text."""

    def __init__(self, made: Packed) -> None:
        self._rows, single, long, twos = made
        self._single = single.split("\n")
        self._long = Index(long.split("\n"), memoryview(twos).cast("I").tolist(), ())
        self._read: dict[int, Row] = {}

    def within(self, text: str) -> Iterator[tuple[str, list[Row]]]:
        """Yield the literals that may stand in a text, each with its rows."""
        single = [entry for entry in self._single if entry[:1] in text]
        for entries in (*single, *self._long.within(text)):
            for entry in entries.split("\v"):
                literal, *rows = entry.split("\t")
                yield literal, [self._row(int(number)) for number in rows]

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, range(len(self._rows)))

    def _row(self, number: int) -> Row:
        if number not in self._read:
            how, literals, pattern = self._rows[number].decode().split("\t")
            self._read[number] = Row(number, how, tuple(literals.split("|")), pattern)
        return self._read[number]


@cache
def rows() -> Rows:
    """Return the rows of the table."""
    return Rows(packed.made("SITE") or built())


def built() -> Packed:
    """Return the table as it is used."""
    from array import array

    rows: list[bytes] = []
    names: dict[str, str] = {}
    by_literal: dict[str, list[int]] = {}
    for how, key, pattern in tables.rows(packed.SITE):
        if how == "let":
            names["{" + key + "}"] = pattern
            continue
        for literal in key.split("|"):
            by_literal.setdefault(literal, []).append(len(rows))
        for name, part in names.items():
            pattern = pattern.replace(name, part)  # noqa: PLW2901
        rows.append(f"{how}\t{key}\t{pattern}".encode())
    single: list[str] = []
    long: dict[str, list[str]] = {}
    for literal, found in by_literal.items():
        entry = "\t".join((literal, *map(str, found)))
        if len(literal) == 1:
            single.append(entry)
        else:
            long.setdefault(_two(literal), []).append(entry)
    twos = array("I", numbers("".join(long))[::2])
    entries = "\n".join(map("\v".join, long.values()))
    return tuple(rows), "\n".join(single), entries, twos.tobytes()


def _two(literal: str) -> str:
    """Return two characters of a literal that seldom stand side by side: those of no common word."""
    twos = [literal[at : at + 2] for at in range(len(literal) - 1)]
    return next((two for two in twos if not known(two)), twos[0])
