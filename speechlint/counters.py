"""Page counters: numbers that a page or a library puts into the middle of sentences.

Some stand alone in their line (“- 3 -”, “第 3 页 共 12 页”), some before the rest of a sentence
(“4、的问题”), as items do. An item begins a sentence and follows a finished one; counters
follow unfinished ones, and rise through the whole draft.
"""

from __future__ import annotations

from itertools import pairwise

from speechlint.light import bisect, bisect_left
from speechlint.memory import recalled
from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.torn import NEVER_FIRST, Tear, ends, judge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.memory import Memory

_N = r"\d{1,4}"
# A line that is a page number and nothing else.
_PAGE = (
    rf"_?第\s*{_N}\s*[页頁]_?(?:\s*(?:[/／,，]\s*)?(?:[共总]\s*{_N}\s*[页頁]|第\s*{_N}\s*[页頁]))*"
    rf"|[共总]\s*{_N}\s*[页頁][\s,，/]*第\s*{_N}\s*[页頁]"
    r"|[-—–－·•_=~]{1,4}\s*\d{1,3}\s*[-—–－·•_=~]{1,4}|\d{1,3}\s*[/／]\s*\d{1,3}"
    rf"|[Pp]age\s*{_N}(?:\s*(?:of|/)\s*{_N})?|[Pp]\.?\s*\d{{1,3}}"
)
_BARE = r"(\d{1,3})[.．、]?"
_BEFORE = r"(\d{1,3})[、．.](?!\d+(?:[^\d、.．]|$))\s*"
# What a number that stands alone in its line may count: then it belongs to the sentence.
_COUNTED = tuple("年月日万亿元个项条倍名人次家户亩吨公平米%％多余.．、")
_PROSE = 20  # a page number stands between lines of text
_MANY = 3  # so many sure counters show how long a page is
_LIST = 1500  # an item is nearer to the next, in characters
_APART = 150  # counters stand so far apart at least, in characters


def pages(lines: Sequence[str], memory: Memory | None = None) -> Iterator[int]:
    """Yield the numbers of the lines that are page numbers and nothing else."""
    digits: list[int] = []
    for number, form in enumerate(recalled(memory, _forms, lines)):
        if form is _BARE:
            digits.append(number)
        elif form:
            yield number
    values = [int(lines[n].rstrip(".．、")) for n in digits]
    for at, number in enumerate(digits):
        rises = values[at - 1 : at] == [values[at] - 1] or values[at + 1 : at + 2] == [
            values[at] + 1
        ]
        if _between(lines, number, rises=rises):
            yield number


def _forms(lines: Sequence[str]) -> list[str]:
    """Return the expression that each line matches: a bare number, a page number, or none."""
    return [
        next((form for form in (_BARE, _PAGE) if regex(form).fullmatch(line)), "")
        if 0 < len(line) <= 30 and any(c.isdigit() for c in line)
        else ""
        for line in lines
    ]


def _between(lines: Sequence[str], number: int, *, rises: bool) -> bool:
    """Say whether a bare number stands between lines of text, and is none of theirs."""
    before = next((lines[n] for n in range(number - 1, -1, -1) if lines[n]), "")
    after = next((lines[n] for n in range(number + 1, len(lines)) if lines[n]), "")
    if not before or not after or after.startswith(_COUNTED):
        return False
    if judge(before, after):
        return True
    return len(before) > _PROSE and len(after) > _PROSE and (rises or ends(before))


def median(values: Sequence[int]) -> int:
    """Return the middle one: `statistics` costs 5 ms at the start."""
    return sorted(values)[len(values) // 2]


class _Candidate(NamedTuple):
    number: int  # of its line
    length: int  # of the counter
    value: int
    place: int  # offset, in characters of text
    tear: Tear
    ended: bool  # the line before it is a whole sentence, or a heading


def inside(lines: Sequence[str]) -> dict[int, int]:
    """Return, by line number, how long the counter is that stands before the rest of a sentence."""
    candidates = list(_candidates(lines))
    row = _rising([one for one in candidates if one.tear is Tear.SURE])
    if not row:
        row = _rising([c for c in candidates if c.tear and not _listed(c, candidates)])
    if row:
        row = _filled(row, candidates)
    return {one.number: one.length for one in row}


def _rising(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Return the longest row of candidates whose numbers rise."""
    tails: list[_Candidate] = []  # of the rows of each length, the last number of the lowest
    before: dict[int, _Candidate | None] = {}
    for one in candidates:
        at = bisect_left(tails, one.value, key=lambda c: c.value)
        before[one.number] = tails[at - 1] if at else None
        tails[at : at + 1] = [one]
    row: list[_Candidate] = []
    last = tails[-1] if tails else None
    while last:
        row.append(last)
        last = before[last.number]
    return row[::-1]


def _listed(one: _Candidate, candidates: Sequence[_Candidate]) -> bool:
    """Say whether the item before or after a number stands near."""
    near = (c for c in candidates if 0 < abs(c.place - one.place) < _LIST)
    return any(abs(c.value - one.value) == 1 for c in near)


def _filled(row: list[_Candidate], candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Add the numbers that fit between the sure counters, before the first and after the last.

    Pages are equally long: a number where a sentence ends anyway must stand a page away.
    """
    gaps = [b.place - a.place for a, b in pairwise(row) if b.value == a.value + 1]
    page = median(gaps) if len(row) >= _MANY and gaps else 0
    grown = True
    while grown:
        grown = False
        for one in candidates:
            at = bisect(row, one.number, key=lambda c: c.number)
            left, right = row[at - 1 : at], row[at : at + 1]
            beside = [c for c in (*left, *right) if c.number != one.number]
            if len(beside) < len(left) + len(right) or not _fits(one, beside, page):
                continue
            row.insert(at, one)
            grown = True
    return row


def _fits(one: _Candidate, beside: Sequence[_Candidate], page: float) -> bool:
    next_to = [c for c in beside if c.value - one.value == (1 if c.number > one.number else -1)]
    if any((c.value > one.value) != (c.number > one.number) for c in beside):
        return False
    if one.ended:
        return any(page / 2 < abs(c.place - one.place) < page * 2 for c in next_to)
    return bool(next_to) and all(abs(c.place - one.place) > _APART for c in beside)


def _candidates(lines: Sequence[str]) -> Iterator[_Candidate]:
    before, place = "", 0
    for number, line in enumerate(lines):
        if not line:
            continue
        match = regex(_BEFORE).match(line) if line[0].isdigit() else None
        if match and match.end() < len(line):
            rest = line[match.end() :]
            whole = not before or (ends(before) and rest[0] not in NEVER_FIRST)
            tear = Tear.NONE if whole else judge(before, rest)
            if tear and "。" in before:
                tear = Tear.SURE  # a paragraph that breaks off, not the head of a list
            whole = whole or (tear is Tear.NONE and len(before) < _PROSE)
            yield _Candidate(number, match.end(), int(match[1]), place, tear, whole)
        before = line
        place += len(line)
