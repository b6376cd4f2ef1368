"""Flag a character, a word or a phrase that stands twice in a row."""

from __future__ import annotations

from itertools import pairwise

from speechlint import lists, tables
from speechlint.diagnostic import Edit, Fix
from speechlint.light import cache
from speechlint.pairs import units
from speechlint.places import Places
from speechlint.record import WithOptions
from speechlint.regexes import regex
from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.document import Paragraph

_DOUBLE = r"(.)\1"  # any character: to ask whether it is a Chinese one takes the engine longer
_RUN = "[\u4e00-\u9fff]{4,}"
_EACH = "一半几"  # 一件件
_ASPECTS = "了着过得"


class Repetition(WithOptions):
    """Flag the second of two equal pieces of Han text that stand side by side.

    Pieces of 2 to `longest` characters are flagged, but for those that match a pattern of
    `rhetoric` (一步一步). A single character is flagged where its pattern in `characters`
    matches (的的), and where it is one too many for the words around it: the table `words`
    tells (see benchmarks/doubles.py), but for those in `twice` (常常). What a match of
    `unless` overlaps is spared.
    """

    longest: int = 20
    rhetoric: tuple[str, ...] = ()
    characters: Mapping[str, str] = {}
    twice: tuple[str, ...] = ()
    words: str = ""
    unless: tuple[str, ...] = ()

    def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        text = paragraph.text
        found = sorted([*self._phrases(text), *self._characters(text)])
        spared: Places | None = None
        for first, second in found:
            if spared is None:
                spared = Places(
                    Span(*m.span()) for p in self.unless for m in regex(p).finditer(text)
                )
            both = Span(first.start, second.end)
            if not spared.touch(both):
                piece = text[second.start : second.end]
                fix = Fix(f"删去一个“{piece}”", (Edit(second, ""),))
                yield Finding(both, {"match": text[both.start : both.end], "piece": piece}, fix)

    def _phrases(self, text: str) -> Iterator[tuple[Span, Span]]:
        for first, second in _phrases(text, self.longest):
            piece = text[first:second]
            if len(set(piece)) == 1:
                continue
            if not any(regex(p).fullmatch(piece) for p in self.rhetoric):
                yield Span(first, second), Span(second, second + len(piece))

    def _characters(self, text: str) -> Iterator[tuple[Span, Span]]:
        for match in regex(_DOUBLE).finditer(text):
            char, at = match[1], match.start()
            if not _han(char):
                continue
            if pattern := self.characters.get(char):
                wrong = regex(pattern).match(text, at) is not None
            else:
                wrong = bool(self.words) and self._odd(text, at)
            if wrong:
                yield Span(at, at + 1), Span(at + 1, at + 2)

    def _odd(self, text: str, at: int) -> bool:
        """Say whether the words around a doubled character need only one of it."""
        char = text[at]
        before, behind = text[max(0, at - 2) : at] or "\n", text[at + 2 : at + 4] or "\n"
        if char in self.twice or before[-1] in _EACH or char in (before[-1], behind[0]):
            return False
        if len(set(before)) == 1 < len(before) or len(set(behind)) == 1 < len(behind):
            return False  # 实实在在
        row = words_around(self.words, char)
        if row is None:
            return False
        begins, preceded, ends, followed = row
        if behind[0] in begins and before[-1] not in preceded:
            return True
        verb = behind[0] in _ASPECTS  # 工作作了调整
        return before[-1] in ends and behind[0] not in followed and not verb


def _phrases(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Yield where equal pieces of 2 to `longest` Han characters begin, side by side."""
    low = units(text)[::2]
    for run in regex(_RUN).finditer(text):
        start, end = run.span()
        if end - start - len({*low[start:end]}) > 1:  # seldom: two characters stand there twice
            for first, second in _twice(run[0], longest):
                yield start + first, start + second


def _twice(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Yield where equal pieces begin, side by side.

    One walk over the pairs of characters: ten times as fast as a regular expression.
    """
    seen: dict[tuple[str, str], int] = {}
    free = 0  # what stands before here belongs to the pieces found last
    for second, pair in enumerate(pairwise(text)):
        first = seen.get(pair, -1)
        seen[pair] = second
        if first >= free and 2 <= second - first <= longest:
            end = 2 * second - first
            if text[first:second] == text[second:end]:
                yield first, second
                free = end


def _han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


@cache
def words_around(name: str, char: str) -> tuple[str, ...] | None:
    """Return the row of a table for a character, or None where it has none.

    What words begin with it, what precedes it there, what ends with it, what follows.
    """
    row = _table(name).get(char)
    return None if row is None else tuple(row.split("	"))


@cache
def _table(name: str) -> lists.Listed:
    return lists.of(name, lambda: tables.by_word(name))
