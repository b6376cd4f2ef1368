"""jieba's dictionary, searched where it lies on the disk.

jieba reads its 350,000 words into a dict of half a million keys: 0.6 s and 70 MB each time, or a
cache file with a name anyone can guess in a folder that everyone can write to. Here the words stand
in one file, one a line with its frequency, those that begin with the same two characters together,
behind a list of where to look for these, and the file is mapped into memory: opening it takes
0.1 ms, looking a word up some microseconds, and processes share the pages they touch. The build
writes the file; without it (or of another jieba) jieba's own is sorted in memory, in 0.5 s.

A MARISA trie holds the same in 1.7 MB instead of 5; for the few paragraphs that are cut that is not
worth a compiled package, which a browser has not.
"""

from __future__ import annotations

import os
import sys

from speechlint.light import cache
from speechlint.shipped import mapped, zipped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from speechlint.shipped import Mapped

FILE = "_words.bin"
_SPACE = ord(" ")
_SHELVES = 1 << 17
_ALONE = 1 << 16  # characters of which the frequency as a word stands in a list
_SIZE = 4 * (_SHELVES + 1 + _ALONE)  # bytes of the lists


class Dictionary:
    """Words and how often each occurs, per `total` words of the text that jieba counted.

    The table's first line holds the total, the size of the file it was made from and that of two
    lists of numbers, which follow: the offsets of the line breaks before the words of each shelf,
    and how often each character is a word. Then each line holds a word, a space and its frequency,
    by shelves, on a shelf sorted as bytes.
    """

    def __init__(self, table: Mapped) -> None:
        self._table = table
        at = table.find(b"\n") + 1
        self.total, self.made_from, size = map(int, table[:at].split())
        if size != _SIZE:
            raise ValueError(size)
        numbers = memoryview(table)[at : at + size].cast("I")
        self._starts, self._alone = numbers[: _SHELVES + 1], numbers[_SHELVES + 1 :]
        if self._starts[0] != at + size:  # the order of bytes is another's
            raise ValueError(self._starts[0])

    def get(self, word: str, default: int | None = None) -> int | None:
        """Return how often a word occurs; the default for what is no word."""
        if not word:
            return default
        key = b"\n%b " % _bytes(word)
        lines = self._lines(word)
        at = lines.find(key)
        if at < 0:
            return default
        at += len(key)
        return int(lines[at : lines.find(b"\n", at)])

    def begins(self, text: str) -> bool:
        """Say whether any word begins with a text of two characters or more."""
        return b"\n" + _bytes(text) in self._lines(text)

    def words(self, text: str, start: int) -> list[tuple[int, int]]:
        """Return where each word ends that begins at `start`, and its frequency, the nearest first."""
        first = text[start]
        often = self._alone[ord(first)] if ord(first) < _ALONE else self.get(first)
        found = [(start + 1, often)] if often else []
        last = start + 2
        if last > len(text):
            return found
        lines, key = self._lines(text[start:last]), b"\n" + _bytes(text[start:last])
        at = lines.find(key)
        while at >= 0:
            behind = at + len(key)
            if lines[behind] == _SPACE:
                found.append((last, int(lines[behind : lines.find(b"\n", behind)])))
            if last == len(text):
                break
            key += _bytes(text[last])
            last += 1
            at = lines.find(key, at)  # sorted: what begins so stands further on
        return found

    def ends(self, text: str, start: int) -> list[int]:
        """Return the offsets after every word that begins at `start`, the nearest first."""
        return [end for end, _ in self.words(text, start)]

    def likeliest(self, text: str, *, parted: bool = False) -> tuple[float, list[int]]:
        """Return how likely a text is, and the offsets at which its likeliest words end.

        The likelihood is the natural logarithm of the product of the words' frequencies; a
        character that is no word counts as one that occurred once. This is jieba's cut without
        its model of new words. `parted` forbids the text to be one word.
        """
        from math import log

        total = log(self.total)
        best, ends = [0.0] * (len(text) + 1), [0] * len(text)  # of what begins at each offset
        for start in range(len(text) - 1, -1, -1):
            words = self.words(text, start)
            if parted and start == 0:
                words = [word for word in words if word[0] < len(text)]
            likeliest = float("-inf")
            for end, often in words or [(start + 1, 1)]:
                likelihood = log(often) - total + best[end]
                if likelihood >= likeliest:  # of two as likely the longer word
                    likeliest, ends[start] = likelihood, end
            best[start] = likeliest
        cuts, at = [], 0
        while at < len(text):
            at = ends[at]
            cuts.append(at)
        return best[0], cuts

    def _lines(self, text: str) -> bytes:
        """Return the lines of a text's shelf, with a line break before each and one behind."""
        shelf = _shelf(text)
        return self._table[self._starts[shelf] : self._starts[shelf + 1] + 1]


def _shelf(text: str) -> int:
    """Return where the words stand that begin with the same two characters, if it has two."""
    second = ord(text[1]) if len(text) > 1 else 0
    return (ord(text[0]) * 8191 + second) % _SHELVES


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@cache
def dictionary() -> Dictionary:
    """Return jieba's dictionary, opened once."""
    try:
        found = Dictionary(mapped(FILE))
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
    return rendered(total, len(source), words)


def rendered(total: int, made_from: int, words: Mapping[bytes, bytes]) -> bytes:
    """Return the table of some words and the frequency of each."""
    from array import array
    from itertools import accumulate

    shelves: dict[int, list[bytes]] = {}
    for word, frequency in sorted(words.items()):
        shelves.setdefault(_shelf(word.decode()), []).append(b"\n%b %b" % (word, frequency))
    head = b"%d %d %d\n" % (total, made_from, _SIZE)
    lines = [b"".join(shelves.get(shelf, ())) for shelf in range(_SHELVES)]
    numbers = array("I", accumulate(map(len, lines), initial=len(head) + _SIZE))
    numbers.extend(
        int(words.get(chr(n).encode("utf-8", "surrogatepass"), 0)) for n in range(_ALONE)
    )
    return b"%b%b%b\n" % (head, numbers.tobytes(), b"".join(lines))
