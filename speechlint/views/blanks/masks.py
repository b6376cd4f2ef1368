"""Masks: characters drawn in the place of a name or a number.

A run of mask characters counts unless something around it says what else it is: a letter of
a word, a factor, a bullet, a numeral, an emphasis. Which of these it can be depends on the
characters it is drawn with.
"""

from __future__ import annotations

from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.blanks import Blank, Kind
from speechlint.views.blanks.letters import is_letter
from speechlint.views.blanks.lookalikes import cited, emphasis
from speechlint.views.blanks.run import Run
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

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_EVERY = f"[{''.join(MASKS)}]+"
# XX.XX% and X,XXX are one number.
_RUN = rf"{_EVERY}(?:[.．]{_EVERY}|,[XxＸ]{{3}}(?![XxＸ]))*"
# 县委书记　×　×: whose speech it is, the name spaced like one of two characters.
_SIGNED = r"[（(]?[\u4e00-\u9fff]{2,20}[ \t\u3000]+(?:(?:[XxＸ×✕*＊○]{1,3}[ \t\u3000]*){2,3}|[□△○]{2,4})[）)]?[ \t\u3000\n]*"
_LINE = 40
# After digits a mask is the rest of their number: 1X万.
_COUNTED = (*UNITS, *"个家名项户人件元次")
_FIGURES = DIGITS | frozenset("〇零一二三四五六七八九十")
_DATE = frozenset("年月日号时点分")


def find(text: str, taken: frozenset[int]) -> Iterator[Blank]:
    """Yield the masks of a text; those that begin at one of the offsets `taken` are years."""
    yield from _joined(text, [run for run in _runs(text) if run.start not in taken])


def blank(text: str, start: int, end: int, *, sure: bool = True) -> Blank:
    return Blank(Span(start, end), Kind.MASK, text[start:end], named(text, start, end), sure)


def _runs(text: str) -> Iterator[Run]:
    spared = emphasis(text) if "**" in text else frozenset()
    for match in regex(_RUN).finditer(text):
        run = Run._make((text, *match.span()))
        if run.start not in spared and _counts(run):
            yield run


def _counts(run: Run) -> bool:
    families = {MASKS[c] for c in run.body if c in MASKS}
    if run.length == len(run.text):  # all there is: a bullet or a rule of stars is no blank
        drawn = families == {"letter"} or (families == {"cross"} and run.length > 1)
        return drawn and run.length < 5
    if cited(run.text, run.start):
        return False
    if run.before in SPACES and len(run.text) < _LINE and regex(_SIGNED).fullmatch(run.text):
        return True
    if len(families) > 1:
        return not (is_latin(run.before) or is_latin(run.after) or _between_digits(run))
    return _TESTS[families.pop()](run)


def _between_digits(run: Run) -> bool:
    return run.before in DIGITS and run.after in DIGITS


def _letter(run: Run) -> bool:
    return not is_letter(run)


def _cross(run: Run) -> bool:
    if _between_digits(run):
        return False
    if run.length > 1:
        return not is_latin(run.before)
    from speechlint.views.blanks.crosses import is_cross

    return not is_cross(run)


def _star(run: Run) -> bool:
    before, after = run.before, run.after
    if _between_digits(run) or is_latin(after) or (is_latin(before) and not run.precedes(UNITS)):
        return False
    if before in DIGITS:
        return run.precedes(_COUNTED)
    if run.leads:  # a bullet or a footnote
        return run.precedes(NOUNS) and after not in SPACES
    if run.length == 1 and not is_han(after):
        return (is_han(before) and after in tuple("、，。；”》")) or run.precedes(UNITS)
    return after not in SPACES or is_han(before)


def _ring(run: Run) -> bool:
    before, after = run.before, run.after
    if before in DIGITS and run.length > 1:
        return run.precedes(_COUNTED)
    if before in NUMERALS | DIGITS or after in _FIGURES:  # 二〇二四
        return False
    if run.length > 1:
        return run.precedes(NOUNS) or _stands(run)
    inside = is_han(before) or before in tuple("、，") or _repeated(run)  # else it may be a bullet
    return inside and run.precedes(NOUNS)


def _repeated(run: Run) -> bool:
    """Say whether it heads the text and stands in it again: a single one is a bullet."""
    return not run.before and run.text.count(run.body) > 1


def _stands(run: Run) -> bool:
    """Say whether it has a place in a sentence: a word on one side, a word or a mark on the other."""
    if is_han(run.before):
        return is_han(run.after) or run.after in tuple("、，。；：”》）")
    return is_han(run.after) and run.before in tuple("、，；：“《（")


def _shape(run: Run) -> bool:
    """Triangles, squares and stars: bullets, lost glyphs and ratings look the same."""
    rating = run.body[0] in "★☆"
    if run.length > 1:
        if not run.before:
            return run.precedes(NOUNS) and not run.precedes(("同志们",))
        return (run.precedes(NOUNS) and not run.precedes(("级",))) or (not rating and _stands(run))
    if rating or not (is_han(run.before) or run.before in tuple("、，“") or _repeated(run)):
        return False
    measured = run.after in tuple("个月日") and not run.precedes(
        ("个人", "个体", "个别", "月底", "日常")
    )
    return measured or run.precedes((*UNITS, *PLACES, *PEOPLE, *BODIES))


def _hash(run: Run) -> bool:
    if not (is_han(run.before) or "＃" in run.body or run.before in tuple("、，。“")):
        return False
    topic = run.length == 1 and run.around(30).count(run.body) > 1  # #安全生产月#
    dated = (run.length == 1 and run.precedes(("月#日", "月＃日"))) or run.follows(("#月", "＃月"))
    return dated or run.precedes(UNITS) or (run.precedes(NOUNS) and not topic)


def _line(run: Run) -> bool:
    before, after = run.before, run.after
    if is_latin(before) or is_latin(after):
        return False
    if before in ("：", ":") and (not after.strip() or "。" not in run.around(100)):
        return False  # a form to be signed
    if run.length == 1 and run.body != "＿":
        inside = is_han(before) or before in DIGITS or before in tuple("、，")
        return inside and run.precedes(NOUNS)
    return is_han(before) or is_han(after) or run.precedes(UNITS)


_TESTS = {
    "letter": _letter,
    "cross": _cross,
    "star": _star,
    "ring": _ring,
    "shape": _shape,
    "hash": _hash,
    "line": _line,
}


def _joined(text: str, runs: list[Run]) -> Iterator[Blank]:
    """Make one blank of the parts of a date: XX月XX日."""
    start = 0
    while start < len(runs):
        end = start + 1
        while end < len(runs) and text[runs[end - 1].end : runs[end].start].strip() in _DATE:
            end += 1
        first, last = runs[start].start, runs[end - 1].end
        dated = end - start > 1 and text[last : last + 1] in _DATE
        yield blank(text, first, last + dated)
        start = end
