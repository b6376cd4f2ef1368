"""Lists of words that are looked up where they lie, in what the build wrote.

To make a dict of 10,000 words takes 3 ms, to read them at all a tenth of that, and most drafts ask
for fewer than a hundred.
"""

from __future__ import annotations

from speechlint import packed, tables
from speechlint.light import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    # The words in UTF-8, in the order of characters, each behind a line break with a tab and its
    # value; an array of where those stand that begin with each sixteen characters.
    Packed = tuple[bytes, bytes]

_SHIFT = 4  # bits of a character that do not count
_LAST = 0xFFFF >> _SHIFT  # of a further one likewise
_MANY = 10_000  # words that are asked for again: more than a draft asks for


class Listed:
    """Words, each with a value; the words of a list all have ""."""

    def __init__(self, made: Packed) -> None:
        self._words, starts = made
        self._starts = memoryview(starts).cast("I")
        self._known: dict[str, str | None] = {}

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None

    def longest(self, text: str, at: int, most: int) -> str:
        """Return the longest word, of so many characters at most, that a text has at a place, or ""."""
        words = self._beside(text[at])
        first = f"\n{text[at]}".encode("utf-8", "surrogatepass")
        if first in words:  # seldom
            for end in range(at + most, at, -1):
                if (word := text[at:end]) in self:
                    return word
        return ""

    def get(self, word: str) -> str | None:
        """Return the value of a word; None for an unknown word."""
        if word in self._known:
            return self._known[word]
        if len(self._known) >= _MANY:
            self._known.clear()
        found = self._known[word] = self._found(word)
        return found

    def _found(self, word: str) -> str | None:
        if not word or "\n" in word or "\t" in word:
            return None
        words = self._beside(word[0])
        key = f"\n{word}\t".encode("utf-8", "surrogatepass")
        at = words.find(key)
        if at < 0:
            return None
        at += len(key)
        return words[at : words.find(b"\n", at)].decode()

    def _beside(self, character: str) -> bytes:
        """Return the words among which those are that begin with a character."""
        first = _first(character)
        return bytes(self._words[self._starts[first] : self._starts[first + 1] + 1])


def _first(word: str) -> int:
    first = ord(word[0]) >> _SHIFT
    return first if first < _LAST else _LAST  # noqa: FURB136 (takes four times as long)


@cache
def listed(name: str) -> Listed:
    """Return a list of words, parted by spaces or lines; a tab and its value may follow each."""
    return of(name, lambda: entries(name))


def of(name: str, make: Callable[[], Mapping[str, str]]) -> Listed:
    """Return words and their values, as the build made them, or as they are made now."""
    return Listed(packed.made(name) or built(make()))


def entries(name: str) -> dict[str, str]:
    """Return the words of a list with their values."""
    every = tables.bare(name).replace("\n", " ").split(" ")
    return {word: value for word, _, value in (entry.partition("\t") for entry in every) if word}


def built(values: Mapping[str, str]) -> Packed:
    """Return words and their values in the form in which they are used."""
    from array import array

    data, starts = b"", array("I")
    for word in sorted(values):
        while len(starts) <= _first(word):
            starts.append(len(data))
        data += f"\n{word}\t{values[word]}".encode()
    starts.extend([len(data)] * (_LAST + 2 - len(starts)))
    return data + b"\n", starts.tobytes()
