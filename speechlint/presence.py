"""Which of many words stand in a text."""

from __future__ import annotations

import sys

from speechlint.light import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_LONG = 1 << 14  # characters whose numbers may be a list: it takes forty times their room
_every: set[int] = set()  # the pairs that any index asks for


def numbers(text: str) -> list[int]:
    """Return a number for each two characters side by side in a text.

    To make strings of them takes three times as long. The low bytes of both characters lie lowest,
    for it is by these bits that a set parts them. A character of more than 16 bits counts as any
    other such: what is found must be compared.
    """
    if len(text) < 2:
        return []
    data = _words(text)
    if len(data) > 2 * len(text):
        data = _words("".join(min(c, "\uffff") for c in text))
    low, high, both = data[::2], data[1::2], bytearray(2 * len(data) - 4)
    both[::4], both[1::4], both[2::4], both[3::4] = low[:-1], low[1:], high[:-1], high[1:]
    return memoryview(both).cast("I").tolist()


def _words(text: str) -> bytes:
    """Return a text as UTF-16, the low bytes first."""
    if sys.byteorder == "little":  # Python writes it without importing a codec
        return text.encode("utf-16", "surrogatepass")[2:]
    return text.encode("utf-16-le", "surrogatepass")


@lru_cache(maxsize=1)
def pairs(text: str) -> list[int]:
    """Return the numbers of a paragraph, which several ask for one after the other."""
    return numbers(text)


@lru_cache(maxsize=1)
def _met(text: str, asked: int) -> set[int]:
    """Return the numbers in a text that an index asks for; so many are asked for by now."""
    del asked
    met: set[int] = set()
    for at in range(0, len(text), _LONG):
        met |= _every.intersection(pairs(text[at : at + _LONG + 1]))
    return met


def overtaken(numbers: Sequence[int]) -> list[int]:
    """Return the places of the numbers that stand again further on."""
    last = dict(zip(numbers, range(len(numbers)), strict=True))
    return [at for at, place in enumerate(map(last.__getitem__, numbers)) if place != at]


class Index:
    """Words, each under the number of two characters that it holds.

    A text is looked through for those of all indexes at once, when the first of them asks.
    `others` are the places of those words behind which another stands under the same number.
    """

    def __init__(
        self, words: Sequence[str], under: Sequence[int], others: Iterable[int] | None = None
    ) -> None:
        self._words = dict(zip(under, words, strict=True))
        self._others: dict[int, list[str]] = {}
        for at in overtaken(under) if others is None else others:
            self._others.setdefault(under[at], []).append(words[at])
        _every.update(under)

    def within(self, text: str) -> Iterator[str]:
        """Yield the words whose two characters stand in a text, each once."""
        for number in self._words.keys() & _met(text, len(_every)):
            yield self._words[number]
            yield from self._others.get(number, ())


class Beginnings:
    """Many words, found by the two characters that each begins with, or its only one."""

    def __init__(self, words: Iterable[str]) -> None:
        self._short: list[str] = []
        long: list[str] = []
        for word in words:
            (long if len(word) > 1 else self._short).append(word)
        self._long = Index(long, numbers("".join([word[:2] for word in long]))[::2])

    def within(self, text: str) -> Iterator[str]:
        """Yield those that stand in a text."""
        for words in (self._short, self._long.within(text)):
            for word in words:
                if word in text:
                    yield word


@lru_cache(maxsize=4)
def _shared(words: frozenset[str]) -> Beginnings:
    """Return what all open drafts with the same rules ask: a megabyte for four of them."""
    return Beginnings(words)


class Presence:
    """Words, and where each stands in the text that was last looked at.

    In a text that differs from it in one place, only that place is searched.
    """

    def __init__(self, words: Iterable[str]) -> None:
        every = frozenset(words)
        self._beginnings = _shared(every)
        self._reach = max(map(len, every), default=0)
        self._places: dict[str, int] = {}
        self._text = ""

    def within(self, text: str) -> set[str]:
        """Return those that stand in a text."""
        before, self._text = self._text, text
        head, tail = _alike(before, text)
        behind, by = len(before) - tail, len(text) - len(before)
        places: dict[str, int] = {}
        for word, at in self._places.items():
            if at >= behind:
                places[word] = at + by
            elif at + len(word) <= head or (at := text.find(word)) >= 0:
                places[word] = at
        start = max(0, head - self._reach)
        changed = text[start : len(text) - tail + self._reach]
        for word in self._beginnings.within(changed):
            if word not in places:
                places[word] = start + changed.find(word)
        self._places = places
        return set(places)


def _alike(one: str, other: str) -> tuple[int, int]:
    """Return how many characters two texts have in common at the start, and then at the end."""
    most = min(len(one), len(other))
    head = _common(most, lambda low, high: one[low:high] == other[low:high])
    tail = _common(
        most - head,
        lambda low, high: (
            one[len(one) - high : len(one) - low] == other[len(other) - high : len(other) - low]
        ),
    )
    return head, tail


def _common(most: int, equal: Callable[[int, int], bool]) -> int:
    """Return the largest number up to which two texts are equal."""
    low, high = 0, most + 1  # equal up to low, not up to high
    while high - low > 1:
        middle = (low + high) // 2
        if equal(low, middle):
            low = middle
        else:
            high = middle
    return low
