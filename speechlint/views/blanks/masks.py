"""Masks: characters drawn in the place of a name or a number.

A run of mask characters counts unless something around it says what else it is: a letter of
a word, a factor, a bullet, a numeral, an emphasis. Which of these can be depends on the
character it is drawn with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from speechlint.text import Span
from speechlint.views.blanks import years
from speechlint.views.blanks.blank import Blank, Kind
from speechlint.views.blanks.lookalikes import cited, emphasis, is_cross, is_letter
from speechlint.views.blanks.words import (
    BODIES,
    DIGITS,
    MASKS,
    NOUNS,
    NUMERALS,
    PEOPLE,
    PLACES,
    SPACES,
    UNITS,
    is_han,
    is_latin,
    named,
)

_CHARACTERS = frozenset(MASKS)
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWYZＯ")
# These too stand for a number, but only right before what asks for one.
_FILLERS = ("？", "?", "—", "－", "…", "--", "//", "N", "Y", "M", "n", "y", "m", "..")
# After digits a mask is the rest of their number.
_COUNTED = (*UNITS, *"个家名项户人件元次")
_DATE = frozenset("年月日号时点分")


class Run(NamedTuple):
    """A run of mask characters in its text."""

    text: str
    start: int
    end: int

    @property
    def body(self) -> str:
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        return self.text[self.start - 1] if self.start else ""

    @property
    def after(self) -> str:
        return self.text[self.end : self.end + 1]

    @property
    def length(self) -> int:
        return self.end - self.start

    def precedes(self, words: tuple[str, ...]) -> bool:
        return self.text.startswith(words, self.end)


def find(text: str) -> Iterator[Blank]:
    """Yield the masks and masked years of a text, not always in order."""
    if not _CHARACTERS.isdisjoint(text) or years.suspected(text):
        masked_years = list(years.find(text))
        yield from masked_years
        spans = [run for run in _runs(text) if not _inside(run, masked_years)]
        yield from _joined(text, spans)
    if "某" in text:
        yield from _somebody(text)
    if not _LETTERS.isdisjoint(text):
        yield from _initials(text)
    yield from _fillers(text)
    if "00" in text:
        yield from _zeros(text)


def _blank(text: str, start: int, end: int, *, sure: bool = True) -> Blank:
    names = named(text, start, end)
    return Blank(Span(start, end), Kind.MASK, text[start:end], names, sure)


def _inside(run: Span, masked_years: list[Blank]) -> bool:
    return any(run.overlaps(year.span) for year in masked_years)


@lru_cache(maxsize=None)
def _run_pattern() -> re.Pattern[str]:
    every = "[" + re.escape("".join(MASKS)) + "]+"
    # XX.XX% and X,XXX are one number.
    return re.compile(rf"{every}(?:[.．]{every}|,[XxＸ]{{3}}(?![XxＸ]))*")


def _runs(text: str) -> Iterator[Span]:
    spared = emphasis(text) if "**" in text else ()
    for match in _run_pattern().finditer(text):
        run = Run(text, *match.span())
        if not any(run.start < end and start < run.end for start, end in spared) and _counts(run):
            yield Span(run.start, run.end)


def _counts(run: Run) -> bool:
    families = {MASKS[c] for c in run.body if c in MASKS}
    if run.length == len(run.text):  # all there is: a bullet or a rule of dashes is no blank
        alone = families <= {"letter"} or (families <= {"cross"} and run.length > 1)
        return alone and run.length < 5
    if cited(run.text, run.start):
        return False
    if len(families) > 1:
        return not (is_latin(run.before) or is_latin(run.after) or _between_digits(run))
    return _TESTS[families.pop()](run)


def _between_digits(run: Run) -> bool:
    return run.before in DIGITS and run.after in DIGITS and bool(run.before and run.after)


def _letter(run: Run) -> bool:
    return not is_letter(run.text, run.start, run.end)


def _cross(run: Run) -> bool:
    if _between_digits(run):
        return False
    if run.length > 1:
        return not is_latin(run.before)
    return not is_cross(run.text, run.start)


def _star(run: Run) -> bool:
    before, after = run.before, run.after
    if _between_digits(run) or is_latin(after) or (is_latin(before) and not run.precedes(UNITS)):
        return False
    if before in DIGITS and before:
        return run.precedes(_COUNTED)
    if not run.text[: run.start].strip(SPACES):  # a bullet or a footnote, where nothing stands before
        return run.precedes(NOUNS) and after not in SPACES
    if run.length == 1 and not (after and is_han(after)):
        return (bool(after) and _han(before) and after in "、，。；”》") or run.precedes(UNITS)
    return after not in SPACES or is_han(before)


def _ring(run: Run) -> bool:
    before, after = run.before, run.after
    if before and before in DIGITS and run.length > 1:
        return run.precedes(_COUNTED)
    if (before and before in NUMERALS + DIGITS) or (after and after in "〇零一二三四五六七八九十" + DIGITS):
        return False
    if run.length > 1:
        return run.precedes(NOUNS) or _stands(run)
    repeated = not before and run.text.count(run.body) > 1  # one at the head is a bullet
    return (_han(before) or repeated) and run.precedes(NOUNS)


def _stands(run: Run) -> bool:
    """Say whether it has a place in a sentence: a word on a side, and a word or a mark on the other."""
    before, after = run.before, run.after
    if _han(before):
        return _han(after) or (bool(after) and after in "、，。；：”》）")
    return _han(after) and bool(before) and before in "、，；：“《（"


def _shape(run: Run) -> bool:
    """Triangles, squares and stars: bullets, lost glyphs and ratings look the same."""
    before = run.before
    if run.length > 1 and not before:
        return run.precedes(NOUNS) and not run.text.startswith("同志们", run.end)
    if run.length > 1:
        return (run.precedes(NOUNS) and not run.precedes(("级",))) or (
            run.body[0] not in "★☆" and _stands(run)
        )
    if run.body in "★☆" or not (_han(before) or before in "、，“"):
        return False
    return run.precedes((*UNITS, *PLACES, *PEOPLE, *BODIES)) or (
        run.after in ("个", "月", "日") and not run.precedes(("个人", "个体", "个别", "月底", "日常"))
    )


def _hash(run: Run) -> bool:
    if not (_han(run.before) or "＃" in run.body or run.before in ("、", "，", "“")):
        return False
    return run.precedes(UNITS) or (run.length > 1 and run.precedes(NOUNS))


def _line(run: Run) -> bool:
    before, after = run.before, run.after
    if is_latin(before) or is_latin(after) or (not after.strip() and before in "：:"):
        return False
    if before in "：:" and "。" not in run.text:
        return False  # a form to be signed
    if run.length == 1 and run.body != "＿":
        return (_han(before) or before in DIGITS) and run.precedes(NOUNS)
    return _han(before) or _han(after) or run.precedes(UNITS)


def _han(c: str) -> bool:
    return bool(c) and is_han(c)


_TESTS = {
    "letter": _letter,
    "cross": _cross,
    "star": _star,
    "ring": _ring,
    "shape": _shape,
    "hash": _hash,
    "line": _line,
}


def _joined(text: str, runs: list[Span]) -> Iterator[Blank]:
    """Make one blank of the parts of a date: XX月XX日."""
    start = 0
    while start < len(runs):
        end = start + 1
        while end < len(runs) and text[runs[end - 1].end : runs[end].start].strip(SPACES) in _DATE:
            end += 1
        first, last = runs[start].start, runs[end - 1].end
        dated = text[last : last + 1] in _DATE and end - start > 1
        yield _blank(text, first, last + dated)
        start = end


def _somebody(text: str) -> Iterator[Blank]:
    from speechlint.views.blanks.lookalikes import is_somebody

    for match in re.finditer("某+", text):
        start, end = match.span()
        if is_somebody(text, start, end):
            continue
        yield _blank(text, start, end, sure=end - start > 1)


def _initials(text: str) -> Iterator[Blank]:
    """Letters for names: YY公司, A市."""
    for match in re.finditer(r"(?<![A-Za-z0-9/+＋.])(?:([A-WYZＯ])\1+|[A-HJ-MO-WYZ])(?![A-Za-z0-9])", text):
        start, end = match.span()
        if end - start > 1:
            if text.startswith((*UNITS, *PLACES, *PEOPLE, "公司", "单位", "个", "年", "月"), end):
                yield _blank(text, start, end, sure=False)
        elif text.startswith(("省", "市", "县", "镇", "乡", "村", "同志", "书记"), end):
            yield _blank(text, start, end, sure=False)


def _fillers(text: str) -> Iterator[Blank]:
    """？亿元, ——%, N万元: a number is asked for, and something else stands there."""
    if not any(filler in text for filler in _FILLERS):
        return
    for match in re.finditer(
        r"[？?]+|(?<=[\u4e00-\u9fff])(?:[—－…]+(?=[%％个公平]|[亿万]元)|-{2,}|/{2,}|\.{2,}|[NYMnym])(?=[%％个亿万公平])", text
    ):
        start, end = match.span()
        units = UNITS
        if text[start] in "？?" and end - start > 1:
            units = (*UNITS, "个项目", "个月", "个县", "个村", "家企业", *"名项所户亩元件")
        if text.startswith(units, end) and start and (is_han(text[start - 1]) or text[start - 1] in "、，"):
            yield _blank(text, start, end)


def _zeros(text: str) -> Iterator[Blank]:
    for match in re.finditer(r"(?<![\d.,，:：])0{2,}(?:\.0+)?(?!\d)", text):
        if text.startswith((*UNITS, "个"), match.end()) and not text.startswith("个人", match.end()):
            yield _blank(text, *match.span())
