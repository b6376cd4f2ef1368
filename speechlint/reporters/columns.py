"""How many columns of a terminal a text takes, and tables whose columns stand one below another."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


# What drafts are made of; `unicodedata`, which knows the rest, takes 0.3 ms to import.
_DOUBLE = frozenset("，。、；：？！（）《》【】〔〕％\u3000")
_OPEN = frozenset("“”‘’…—·×①②③○□")  # one column or two
_NARROW = _OPEN | frozenset(map(chr, range(ord(" "), ord("~") + 1))) | {"⏎"}


def usual(char: str) -> bool:
    """Say whether a character is one that everybody can see."""
    return char in _NARROW or char in _DOUBLE or _is_han(char)


def category(char: str) -> str:
    """Return the category of a character in Unicode ("Cf", "Mn")."""
    import unicodedata

    return unicodedata.category(char)


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


class _Widths(dict[str, int]):
    """The columns of the pieces that were measured so far."""

    def __init__(self, *, wide: bool) -> None:
        super().__init__()
        self._double = "WFA" if wide else "WF"

    def __missing__(self, piece: str) -> int:
        if len(piece) != 1:
            return sum(map(self.__getitem__, piece))
        width = self[piece] = self._columns(piece)
        return width

    def _columns(self, char: str) -> int:
        if char in _DOUBLE or _is_han(char):
            return 2
        if char in _NARROW:
            return 2 if "A" in self._double and char in _OPEN else 1
        if category(char) in ("Mn", "Me"):
            return 0  # drawn over the character before
        from unicodedata import east_asian_width

        return 2 if east_asian_width(char) in self._double else 1


_SPACES = ("", " ", "\u3000")  # by their columns
_WIDTHS = {wide: _Widths(wide=wide) for wide in (False, True)}


class Ruler:
    """Measures columns. `wide`: the ones Unicode leaves open, like “ and …, take two."""

    def __init__(self, *, wide: bool) -> None:
        self._widths = _WIDTHS[wide]

    def width(self, text: str) -> int:
        return self._widths[text]

    def blank(self, text: str) -> str:
        """Return spaces of the same widths."""
        return "".join(map(_SPACES.__getitem__, map(self._widths.__getitem__, text)))

    def fitting(self, pieces: Sequence[str], room: int) -> tuple[Sequence[str], int]:
        """Return as many pieces as fit into so many columns, and the columns they take."""
        # A character takes no more than two: so many fit whatever they are.
        count = min(room // 2, len(pieces)) if isinstance(pieces, str) else 0
        used = sum(map(self._widths.__getitem__, pieces[:count]))
        for piece in pieces[count:]:
            if (end := used + self._widths[piece]) > room:
                break
            count, used = count + 1, end
        return pieces[:count], used

    def clipped(self, pieces: Sequence[str], room: int) -> tuple[str, int]:
        """Return the pieces joined, cut in the middle if they are too long, and their columns."""
        whole = "".join(pieces)
        if (width := self.width(whole)) <= room:
            return whole, width
        head, _ = self.fitting(pieces, room // 2)
        tail, _ = self.fitting(pieces[::-1], room // 2)
        cut = f"{''.join(head)}……{''.join(tail[::-1])}"
        return cut, self.width(cut)


def table(rows: Sequence[Sequence[str]], ruler: Ruler) -> Iterator[str]:
    """Yield the rows, all of one length, with their cells aligned; the last one is not padded."""
    widths = [max(map(ruler.width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        pads = [width - ruler.width(cell) for cell, width in zip(row, widths, strict=True)]
        padded = [cell + " " * pad for cell, pad in zip(row, pads, strict=True)]
        yield "  ".join(padded).rstrip()
