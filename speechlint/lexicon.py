"""Many words at once, found by the pairs of characters that a text holds.

What it costs to look for a thousand words grows with the text, not with the words: only those
are looked for whose last two characters stand in it side by side.
"""

from __future__ import annotations

import sys

from speechlint.light import cache, cached_property
from speechlint.presence import Index, numbers, overtaken
from speechlint.record import NamedTuple
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from speechlint.paragraph import Paragraph

    _Words = Mapping[str, str]
else:
    from _collections_abc import Mapping as _Words  # collections, where it has its name, is dear

_TWO = 2
_WIDTH = 4  # bytes of a number
_CODEC = "utf-16"


class Word(NamedTuple):
    """A word, and the characters that must (`[会]记要`) or must not (`[^颁公]布署`) stand beside it.

    `key` is how the word is written in a rule, brackets and all.
    """

    key: str
    text: str
    before: str = ""
    after: str = ""

    @property
    def conditional(self) -> bool:
        return bool(self.before or self.after)

    def fits(self, text: str, start: int) -> bool:
        """Say whether the characters beside an occurrence let it count."""
        end = start + len(self.text)
        return _beside(self.before, text[start - 1 : start] if start else "") and _beside(
            self.after, text[end : end + 1]
        )


def _beside(wanted: str, char: str) -> bool:
    if wanted[:1] == "^":
        return not char or char not in wanted[1:]
    return not wanted or (char != "" and char in wanted)


@cache
def read(key: str) -> Word:
    """Read a word as rules write it; brackets count only at its edges, and only in pairs."""
    text, before, after = key, "", ""
    if text[:1] == "[" and "]" in text:
        before, _, text = text[1:].partition("]")
    if text[-1:] == "]" and "[" in text:
        text, _, after = text[:-1].partition("[")
    return Word(key, text, before, after) if text else Word(key, key)


def _end(key: str) -> str:
    """Return the last two characters of a word, or its only one."""
    end = key[-2:] if key[-1:] != "]" else key.rpartition("[")[0][-2:]
    if "]" not in end and len(end) == _TWO:
        return end
    return read(key).text[-2:]  # of what stands in brackets alone the most is known here


class Table(_Words):
    """Words and what is said of each, with what they are found by, as the build writes it.

    `keys` and `values` are parted by line breaks, in UTF-16, which Python reads ten times as fast
    as UTF-8; they are parted when they are asked for. `under` are two characters of each word as
    the numbers of `presence`, `others` the places of those that are overtaken.
    """

    def __init__(self, keys: bytes, values: bytes, under: bytes, others: tuple[int, ...]) -> None:
        self._parts = keys, values, under, others

    @classmethod
    def of(cls, words: Mapping[str, str], twos: Iterable[str]) -> Table:
        """Return a table of words and two characters of each."""
        under = numbers("".join(twos))[::2]
        data = b"".join(number.to_bytes(_WIDTH, sys.byteorder) for number in under)
        keys, values = ("\n".join(side).encode(_CODEC) for side in (words, words.values()))
        return cls(keys, values, data, tuple(overtaken(under)))

    def __repr__(self) -> str:
        return f"Table{self._parts!r}"

    def parts(self) -> tuple[bytes, bytes, bytes, tuple[int, ...]]:
        """Return what it is made of."""
        return self._parts

    @cached_property
    def _keys(self) -> list[str]:
        return str(self._parts[0], _CODEC).split("\n")

    @cached_property
    def _known(self) -> dict[str, str]:
        return dict(zip(self._keys, str(self._parts[1], _CODEC).split("\n"), strict=True))

    def __getitem__(self, word: str) -> str:
        return self._known[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def index(self) -> Index:
        """Return what finds the words."""
        _, _, under, others = self._parts
        return Index(self._keys, memoryview(under).cast("I").tolist(), others)


def written(words: Mapping[str, str]) -> Table | None:
    """Return words for a lexicon; nothing for those of which one has but one character."""
    ends = [_end(word) for word in words]
    return None if min(map(len, ends)) < _TWO else Table.of(words, ends)


class Lexicon:
    """Words, each under the two characters that it ends with.

    A draft needs few of a thousand words, so a word is read only when its end is met.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._short: list[str] = []  # words of one character
        if isinstance(words, Table):
            self._long = words.index()
            return
        long, last = [], []
        for key in words:
            end = _end(key)
            if len(end) < _TWO:
                self._short.append(key)
            else:
                long.append(key)
                last.append(end)
        self._long = Index(long, numbers("".join(last))[::2])

    def find(self, paragraph: Paragraph) -> Iterator[tuple[Span, Word]]:
        """Yield the words in order, none overlapping; of two that begin alike the longer."""
        text = paragraph.text
        keys = [*self._short, *self._long.within(text)]
        # Most ends are those of other words: only what is bracketed has to be read first.
        found = [
            (start, -len(word.text), word)
            for key in keys
            if key in text or key[-1] == "]" or key[0] == "["
            for word in (read(key),)
            for start in _starts(word.text, text)
            if word.fits(text, start)
        ]
        last = 0
        for start, length, word in sorted(found):
            if start >= last:
                last = start - length
                yield Span(start, last), word


def _starts(word: str, text: str) -> Iterator[int]:
    at = text.find(word) if word else -1
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
