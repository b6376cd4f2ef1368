"""jieba's dictionary, searched where it lies on the disk.

jieba reads its 350,000 words into a dict of half a million keys: 0.6 s and 70 MB each time, or a
cache file with a name anyone can guess in a folder that everyone can write to. Here the words stand
sorted in one file, one a line with its frequency, behind a list of where those stand that begin
with each character, and the file is mapped into memory: opening it takes 0.1 ms, looking a word up
some microseconds, and processes share the pages they touch. The build writes the file; without it
(or of another jieba) jieba's own is sorted in memory, in 0.3 s.

A MARISA trie of the same holds it in 1.7 MB instead of 4.2 and cuts in two thirds of the time; for
the few paragraphs that are cut that is not worth a compiled package, which a browser has not.
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
_MANY = 1 << 14  # words that were asked for are known, so many
_FIRSTS = 1 << 16  # characters; the words that begin with any further one stand together
_SIZE = 4 * (_FIRSTS + 2)  # bytes of the offsets
_NEAR = 2048  # bytes that are searched from their beginning: more than two lines


class Dictionary:
    """Words and how often each occurs, per `total` words of the text that jieba counted.

    The table's first line holds the total, the size of the file it was made from and that of the
    list of offsets, which follows; then each line a word, a space and its frequency, sorted as
    bytes. The offsets are those of the line breaks before the words of each first character.
    """

    def __init__(self, table: Mapped) -> None:
        self._table = table
        at = table.find(b"\n") + 1
        self.total, self.made_from, size = map(int, table[:at].split())
        if size != _SIZE:
            raise ValueError(size)
        self._starts = memoryview(table)[at : at + size].cast("I")
        if self._starts[0] != at + size:  # the order of bytes is another's
            raise ValueError(self._starts[0])
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
        if not word:
            return None
        key = b"\n%b " % _bytes(word)
        block = self._beside(word[0], key)
        at = block.find(key)
        if at < 0:
            return None
        at += len(key)
        return int(block[at : block.find(b"\n", at)])

    def begins(self, text: str) -> bool:
        """Say whether any word begins with a text, which is not empty."""
        key = b"\n" + _bytes(text)
        return key in self._beside(text[0], key)

    def ends(self, text: str, start: int) -> list[int]:
        """Return the offsets after every word that begins at `start`, the nearest first."""
        block, at = self._block(text[start]), 0
        key, found = b"\n", []
        for index in range(start, len(text)):
            key += _bytes(text[index])
            at = block.find(key, at)  # sorted: what begins so stands further on
            if at < 0:
                break
            if block[at + len(key)] == _SPACE:
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

    def _block(self, character: str) -> bytes:
        """Return the lines of the words that begin with a character, with a break before each."""
        first, last = self._place(character)
        return self._table[first : last + 1]

    def _beside(self, character: str, key: bytes) -> bytes:
        """Return those of these lines among which one stands that begins with a key, if any does."""
        table = self._table
        first, last = self._place(character)
        while last - first > _NEAR:  # they are sorted
            middle = table.find(b"\n", (first + last) // 2)
            if middle == last:  # a line as long as that
                break
            if table[middle : middle + len(key)] > key:
                last = middle
            else:
                first = middle
        return table[first : last + 1]

    def _place(self, character: str) -> tuple[int, int]:
        """Return the offsets of the line breaks before and behind these lines."""
        first = min(ord(character), _FIRSTS)
        return self._starts[first], self._starts[first + 1]


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

    head = b"%d %d %d\n" % (total, made_from, _SIZE)
    rows, at = sorted(words.items()), len(head) + _SIZE
    firsts: dict[int, int] = {}
    for word, frequency in rows:
        firsts.setdefault(min(ord(word.decode()[0]), _FIRSTS), at)
        at += len(word) + len(frequency) + 2
    offsets = [at]  # of the last line break
    for character in range(_FIRSTS, -1, -1):
        offsets.append(firsts.get(character, offsets[-1]))
    found = array("I", reversed(offsets)).tobytes()
    lines = b"".join(b"\n%b %b" % row for row in rows)
    return b"%b%b%b\n" % (head, found, lines)
