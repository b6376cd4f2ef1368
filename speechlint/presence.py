"""Which of many words stand in a text."""

from __future__ import annotations

from _operator import add

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Presence:
    """Words, and where each stands in the text that was last looked at.

    In a text that differs from it in one place, only that place is searched.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._places = dict.fromkeys(words, -1)
        self._reach = max(map(len, self._places), default=0)
        self._text = ""

    def within(self, text: str) -> set[str]:
        """Return those that stand in a text."""
        before, self._text = self._text, text
        head, tail = _alike(before, text)
        behind, by = len(before) - tail, len(text) - len(before)
        start = max(0, head - self._reach)
        changed = text[start : len(text) - tail + self._reach]
        places, pairs = self._places, {*changed, *map(add, changed, changed[1:])}
        for word, at in places.items():
            if at < 0:
                if word and not (word[:2] in pairs and word[-2:] in pairs):  # most of them
                    continue
                found = changed.find(word)
                places[word] = found + start if found >= 0 else -1
            elif at >= behind:
                places[word] = at + by
            elif at + len(word) > head:
                places[word] = text.find(word)
        return {word for word, at in places.items() if at >= 0}


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
