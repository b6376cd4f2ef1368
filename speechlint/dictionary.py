"""jieba's dictionary, searched where it lies on the disk.

jieba reads its 350,000 words into a dict of half a million keys: 0.6 s and 70 MB each time, or a
cache file with a name anyone can guess in a folder that everyone can write to. Here the words stand
sorted in one file, one a line with its frequency, and the file is mapped into memory: opening it
takes 0.1 ms, looking a word up some microseconds, and processes share the pages they touch. The
build writes the file; without it (or of another jieba) jieba's own is sorted in memory, in 0.2 s.

A MARISA trie of the same holds it in 1.7 MB instead of 4.2 and cuts in two thirds of the time; for
the few paragraphs that are cut that is not worth a compiled package, which a browser has not.
"""

from __future__ import annotations

import os
import sys

from speechlint.light import cache
from speechlint.shipped import read, zipped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from mmap import mmap
    from typing import Union

    Table = Union[bytes, mmap]

FILE = "_words.txt"
_SPACE = ord(" ")
_MANY = 1 << 14  # words that were asked for are known, so many
_BLOCK = 1 << 10  # bytes: as many have the words that begin with most characters


class Dictionary:
    """Words and how often each occurs, per `total` words of the text that jieba counted.

    The table's first line holds the total and the size of the file it was made from; each
    further one a word, a space and its frequency, sorted as bytes.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._first = table.find(b"\n")
        self.total, self.made_from = map(int, table[: self._first].split())
        self._blocks: dict[str, tuple[int, int]] = {}
        self._known: dict[str, int | None] = {}

    def get(self, word: str, default: int | None = None) -> int | None:
        """Return how often a word occurs; the default for what is no word."""
        if word not in self._known:
            if len(self._known) == _MANY:
                self._known.clear()
            self._known[word] = self._found(word)
        found = self._known[word]
        return default if found is None else found

    def _found(self, word: str) -> int | None:
        key = b"\n%b " % _bytes(word)
        at = self._table.find(key, *self._block(word[0])) if word else -1
        if at < 0:
            return None
        at += len(key)
        return int(self._table[at : self._table.find(b"\n", at)])

    def ends(self, text: str, start: int) -> list[int]:
        """Return the offsets after every word that begins at `start`, the nearest first."""
        at, end = self._block(text[start])
        key, found = b"\n", []
        for index in range(start, len(text)):
            key += _bytes(text[index])
            at = self._table.find(key, at, end)  # sorted: what begins so stands further on
            if at < 0:
                break
            if self._table[at + len(key)] == _SPACE:
                found.append(index + 1)
        return found

    def likeliest(self, text: str, *, parted: bool = False) -> tuple[float, list[int]]:
        """Return how likely a text is, and the offsets at which its likeliest words end.

        The likelihood is the natural logarithm of the product of the words' frequencies; a
        character that is no word counts as one that occurred once. This is jieba's cut without
        its model of new words. `parted` forbids the text to be one word.
        """
        from math import log

        total = log(self.total)
        best: list[tuple[float, int]] = [(0.0, 0)] * (len(text) + 1)
        for start in range(len(text) - 1, -1, -1):
            ends = self.ends(text, start) or [start + 1]
            if parted and start == 0:
                ends = [end for end in ends if end < len(text)] or [1]
            best[start] = max(
                (log(self.get(text[start:end]) or 1) - total + best[end][0], end) for end in ends
            )
        cuts, at = [], 0
        while at < len(text):
            at = best[at][1]
            cuts.append(at)
        return best[0][0], cuts

    def _block(self, character: str) -> tuple[int, int]:
        """Return where the words that begin with a character stand."""
        if character not in self._blocks:
            key = b"\n" + _bytes(character)
            start, end = self._bisect(key, self._first), len(self._table) - 1
            reach = _BLOCK
            while start + reach < end:  # most blocks are short: look for the end nearby
                line = self._table.find(b"\n", start + reach)
                if self._table[line : line + len(key)] != key:
                    end = line
                    break
                reach *= 8
            self._blocks[character] = start, self._bisect(key + b"\xff", start, end) + 1
        return self._blocks[character]

    def _bisect(self, key: bytes, low: int, high: int = 0) -> int:
        """Return the offset of the first line break with which a line not before `key` begins."""
        table, high = self._table, high or len(self._table) - 1
        while low < high:
            middle = (low + high) // 2
            line = table.rfind(b"\n", low, middle + 1)
            if table[line : line + len(key)] < key:
                low = table.find(b"\n", middle + 1)
            else:
                high = line
        return low


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@cache
def dictionary() -> Dictionary:
    """Return jieba's dictionary, opened once."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), FILE)
    try:
        found = Dictionary(_mapped(path))
        if zipped() or _fits(found):
            return found
    except (OSError, ValueError):  # not built, or not by us
        pass
    return Dictionary(render())


def _fits(found: Dictionary) -> bool:
    """Say whether a table was made from the dictionary of the jieba that is here.

    What is carried along for machines without that has nothing to be compared with.
    """
    source = _source()
    return not os.path.isfile(source) or found.made_from == os.path.getsize(source)


def _mapped(path: str) -> Table:
    if zipped():  # 25 ms
        return read(path)
    with open(path, "rb") as stream:
        try:
            from mmap import ACCESS_READ, mmap
        except ImportError:  # in a browser
            return stream.read()
        return mmap(stream.fileno(), 0, access=ACCESS_READ)


def _source() -> str:
    """Return the path of the dictionary that comes with jieba, without importing jieba."""
    for folder in sys.path:  # what would find it asks for more modules than the whole check
        path = os.path.join(folder, "jieba", "dict.txt")
        if os.path.isfile(path):
            return path
    from importlib.util import find_spec

    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba", name="jieba")
    return os.path.join(os.path.dirname(spec.origin), "dict.txt")


def render() -> bytes:
    """Return the table made from the dictionary that comes with jieba."""
    with open(_source(), "rb") as stream:
        source = stream.read()
    words, total = {}, 0
    for line in source.splitlines():
        word, frequency, _ = line.split(b" ")
        words[word] = frequency  # of a word that stands twice jieba takes the last
        total += int(frequency)
    rows = b"".join(b"%b %b\n" % row for row in sorted(words.items()))
    return b"%d %d\n%b" % (total, len(source), rows)
