"""Where the words of a list stand in a text."""

from __future__ import annotations

from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def holds(text: str, words: Iterable[str]) -> bool:
    """Say whether one of the words stands in the text; `any` takes four times as long."""
    for word in words:  # noqa: SIM110
        if word in text:
            return True
    return False


def starts(word: str, text: str) -> Iterator[int]:
    """Yield where a word begins in a text, be it inside the one before; an empty word nowhere."""
    at = text.find(word) if word else -1
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def occurrences(words: Iterable[str], text: str) -> Iterator[Span]:
    """Yield the spans of the words in order, none overlapping; of two that begin alike the longer."""
    found = []
    for word in words:
        at = text.find(word) if word else -1
        while at >= 0:
            found.append((at, -len(word)))
            at = text.find(word, at + 1)
    last = 0
    for start, length in sorted(found):
        if start >= last:
            last = start - length
            yield Span(start, last)
