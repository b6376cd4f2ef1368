"""Phrases by their halves of two characters, found by the number of these (`presence.numbers`).

To part 14,000 rows takes a tenth of a short check, and to make a dict of them as much again. So the
build writes `_packed.py`, in which the halves are looked up where they lie; of a long text, which
asks for most of them, a dict is made after all. Each row is cut out of one text when it is met.
"""

from __future__ import annotations

import sys
from itertools import repeat

from speechlint import packed, tables
from speechlint.light import cache
from speechlint.presence import numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    # The number of the first half that phrases begin with, and of the last that they end with;
    # then arrays: of each slot the half that lies there, or 0; of each half the number of its two
    # characters; where the rows end, of those that phrases end with first; the rows in UTF-16.
    Packed = tuple[int, int, bytes, bytes, bytes, bytes]

_SLOTS = 65_521  # a prime number, five times as many as halves
_MANY = 1 << 12  # different pairs of characters after which a text is a long one


class Halves:
    """Halves of phrases, each with a number from 1.

    Phrases begin with those from `first_head` on and end with those up to `last_tail`; some do
    both.
    """

    def __init__(self, packed: Packed) -> None:
        self.first_head, self.last_tail, slots, found, ends, self._text = packed
        self._slots = memoryview(slots).cast("H")
        self._numbers, self._ends = (memoryview(data).cast("I") for data in (found, ends))
        self._halves: dict[int, int] = {}
        self._asked: set[int] | None = set()
        self._rows: dict[int, str] = {}

    def within(self, pairs: Sequence[int]) -> list[int]:
        """Return for the number of each two characters that of the half they are, or 0."""
        if self._asked is not None:
            self._learn(pairs, self._asked)
        return list(map(self._halves.get, pairs, repeat(0)))

    def row(self, at: int) -> str:
        """Return a row, counted from 0: the halves that stand before or behind one, run together.

        The rows of what phrases end with come first, in order, then those of what they begin with.
        """
        if at not in self._rows:
            row = self._text[2 * self._ends[at] : 2 * self._ends[at + 1]]
            self._rows[at] = row.decode("utf-16")
        return self._rows[at]

    def _learn(self, pairs: Sequence[int], asked: set[int]) -> None:
        new, slots, found = set(pairs) - asked, self._slots, self._numbers
        if len(asked) + len(new) > _MANY:
            self._halves = dict(zip(found.tolist(), range(1, len(found) + 1), strict=True))
            self._asked = None
            return
        asked |= new
        for number in new:
            slot = number % _SLOTS
            while half := slots[slot]:
                if found[half - 1] == number:
                    self._halves[number] = half
                    break
                slot += 1


@cache
def halves(heads: str, tails: str) -> Halves:
    """Return two tables, of what may follow each first half and stand before each second."""
    known = packed.made("HALVES") if (heads, tails) == (packed.HEADS, packed.TAILS) else None
    return Halves(known or built(heads, tails))


def built(heads: str, tails: str) -> Packed:
    """Return two tables in the form in which they are used."""
    from array import array

    behind, before = tables.by_word(heads), tables.by_word(tails)
    both = [half for half in before if half in behind]
    last = [half for half in before if half not in behind]
    first = [half for half in behind if half not in before]
    found = numbers("".join([*last, *both, *first]))[::2]
    rows = [before[half] for half in (*last, *both)] + [behind[half] for half in (*both, *first)]
    ends = array("I", [0])
    for row in rows:
        ends.append(ends[-1] + len(row))
    slots = array("H", bytes(2 * (_SLOTS + len(found) + 1)))
    for half, number in enumerate(found, 1):
        slot = number % _SLOTS
        while slots[slot]:
            slot += 1
        slots[slot] = half
    used = max(index for index, half in enumerate(slots) if half)
    parts = slots[: max(used, _SLOTS) + 2], array("I", found), ends
    text = "".join(rows).encode(f"utf-16-{sys.byteorder[0]}e")
    lying, asked, where = (part.tobytes() for part in parts)
    return len(last) + 1, len(last) + len(both), lying, asked, where, text
