"""Phrases by their halves of two characters, found by the number of these (`pairs.numbers`).

To part 14,000 rows takes a tenth of a short check, and to make a dict of them as much again. So the
build writes `_packed.bin`, in which the halves are looked up where they lie; of a long text, which
asks for most of them, a dict is made after all. Each row is cut out of one text when it is met.
"""

from __future__ import annotations

import sys

from speechlint import packed, tables
from speechlint.light import cache
from speechlint.pairs import lows, numbers, pairs

TYPE_CHECKING = False
if TYPE_CHECKING:
    # The number of the first half that phrases begin with, and of the last that they end with;
    # then arrays: whether any half's number ends in these 16 bits; of each slot the half that lies
    # there, or 0; of each half the number of its two characters; where the rows end, of those that
    # phrases end with first; the rows in UTF-16.
    Packed = tuple[int, int, bytes, bytes, bytes, bytes, bytes]

_SLOTS = 65_521  # a prime number, five times as many as halves
_LOW = 1 << 16
_MANY = 1 << 13  # pairs of characters after which a text is a long one


class Halves:
    """Halves of phrases, each with a number from 1.

    Phrases begin with those from `first_head` on and end with those up to `last_tail`; some do
    both.
    """

    def __init__(self, packed: Packed) -> None:
        self.first_head, self.last_tail, low, slots, found, ends, self._text = packed
        self._low = bytes(low)  # asked twice as fast as where it lies
        self._slots = memoryview(slots).cast("H")
        self._numbers, self._ends = (memoryview(data).cast("I") for data in (found, ends))
        self._left = _MANY
        self._halves: dict[int, int] = {}
        self._rows: dict[int, str] = {}

    def within(self, text: str) -> dict[int, int]:
        """Return the halves in a text by where they stand."""
        if self._left > 0:
            self._left -= len(text)
            return self._lying(text)
        halves = self._halves = self._halves or self._every()
        return {at: half for at, half in enumerate(map(halves.get, pairs(text))) if half}

    def _lying(self, text: str) -> dict[int, int]:
        """Return where halves stand, found where they lie: in the first slot for them, or behind."""
        known, slots, numbers, here = self._low, self._slots, self._numbers, pairs(text)
        found = {}
        for at in [at for at, low in enumerate(lows(text)) if known[low]]:
            number = here[at]
            slot = number % _SLOTS
            half = slots[slot]
            while half and numbers[half - 1] != number:
                slot += 1
                half = slots[slot]
            if half:
                found[at] = half
        return found

    def _every(self) -> dict[int, int]:
        return {number: half for half, number in enumerate(self._numbers, 1)}

    def row(self, at: int) -> str:
        """Return a row, counted from 0: the halves that stand before or behind one, run together.

        The rows of what phrases end with come first, in order, then those of what they begin with.
        """
        if at not in self._rows:
            row = self._text[2 * self._ends[at] : 2 * self._ends[at + 1]]
            self._rows[at] = str(row, "utf-16")
        return self._rows[at]


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
    low = bytearray(_LOW)
    slots = array("H", bytes(2 * (_SLOTS + len(found) + 1)))
    for half, number in enumerate(found, 1):
        low[number % _LOW] = True
        slot = number % _SLOTS
        while slots[slot]:
            slot += 1
        slots[slot] = half
    used = max(index for index, half in enumerate(slots) if half)
    parts = slots[: max(used, _SLOTS) + 2], array("I", found), ends
    text = "".join(rows).encode(f"utf-16-{sys.byteorder[0]}e")
    lying, asked, where = (part.tobytes() for part in parts)
    return len(last) + 1, len(last) + len(both), bytes(low), lying, asked, where, text
