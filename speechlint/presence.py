"""Which literals of rules stand in a text, and which rules they wake."""

from __future__ import annotations

from speechlint.light import lru_cache
from speechlint.pairs import Index
from speechlint.vocabulary import vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

WHEN = "WHEN"  # the table of the literals of our own rules


class Literals:
    """Some literals, and, where the build wrote them, those of all rules that come with speechlint.

    `entries` are pairs: a literal, and the id of a rule that it wakes.
    """

    def __init__(self, entries: Iterable[tuple[str, str]], *, shipped: bool = True) -> None:
        own: dict[str, list[str]] = {}
        for word, rule in entries:
            own.setdefault(word, []).append(rule)
        self._wakes = own
        self._met: set[str] = set()  # of those that come with speechlint
        self._own = _index(frozenset(own))
        self._shipped = vocabulary() if shipped else None
        self.longest = max(map(len, own), default=0)
        if self._shipped:
            self.longest = max(self.longest, self._shipped.longest(WHEN))

    def within(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield those that stand in a text, each with the place where it first does."""
        for word in self._own.rows(text):
            if (at := text.find(word)) >= 0:
                yield word, at
        for row in self._shipped.rows(WHEN, text) if self._shipped else ():
            word, _, rules = row.partition("\t")
            if (at := text.find(word)) >= 0:
                if word not in self._met:
                    self._wakes[word] = self._wakes.get(word, []) + rules.split(" ")
                    self._met.add(word)  # last: another thread may ask by now
                yield word, at

    def waking(self, words: Iterable[str]) -> dict[str, set[str]]:
        """Return of each rule that some words wake, by its id, those that do; they were found before."""
        found: dict[str, set[str]] = {}
        for word in words:
            for rule in self._wakes[word]:
                if rule in found:
                    found[rule].add(word)
                else:
                    found[rule] = {word}
        return found


@lru_cache(maxsize=4)
def _index(words: frozenset[str]) -> Index:
    """Return what all open drafts with the same rules ask."""
    return Index((word[:2], word) for word in words)


class Presence:
    """Literals, and where each stands in the text that was last looked at.

    In a text that differs from it in one place, only that place is searched.
    """

    def __init__(self, literals: Literals) -> None:
        self._literals = literals
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
        start = max(0, head - self._literals.longest)
        changed = text[start : len(text) - tail + self._literals.longest]
        for word, at in self._literals.within(changed):
            places.setdefault(word, start + at)
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
