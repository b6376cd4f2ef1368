"""Many words at once, found by the pairs of characters that a text holds.

What it costs to look for a thousand words grows with the text, not with the words: only those
are looked for whose last two characters stand in it side by side.
"""

from __future__ import annotations

from speechlint.light import cache
from speechlint.occurrences import starts
from speechlint.pairs import Index
from speechlint.record import NamedTuple
from speechlint.text import Span
from speechlint.vocabulary import vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from speechlint.paragraph import Paragraph

    _Words = Mapping[str, str]
else:
    from _collections_abc import Mapping as _Words  # collections, where it has its name, is dear

_TWO = 2


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
    """Words and what is said of each, where the build laid them (see `vocabulary`).

    They are not in the order of their rule, and read when they are asked for.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def within(self, text: str) -> list[str]:
        """Return the words that may stand in a text."""
        return [row.partition("\t")[0] for row in self._rows(text)]

    def _rows(self, text: str) -> Sequence[str]:
        known = vocabulary()
        return known.rows(self._name, text) if known else ()

    def __getitem__(self, word: str) -> str:
        for row in self._rows(read(word).text):
            key, _, value = row.partition("\t")
            if key == word:
                return value
        raise KeyError(word)

    def __iter__(self) -> Iterator[str]:
        known = vocabulary()
        for row in known.every(self._name) if known else ():
            yield row.partition("\t")[0]

    def __len__(self) -> int:
        return sum(1 for _ in self)


def written(words: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return words for the vocabulary, each with what is said of it, after characters that it holds."""
    from speechlint.rarity import rare

    return [(rare(read(word).text), f"{word}\t{said}") for word, said in words.items()]


class Lexicon:
    """Words, each under the two characters that it ends with.

    A draft needs few of a thousand words, so a word is read only when its end is met.
    """

    def __init__(self, words: Iterable[str]) -> None:
        entries = ((_end(word), word) for word in words)
        self._within = words.within if isinstance(words, Table) else Index(entries).rows

    def find(self, paragraph: Paragraph) -> Sequence[tuple[Span, Word]]:
        """Return the words in order, none overlapping; of two that begin alike the longer."""
        text = paragraph.text
        keys = self._within(text)
        return [*self._standing(text, keys)] if keys else ()  # nearly always none

    def _standing(self, text: str, keys: Iterable[str]) -> Iterator[tuple[Span, Word]]:
        # Most ends are those of other words: only what is bracketed has to be read first.
        found = [
            (start, -len(word.text), word)
            for key in keys
            if key in text or key[-1] == "]" or key[0] == "["
            for word in (read(key),)
            for start in starts(word.text, text)
            if word.fits(text, start)
        ]
        last = 0
        for start, length, word in sorted(found):
            if start >= last:
                last = start - length
                yield Span(start, last), word
