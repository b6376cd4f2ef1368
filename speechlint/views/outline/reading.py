"""Markers by their characters alone: 一、 （一） 1. 第一， 一是; what stands around is not asked."""

from __future__ import annotations

from speechlint import numerals
from speechlint.later import later
from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.text import Span

HAN = "一二三四五六七八九十"
STEMS = "甲乙丙丁戊己庚辛壬癸"
WORDS = ("首先", "其次", "再次")
UNITS = ("章", "节", "编", "篇", "讲", "条", "部分", "单元")
_NOUNS = (
    "个方面", "方面", "个问题", "个环节", "个关键词", "个词", "个字", "句话", "点", "步", "件事", "项", "",
)  # fmt: skip
# What a chain such as “一靠政策，二靠科技” repeats, beside 是 and 要.
_CHAINED = "是要靠抓看促讲查则在为有对从以治防建改强学比严突重把能应须必解保带谋破立"
_MARKS = "、．.，,：:"
_AFTER = "，,、：:是要"
_FIGURE = "[0-9０-９]"
# Sets, not strings: the empty string, past the end of a text, is in every string.
_ARABIC = frozenset("0123456789０１２３４５６７８９")
_NUMERALS = frozenset(HAN)
_HUNDREDS = frozenset(HAN + "百零")
_CLOSING = frozenset("）)")
_AFTER_WORD = frozenset(_AFTER)
_VERBS = frozenset(_CHAINED)
_STOPS = frozenset(_MARKS)
_FIGURE_STOPS = frozenset(".．、，")
# Markers of one character: their one, how far they go, and their kind.
_SIGNS = (("①", 20, "①"), ("㈠", 10, "（#）"), ("⑴", 20, "（1）"), ("⒈", 20, "1."))
_SPACES = frozenset(" \u3000")
_PLAIN = str.maketrans("(),:", "（），：", " \u3000")
_UNIT = "|".join(UNITS)
_NOUN = f"(?:{'|'.join(_NOUNS)})[{_AFTER}]"
# The first character of what may be a marker, and most often is. Behind the number of 第 stands a
# unit or a noun, of which the first character is asked for, or what stands behind a word.
HEAD = later(
    f"[{HAN}](?=[{HAN}]{{0,2}}(?:[{_CHAINED}）)]|[ \u3000]{{0,2}}[{_MARKS}]|[ \u3000]{{1,2}}[一-龥]))"
    f"|{_FIGURE}(?<!{_FIGURE}.)(?={_FIGURE}?(?:[）)]|[ \u3000]?[.．、，]))"
    f"|[（(](?=[ \u3000]?(?:[{HAN}]{{1,3}}|{_FIGURE}{{1,2}})[ \u3000]?[）)])"
    f"|第(?=(?:[{HAN}百零]{{1,5}}|{_FIGURE}{{1,2}})?[{_AFTER}章节编篇讲条部单个方句点步件项])"
    f"|[首其再](?=[先次{HAN}][{_AFTER}])"
    f"|[{STEMS}](?=、)"
    "|[①-⑳㈠-㈩⑴-⒇⒈-⒛]"
)


class Mark(NamedTuple):
    """A marker. `span` leaves out spaces around it; `figure` is the span of its number.

    `kind` groups markers that can be brothers: “#、” “（#）” “1.” “（1）” “1）” “①” “甲、”
    “第#章” … “第#，” “第#点” … “其#” “首先” “#是” “#要” “#靠” …; `form` is the marker with # for
    its number, full-width. `leads` says that it begins its paragraph; one in `doubt` counts only
    where its list awaits it.
    """

    kind: str
    number: int
    span: Span
    figure: Span
    form: str
    leads: bool = False
    doubt: bool = False


def read(text: str, start: int) -> Mark | None:
    """Return what the characters from `start` on say."""
    first = text[start]
    if first in HAN:
        return _han(text, start)
    if first in _ARABIC:
        return _arabic(text, start)
    if first in "（(":
        return _bracketed(text, start)
    if first == "第":
        return _ordinal(text, start)
    if first in "首其再":
        return _word(text, start)
    if first in STEMS:
        end = start + 2
        return (
            _mark("甲、", text, start, (start, start + 1), end)
            if text[start + 1 : end] == "、"
            else None
        )
    return _sign(text, start)


def _mark(kind: str, text: str, start: int, figure: tuple[int, int], end: int) -> Mark | None:
    number = _value(text[figure[0] : figure[1]])
    if not number:
        return None
    form = f"{text[start : figure[0]]}#{text[figure[1] : end]}".translate(_PLAIN)
    return Mark(kind, number, Span(start, end), Span(*figure), form)


