"""How many columns of a terminal a text takes, and tables whose columns stand one below another."""

from __future__ import annotations

from itertools import accumulate

from speechlint.later import later
from speechlint.light import bisect_left, bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


# What drafts are made of; `unicodedata`, which knows the rest, takes 0.3 ms to import.
_DOUBLE = "，。、；：？！（）《》【】〔〕％\u3000\u4e00-\u9fff"
_OPEN = "“”‘’…—·×①②③○□"  # one column or two
_ODD = later(f"[^ -~{_OPEN}{_DOUBLE}]")
# Of all others the first byte in UTF-8 tells the columns: up to 0xE2 it is one of ASCII, or of
# those that are open.
_FOLLOWING = bytes(range(0x80, 0xC0))
_FIRST = {
    wide: b"\1" * 0x80 + (b"\2" if wide else b"\1") * 0x63 + b"\2" * 0x1D for wide in (False, True)
}
_SPACES = ("", " ", "\u3000", *(" " * width for width in range(3, 11)))  # by their columns
_MOVING = frozenset("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029")  # white, but no spaces


def visible(char: str) -> str:
    """Return a character, or what stands for one that cannot be seen or moves the cursor."""
    if char.isprintable() or (char.isspace() and char not in _MOVING):
        return char
    if char in "\n\r":
        return "⏎"
    return " " if char == "\t" else f"<U+{ord(char):04X}>"


def shown(text: str) -> str:
    """Return a text that cannot break its line, nor speak to the terminal."""
    return text if text.isprintable() else "".join(map(visible, text))


class Ruler:
    """Measures columns. `wide`: the ones Unicode leaves open, like “ and …, take two."""

    def __init__(self, *, wide: bool) -> None:
        self._first = _FIRST[wide]
        self._double = "WFA" if wide else "WF"

    def columns(self, text: str) -> bytearray:
        """Return the columns that each character takes as it is shown."""
        columns = bytearray(
            text.encode("utf-8", "surrogatepass").translate(self._first, _FOLLOWING)
        )
        odd = _ODD.search(text)
        while odd:
            columns[odd.start()] = self._odd(visible(odd[0]))
            odd = _ODD.search(text, odd.end())
        return columns

    def _odd(self, seen: str) -> int:
        if len(seen) > 1 or seen in " ⏎":
            return len(seen)
        from unicodedata import category, east_asian_width

        if category(seen) in ("Mn", "Me"):
            return 0  # drawn over the character before
        return 2 if east_asian_width(seen) in self._double else 1

    def width(self, text: str) -> int:
        return sum(self.columns(text))

    def clipped(self, text: str, room: int) -> tuple[str, int]:
        """Return a text as it is shown, cut in the middle if it is too long, and its columns."""
        ends = behind(self.columns(text))
        if ends[-1] <= room:
            return shown(text), ends[-1]
        head = text[: bisect_right(ends, room // 2) - 1]
        tail = text[bisect_left(ends, ends[-1] - room // 2) :]
        cut = f"{shown(head)}……{shown(tail)}"
        return cut, self.width(cut)


def behind(columns: bytearray) -> list[int]:
    """Return the columns behind each of some characters, from 0 before the first."""
    return [0, *accumulate(columns)]


def blank(columns: bytearray) -> str:
    """Return spaces of the same widths."""
    spaces = str(columns, "latin-1")
    for width in set(columns):
        spaces = spaces.replace(chr(width), _SPACES[width])
    return spaces


def table(rows: Sequence[Sequence[str]], ruler: Ruler) -> Iterator[str]:
    """Yield the rows, all of one length, with their cells aligned; the last one is not padded."""
    widths = [max(map(ruler.width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        pads = [width - ruler.width(cell) for cell, width in zip(row, widths, strict=True)]
        padded = [cell + " " * pad for cell, pad in zip(row, pads, strict=True)]
        yield "  ".join(padded).rstrip()
