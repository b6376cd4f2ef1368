"""Which of many words stand in a text."""

from __future__ import annotations

from _operator import add

from speechlint.light import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


@lru_cache(maxsize=1)
def pairs(text: str) -> list[str]:
    """Return the pairs of characters of a text, one at each but its last.

    Only those of the last text are kept: they take thirty times its room. And no set of them: to
    make one takes as long as three lookups of all the words in the list.
    """
    return list(map(add, text, text[1:]))


class Beginnings:
    """Many words by the two characters that each begins with, or its only one."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[str, list[str]] = {}
        for word in words:
            self._words.setdefault(word[:2], []).append(word)
        self._heads = frozenset(self._words)

    def within(self, text: str, here: Iterable[str]) -> Iterator[str]:
        """Yield those that may stand in a text, of which there are few: it must still be asked.

        `here` are its pairs; those of a long text are not to be a list, which would be too.
        """
        found = self._heads.intersection(here) | self._heads.intersection(text)
        for head in found | self._heads.intersection(("",)):
            yield from self._words[head]


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
        for word in self._beginnings.within(changed, map(add, changed, changed[1:])):
            if word not in places and (at := changed.find(word)) >= 0:
                places[word] = start + at
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
