"""Flag a bracket or quotation mark without its partner."""

from __future__ import annotations

from speechlint.diagnostic import Edit, Fix
from speechlint.light import cache
from speechlint.record import NamedTuple, WithOptions
from speechlint.regexes import any_of, escape, regex
from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from speechlint.document import Paragraph, Speech

    # What is closed and what is opened, by pair, the brackets of list markers (1） 2）), and where
    # the mark that opens the paragraph is closed, or -1.
    Left = tuple[dict[str, list[int]], dict[str, list[int]], list[int], int]

_NUMBERS = frozenset("0123456789abcdefgABCDEFG一二三四五六七八九十甲乙丙丁")
_CLAUSES = frozenset("，。；：、！？ \t\u3000")
_DEEP = 3  # seldom are more pairs inside one another


class _Mark(NamedTuple):
    """An unpaired mark. `pair` is the pair it belongs to."""

    paragraph: Paragraph
    at: int
    pair: str
    number: int  # of its paragraph


class Pairs(WithOptions):
    """Flag what is opened and never closed, or closed and never opened.

    A member of `pairs` is an opening and a closing mark; more of them stand for the same
    in another width (“（）()”). `across` are the pairs that may hold several paragraphs:
    each then begins with the opening mark, and only the last is closed (GB/T 15834,
    4.8.3.5). Many texts leave out the marks between, so one that is closed at most `reach`
    paragraphs later is paired.
    """

    pairs: tuple[str, ...]
    across: tuple[str, ...] = ()
    reach: int = 3

    def check_speech(self, speech: Speech) -> Iterator[Finding]:
        pattern, roles = _marks(self.pairs)
        open_: dict[str, _Mark] = {}  # may yet be closed in a later paragraph
        markers: list[_Mark] = []
        for number, paragraph in enumerate(speech.paragraphs):
            if not open_ and _balanced(paragraph.text, pattern, self.pairs):
                continue
            for pair in [p for p, mark in open_.items() if number - mark.number > self._reach(p)]:
                yield _unpaired(open_.pop(pair))
            closed, opened, of_lists, first = _pair(paragraph.text, pattern, roles)
            markers += (
                _Mark(paragraph, at, roles[paragraph.text[at]][0], number) for at in of_lists
            )
            for pair in self.pairs:
                closing = [_Mark(paragraph, at, pair, number) for at in closed.get(pair, ())]
                opening = [_Mark(paragraph, at, pair, number) for at in opened.get(pair, ())]
                before = open_.get(pair)
                if before and closing:
                    del open_[pair], closing[0]
                elif before and self._goes_on(before, paragraph.text, first):
                    del open_[pair]
                yield from _closing(closing)
                if opening and pair in open_:
                    yield _unpaired(open_.pop(pair))
                yield from _opening(opening, open_)
        yield from map(_unpaired, open_.values())
        if len(markers) == 1:  # its brothers are written （1）
            yield _unpaired(markers[0])

    def _reach(self, pair: str) -> int:
        return self.reach if pair in self.across else 1  # a line break tore the paragraph

    def _goes_on(self, before: _Mark, text: str, first: int) -> bool:
        """Say whether a paragraph begins with the mark because a quotation goes on."""
        if before.pair not in self.across or text[:1] not in before.pair[::2]:
            return False
        return first < 0 or not text[first + 1 :].strip("。；，！？…")


@cache
def _marks(pairs: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, tuple[str, bool]]]:
    """Return what finds any mark, and for each its pair and whether it opens."""
    roles = {char: (pair, not at % 2) for pair in pairs for at, char in enumerate(pair)}
    return regex("[" + escape("".join(roles)) + "]"), roles


def _balanced(text: str, pattern: re.Pattern[str], pairs: tuple[str, ...]) -> bool:
    """Say whether all marks are plainly paired, each pair inside or beside the others."""
    marks = "".join(pattern.findall(text))
    for _ in range(_DEEP):
        if not marks:
            return True
        marks = _closed(pairs).sub("", marks)
    return not marks


@cache
def _closed(pairs: tuple[str, ...]) -> re.Pattern[str]:
    return any_of(pair[at : at + 2] for pair in pairs for at in range(0, len(pair), 2))


def _pair(text: str, pattern: re.Pattern[str], roles: Mapping[str, tuple[str, bool]]) -> Left:
    """Return what pairing the marks of a paragraph leaves over."""
    closing: dict[str, list[int]] = {}
    opening: dict[str, list[int]] = {}
    markers: list[int] = []
    first = -1
    for match in pattern.finditer(text):
        at = match.start()
        pair, opens = roles[match[0]]
        stack = opening.setdefault(pair, [])
        if opens:
            stack.append(at)
        elif stack:
            if stack.pop() == 0:
                first = at
        elif match[0] in ")）" and _list_marker(text, at):
            markers.append(at)
        elif match[0] != "’" or not _elided(text, at):
            closing.setdefault(pair, []).append(at)
    return closing, opening, markers, first


def _list_marker(text: str, at: int) -> bool:
    """Say whether the bracket only ends a marker: “1）”, “甲)”."""
    start = at
    while start > max(0, at - 3) and text[start - 1] in _NUMBERS:
        start -= 1
    return start < at and (start == 0 or text[start - 1] in _CLAUSES)


def _elided(text: str, at: int) -> bool:
    """Say whether the mark stands for something left out: ’98, Xi’an."""
    before, behind = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    return (behind.isascii() and behind.isalnum()) or (before.isascii() and before.isalpha())


def _closing(marks: list[_Mark]) -> Iterator[Finding]:
    """Yield what is closed and never opened."""
    while marks:
        mark, *marks = marks
        if marks and _alike(mark, marks[0]):
            del marks[0]
            yield _turned(mark)
        else:
            yield _unpaired(mark)


def _opening(marks: list[_Mark], open_: dict[str, _Mark]) -> Iterator[Finding]:
    """Yield what is opened and never closed, but for the last: a later paragraph may do it."""
    while marks:
        mark, *marks = marks
        if marks and _alike(mark, marks[0]):
            yield _turned(marks.pop(0))
        elif marks:
            yield _unpaired(mark)
        else:
            open_[mark.pair] = mark


def _alike(mark: _Mark, other: _Mark) -> bool:
    """Say whether two marks of one kind were meant to be a pair."""
    return _CLAUSES.isdisjoint(mark.paragraph.text[mark.at : other.at])


def _unpaired(mark: _Mark) -> Finding:
    char = mark.paragraph.text[mark.at]
    span = mark.paragraph.locate(Span(mark.at, mark.at + 1))
    return Finding(span, {"match": char, "partner": _partner(mark, char)})


def _turned(mark: _Mark) -> Finding:
    """Return the finding for “甲“ or ”甲”."""
    char = mark.paragraph.text[mark.at]
    partner = _partner(mark, char)
    here = Span(mark.at, mark.at + 1)
    span = mark.paragraph.locate(here)
    fix = Fix(f"改为{partner}", (Edit(span, partner),))
    values = {"match": char, "partner": partner}
    return Finding(span, values, None if mark.paragraph.torn(here) else fix)


def _partner(mark: _Mark, char: str) -> str:
    return mark.pair[mark.pair.index(char) ^ 1]
