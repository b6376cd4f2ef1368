"""Words that a replacement broke: “跨更加展”, where “越发” of 跨越发展 became “更加”.

Tools that reword a text replace strings, not words. So the test is whether the original, put
back, is taken up by longer words, and those make the text much likelier by the frequencies of
words: an original that would stand as a word of its own proves nothing, for then the two are
merely synonyms. Measured on 3.8 million characters of official prose, the thresholds raised no
alarm across words; inside a word they raised 2 in a million, for people coin words too.
"""

from __future__ import annotations

from speechlint.dictionary import dictionary
from speechlint.light import cache, lru_cache
from speechlint.record import NamedTuple
from speechlint.text import Span
from speechlint.views.spun import words
from speechlint.views.spun.han import around, is_han

_AROUND = 6  # characters on each side that are cut into words
_LONGEST = 3  # characters of a broken word before what was put
# How much likelier the text must become (natural logarithms).
_ACROSS = 2.5  # two words divide the original between them
_ACROSS_WORDS = 8.0  # … and two as good ones divide what stands there (这名|目前)
_INSIDE = 6.0  # the original is a part of one word
_INSIDE_RARE = 4.0  # … and what was put is no word of official prose


class Spun(NamedTuple):
    """A place, and what stood there."""

    span: Span  # in the paragraph
    original: str


@cache
def originals(word: str) -> tuple[str, ...]:
    """Return what a word is put for; nothing where only other tables know it."""
    return tuple(words.said(word, words.PAIRS).partition("\t")[0].split())


def _rare(word: str) -> bool:
    """Say whether it is no word of official prose."""
    return bool(words.said(word, words.PAIRS).partition("\t")[2])


def across(text: str, word: str, start: int) -> Spun | None:
    """Return the two words whose end and beginning the word at `start` was put for."""
    end = start + len(word)
    if not (start and is_han(text[start - 1]) and end < len(text) and is_han(text[end])):
        return None
    likely = [original for original in originals(word) if _divided(text, start, original, end)]
    if not likely:
        return None
    before, after = around(text, start, end, _AROUND)
    found = [
        (restored.gain, restored.placed(start - len(before), len(word)))
        for original in likely
        if (restored := _restore(before, original, after, word))
        and restored.gain > (_ACROSS_WORDS if restored.reads else _ACROSS)
        and restored.divided
    ]
    return max(found)[1] if found else None


def inside(text: str, word: str, start: int) -> Spun | None:
    """Return the longer word of which the word at `start` was put for a part."""
    before, after = around(text, start, start + len(word), _AROUND)
    enough = _INSIDE_RARE if _rare(word) else _INSIDE
    found = [
        (restored.gain, restored.placed(start - len(before), len(word)))
        for original in originals(word)
        if (restored := _restore(before, original, after, word)) and restored.gain > enough
    ]
    return max(found)[1] if found else None


class _Restored(NamedTuple):
    """A text with the original put back, cut into its likeliest words.

    `first` and `last` delimit those that took the original up, `start` and `end` the original.
    `reads` says that in the text as it is, too, words divide what was put.
    """

    text: str
    gain: float
    first: int
    last: int
    start: int
    end: int
    reads: bool

    @property
    def divided(self) -> bool:
        """Whether words divide the original between them, be they parts of a longer one."""
        cuts = dictionary().likeliest(self.text[self.first : self.last], parted=True)[1]
        return any(self.start < self.first + cut < self.end for cut in cuts)

    def placed(self, offset: int, length: int) -> Spun:
        """Return it in the text as it is, where the word put has `length` characters."""
        shift = offset + length - (self.end - self.start)
        span = Span(offset + self.first, shift + self.last)
        return Spun(span, self.text[self.first : self.last])


def _restore(before: str, original: str, after: str, word: str) -> _Restored | None:
    """Put the original back; return nothing where it would stand as a word of its own."""
    text = before + original + after
    start, end = len(before), len(before) + len(original)
    if not _taken_up(text, start, end):
        return None
    likelihood, ends = dictionary().likeliest(text)
    first = max(at for at in (0, *ends) if at <= start)
    last = min(at for at in ends if at >= end)
    if (first, last) == (start, end):
        return None
    usual, cuts = dictionary().likeliest(before + word + after)
    reads = any(start < cut < start + len(word) for cut in cuts)
    return _Restored(text, likelihood - usual, first, last, start, end, reads)


def _taken_up(text: str, start: int, end: int) -> bool:
    """Say whether words may lie across an edge of the original: a look before the cut."""
    known = dictionary()
    return any(
        known.begins(text[at : edge + 1])
        for first, edge in ((0, start), (start, end))
        if edge < len(text)
        for at in range(edge - 1, first - 1, -1)
    )


@lru_cache(maxsize=10_000)
def _begins(text: str) -> bool:
    return dictionary().begins(text)


def _divided(text: str, start: int, original: str, end: int) -> bool:
    """Say whether a word ends and another begins in the original: a look before the cut."""
    known = dictionary()
    for cut in range(1, len(original)):
        head, tail = original[:cut], original[cut:]
        if not _begins(tail + text[end]):  # nearly always
            continue
        before, after = around(text, start, end, _AROUND)
        near = range(1, min(_LONGEST, len(before)) + 1)
        ends = any(known.get(before[-n:] + head) for n in near)
        if ends and known.ends(tail + after, 0)[-1:] > [len(tail)]:
            return True
    return False