def sign(figure: str) -> tuple[str, int, str] | None:
    """Return the one, the highest number and the kind of the signs that `figure` is one of."""
    return next((s for s in _SIGNS if s[0] <= figure < chr(ord(s[0]) + s[1])), None)


def _sign(text: str, start: int) -> Mark | None:
    found = sign(text[start])
    if found is None:
        return None
    one, _, kind = found
    end = start + 1 + (text[start + 1 : start + 2] in ("、", "．", "."))
    mark = _mark(kind, text, start, (start, start + 1), end)
    return mark if mark is None or one == "①" else mark._replace(form=one)


def _value(digits: str) -> int:
    """Return the number that the digits of a marker write, 0 if they write none."""
    if len(digits) < 2 and digits not in _ARABIC:
        for row in (HAN, STEMS):
            if digits in row:
                return row.index(digits) + 1
        if found := sign(digits):
            return ord(digits) - ord(found[0]) + 1
    if len(digits) > 1 and digits[0] in HAN and "十" not in digits and "百" not in digits:
        return 0  # 三四 is no number but “three or four”
    try:
        return numerals.parse(digits)
    except ValueError:
        return 0


def _run(text: str, start: int, among: frozenset[str], most: int) -> int:
    """Return where a run of characters ends."""
    furthest = min(len(text), start + most)
    for end in range(start, furthest):
        if text[end] not in among:
            return end
    return max(start, furthest)


def _stopped(text: str, at: int, stops: frozenset[str], spaces: int) -> int:
    """Return where a mark of `stops` ends that comes after some spaces, or 0.

    A figure after it makes it a part of a number or a date, unless it is 、.
    """
    at = _run(text, at, _SPACES, spaces)
    mark, after = text[at : at + 1], text[at + 1 : at + 2]
    return at + 1 if mark in stops and (mark == "、" or after not in _ARABIC) else 0


def _han(text: str, start: int) -> Mark | None:
    end = _run(text, start, _NUMERALS, 3)
    after = text[end : end + 1]
    figure = (start, end)
    if after in _VERBS:
        return _mark(f"#{after}", text, start, figure, end + 1)
    if after in _CLOSING:
        return _mark("（#）", text, start, figure, end + 1)
    stop = _stopped(text, end, _STOPS, 2)
    if not stop and after in _SPACES:  # 二　明确任务: its mark is missing
        return _mark("#、", text, start, figure, end)
    return _mark("#、", text, start, figure, stop) if stop else None


def _arabic(text: str, start: int) -> Mark | None:
    if start and text[start - 1] in _ARABIC:
        return None
    end = _run(text, start, _ARABIC, 3)
    if end - start > 2:
        return None
    figure = (start, end)
    if text[end : end + 1] in _CLOSING:
        return _mark("1）", text, start, figure, end + 1)
    stop = _stopped(text, end, _FIGURE_STOPS, 1)
    if not stop or text[stop : stop + 1] in _ARABIC:  # 5、6月份
        return None
    return _mark("1.", text, start, figure, stop)


def _bracketed(text: str, start: int) -> Mark | None:
    inner = _run(text, start + 1, _SPACES, 1)
    arabic = text[inner : inner + 1] in _ARABIC
    end = _run(text, inner, _ARABIC if arabic else _NUMERALS, 3)
    close = _run(text, end, _SPACES, 1)
    if end == inner or text[close : close + 1] not in _CLOSING or (arabic and end - inner > 2):
        return None
    stop = close + 1 + (text[close + 1 : close + 2] in _STOPS)
    return _mark("（1）" if arabic else "（#）", text, start, (inner, end), stop)


def _ordinal(text: str, start: int) -> Mark | None:
    end = _run(text, start + 1, _HUNDREDS, 5)
    if end == start + 1:
        end = _run(text, start + 1, _ARABIC, 2)
    figure = (start + 1, end)
    if unit := regex(_UNIT).match(text, end):
        return _mark(f"第#{unit[0]}", text, start, figure, unit.end())
    if noun := regex(_NOUN).match(text, end):
        return _mark(f"第#{noun[0][:-1] or '，'}", text, start, figure, noun.end())
    return None


def _word(text: str, start: int) -> Mark | None:
    """Read 首先 其次 再次, and 其一 其二."""
    end = start + 2
    word, after = text[start:end], text[end : end + 1]
    if word in WORDS:
        span = Span(start, end)
        number = WORDS.index(word) + 1
        return Mark("首先", number, span, span, "首先") if after in _AFTER_WORD else None
    if word[0] == "其" and word[1:] in _NUMERALS and after in _AFTER_WORD - {"要"}:
        return _mark("其#", text, start, (start + 1, end), end + 1)
    return None
