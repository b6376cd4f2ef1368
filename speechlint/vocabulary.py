"""The words of all rules, in the form in which they are looked for: the build writes it.

To make dicts of 3,600 words takes longer than to look for them in a draft. So the build lays each,
with what is said of it, under the number of two of its characters (see `pairs`), and its row is
read when these stand in a text.
"""

from __future__ import annotations

from speechlint import packed
from speechlint.light import bisect_left, cache, lru_cache
from speechlint.pairs import Index, ask_for, met, numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    # A row, after what stands in every text that it is of: two characters, or one.
    Entries = Iterable[tuple[str, str]]
    # Of each table its letter, its entries under one character, and the length of its longest word,
    # behind which a row may say more after a tab.
    Head = tuple[str, tuple[tuple[str, str], ...], int]
    # The heads; an array of the numbers under which rows lie, the lowest first; another of where
    # the rows under each end; and these in UTF-16, a line each, behind the letter of its table.
    Packed = tuple[Mapping[str, Head], bytes, bytes, bytes]

_FIRST = ord("A")
_END = "\0"  # of the rows under a number
_NONE = b"\0\0"  # that end in UTF-16: no rows


class Vocabulary:
    """Tables of rows, found by characters that stand in a text."""

    def __init__(self, made: Packed) -> None:
        self._tables, under, ends, self._text = made
        self._numbers = memoryview(under).cast("I").tolist()
        self._ends = memoryview(ends).cast("I")
        self._rows: dict[int, list[tuple[str, str]]] = {}  # those that were met
        self._found = lru_cache(maxsize=2)(self._search)  # each table asks of the same text
        ask_for(self._numbers)

    def rows(self, table: str, text: str) -> Sequence[str]:
        """Return the rows of a table whose characters stand in a text."""
        letter, short, _ = self._tables[table]
        found = self._found(text).get(letter, ())
        return [*(row for under, row in short if under in text), *found] if short else found

    def longest(self, table: str) -> int:
        """Return how long the longest word of a table is."""
        return self._tables[table][2]

    def every(self, table: str) -> list[str]:
        """Return all rows of a table."""
        letter, short, _ = self._tables[table]
        return [*(row for _, row in short), *self._lying(self._numbers)[letter]]

    def _search(self, text: str) -> dict[str, list[str]]:
        return self._lying(met(text))

    def _lying(self, under: Collection[int]) -> dict[str, list[str]]:
        """Return the rows that lie under some numbers, by the letters of their tables."""
        known = self._rows
        if new := [number for number in under if number not in known]:
            texts = str(b"".join(self._laid(new)), "utf-16").split(_END)
            for number, text in zip(new, texts, strict=False):  # the last ends too
                known[number] = [(row[0], row[1:]) for row in text.split("\n") if row]
        found: dict[str, list[str]] = {}
        for number in under:
            for letter, row in known[number]:
                found.setdefault(letter, []).append(row)
        return found

    def _laid(self, under: Iterable[int]) -> Iterator[bytes | memoryview]:
        numbers, ends, text = self._numbers, self._ends, self._text
        for number in under:
            at = bisect_left(numbers, number)
            if at < len(numbers) and numbers[at] == number:
                yield text[ends[at] : ends[at + 1]]
            else:
                yield _NONE  # somebody else asks for it


def _encoded(text: str) -> bytes:
    return text.encode("utf-16")[2:]  # of "utf-16-le" Python would import a codec


@cache
def vocabulary() -> Vocabulary | None:
    """Return what the build wrote; None where nothing fits."""
    made = packed.made("WORDS")
    return Vocabulary(made) if made else None


def finder(table: str, entries: Callable[[], Entries]) -> Callable[[str], Iterable[str]]:
    """Return what gives the rows of a table whose characters stand in a text, built or not."""
    known = vocabulary()
    if known is None:
        return Index(entries()).rows
    return lambda text: known.rows(table, text)


def built(tables: Mapping[str, Entries]) -> Packed:
    """Return tables in the form in which they are used."""
    from array import array

    heads: dict[str, Head] = {}
    lying: dict[int, list[str]] = {}
    for letter, (name, entries) in enumerate(tables.items(), _FIRST):
        short, longest = [], 0
        for under, row in entries:
            longest = max(longest, len(row.partition("\t")[0]))
            for number in numbers(under):
                lying.setdefault(number, []).append(chr(letter) + row)
            if len(under) == 1:
                short.append((under, row))
        heads[name] = chr(letter), tuple(short), longest
    ends, data = array("I", [0]), b""
    for number in sorted(lying):
        data += _encoded("\n".join(lying[number]) + _END)
        ends.append(len(data))
    return heads, array("I", sorted(lying)).tobytes(), ends.tobytes(), data
