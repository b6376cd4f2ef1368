"""Tables of what stands beside two characters, found by the number of these (`presence.numbers`).

To part 14,000 rows takes a tenth of a short check. So the build writes `_halves.py`, from which
only two lists of numbers are made; each row is cut out of one text when it is met.
"""

from __future__ import annotations

import os
import sys

from speechlint import tables
from speechlint.light import cache
from speechlint.presence import numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    # What all rows hold beside their two characters; the numbers of these, and where what they
    # hold stands: its end in the text, times 2¹⁰, and its length.
    Packed = tuple[str, bytes, bytes]

_HEAD = '"""Written by `python -m speechlint.prepare`; not to be edited, nor committed."""\n'
_BITS = 10
_TABLES = ("word/heads.tsv", "word/tails.tsv")


class Halves:
    """A table whose rows begin with two characters."""

    def __init__(self, packed: Packed) -> None:
        self._text, found, places = packed
        keys, values = (memoryview(data).cast("I").tolist() for data in (found, places))
        self.places: dict[int, int] = dict(zip(keys, values, strict=True))
        self._known: dict[int, str] = {}

    def at(self, place: int) -> str:
        """Return what a row holds, by what `places` has under the number of its two characters."""
        if place not in self._known:
            end = place >> _BITS
            self._known[place] = self._text[end - (place & ((1 << _BITS) - 1)) : end]
        return self._known[place]


@cache
def halves(name: str) -> Halves:
    """Return a table of two columns, e.g. "word/heads.tsv"."""
    return Halves(_made().get(name) or _packed(name))


@cache
def _made() -> dict[str, Packed]:
    try:
        from speechlint import _halves  # type: ignore[attr-defined, unused-ignore]
    except ImportError:
        return {}
    made: Any = _halves
    installed = os.path.dirname(tables.folder()) == os.path.dirname(os.path.abspath(__file__))
    order, *stamps = made.SIGNATURE
    if order != sys.byteorder or not (installed or stamps == _stamps()):
        return {}
    packed: dict[str, Packed] = made.TABLES
    return packed


def _stamps() -> list[tuple[int, int]]:
    found = (os.stat(os.path.join(tables.folder(), *name.split("/"))) for name in _TABLES)
    return [(stat.st_size, stat.st_mtime_ns) for stat in found]


def _packed(name: str) -> Packed:
    from array import array

    rows = tables.by_word(name)
    text, places = "", array("I")
    for row in rows.values():
        text += row
        places.append(len(text) << _BITS | len(row))
    return text, array("I", numbers("".join(rows))[::2]).tobytes(), places.tobytes()


def render() -> str:
    """Return the source of `_halves.py`."""
    packed = {name: _packed(name) for name in _TABLES}
    return f"{_HEAD}SIGNATURE = {(sys.byteorder, *_stamps())!r}\nTABLES = {packed!r}\n"
