"""Words found by two characters that stand in them side by side.

What it costs to look for a thousand words so grows with the text, not with the words.
"""

from __future__ import annotations

import sys

from speechlint.light import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_TWO = 2
_LONG = 1 << 14  # characters whose numbers may be a list: it takes forty times their room
_every: set[int] = set()  # the pairs that any index asks for


def numbers(text: str) -> list[int]:
    """Return a number for each two characters side by side in a text.

    To make strings of them takes three times as long. The low bytes of both characters lie lowest,
    for it is by these bits that a set parts them. A character of more than 16 bits counts as any
    other such: what is found must be compared.
    """
    return _both(text).cast("I").tolist()


def lows(text: str) -> list[int]:
    """Return the lower 16 bits of these numbers."""
    return _both(text).cast("H")[sys.byteorder == "big" :: 2].tolist()


@lru_cache(maxsize=1)
def _both(text: str) -> memoryview:
    data = bytearray(units(text))  # only from such into such they are written without a copy
    both = bytearray(max(2 * len(data) - 4, 0))
    both[::4], both[1::4] = data[:-2:2], data[2::2]
    both[2::4], both[3::4] = data[1:-2:2], data[3::2]
    return memoryview(both)


@lru_cache(maxsize=1)
def units(text: str) -> bytes:
    """Return a text as UTF-16, two bytes a character, the lower first."""
    data = _encoded(text)
    if len(data) > _TWO * len(text):
        data = _encoded("".join(min(c, "\uffff") for c in text))
    return data


def _encoded(text: str) -> bytes:
    if sys.byteorder == "little":  # Python writes it without importing a codec
        return text.encode("utf-16", "surrogatepass")[2:]
    return text.encode("utf-16-le", "surrogatepass")


@lru_cache(maxsize=1)
def pairs(text: str) -> list[int]:
    """Return the numbers of a paragraph, which several ask for one after the other."""
    return numbers(text)


def ask_for(numbers: Iterable[int]) -> None:
    """Let these be among the numbers that are looked for."""
    _every.update(numbers)


def met(text: str) -> set[int]:
    """Return the numbers in a text that anyone has asked for."""
    return _met(text, len(_every))


@lru_cache(maxsize=1)
def _met(text: str, asked: int) -> set[int]:
    del asked  # so many are asked for by now
    met: set[int] = set()
    for at in range(0, len(text), _LONG):
        met |= _every.intersection(pairs(text[at : at + _LONG + 1]))
    return met


class Index:
    """Rows, each under two characters that must stand in a text side by side, or under one.

    A text is looked through for those of all indexes at once, when the first of them asks.
    """

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._short: list[tuple[str, str]] = []
        self._long: dict[int, list[str]] = {}
        long, twos = [], []
        for under, row in entries:
            if len(under) < _TWO:
                self._short.append((under, row))
            else:
                long.append(row)
                twos.append(under)
        for number, row in zip(numbers("".join(twos))[::2], long, strict=True):
            self._long.setdefault(number, []).append(row)
        ask_for(self._long)

    def rows(self, text: str) -> list[str]:
        """Return the rows whose characters stand in a text, each once."""
        found = [row for character, row in self._short if character in text]
        if self._long:
            for number in self._long.keys() & met(text):
                found += self._long[number]
        return found
