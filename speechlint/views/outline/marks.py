"""The markers of one paragraph: 一、 （一） 1. ① 第一， 一是 首先 and their like.

A marker is told from a number in prose by what stands before it (the edge of a sentence), by
what follows, and, where that leaves a doubt, by a neighbour: “我们一是…，二是…” are two markers,
“统一是” is none.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from speechlint import numerals
from speechlint.lines import Role
from speechlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.paragraph import Paragraph

_HAN = "一二三四五六七八九十"
_ARABIC = "0-9０-９"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_WORDS = {"首先": 1, "其次": 2, "再次": 3}
# What a chain such as “一靠政策，二靠科技” repeats, beside 是 and 要.
_VERBS = "靠抓看促讲查则在为有对从以治防建改强学比严突重把能应须必解保带看谋破立"
_UNITS = ("章", "节", "编", "篇", "讲", "条", "部分", "单元")
_NOUNS = "个?方面|个问题|个环节|点|步|件事|项"

# A search runs over every draft at start-up: one leading set lets it skip what begins no marker.
_MARK = (
    f"[{_HAN}第其首再（(①-⑳{_ARABIC}{_STEMS}]"
    "(?:"
    rf"(?<=[{_HAN}])[{_HAN}]{{0,2}}(?:[ \u3000]{{0,2}}(?:、|[．.，,：:](?![{_ARABIC}]))|[是要{_VERBS}]|[）)])"
    rf"|(?<=第)(?:[{_HAN}百零]{{1,5}}|[{_ARABIC}]{{1,2}})(?:{'|'.join(_UNITS)}|(?:{_NOUNS})?(?:[，,、：:]|是|要))"
    rf"|(?<=[（(])[ \u3000]?(?:[{_HAN}]{{1,3}}|[{_ARABIC}]{{1,2}})[ \u3000]?[）)][、．.，,]?"
    r"|(?<=[①-⑳])[、．.]?"
    rf"|(?<=[{_ARABIC}])[{_ARABIC}]?(?:[ \u3000]?[.．、，](?![{_ARABIC}])|[）)])"
    "|(?<=[首其再])[先次](?=[，,、：:]|[要是])"
    f"|(?<=其)[{_HAN}](?:[，,、：:]|是)"
    f"|(?<=[{_STEMS}])、"
    ")"
)
# After these a sentence or clause begins.
_STRONG = "。；：！？…;:!?”’）)】》"
_WEAK = "，、,—“‘（(－-"
_NO_NUMBER_BEFORE = "第零〇百千万亿几数两初周每" + _HAN
# 统一 唯一 之一 同一 单一 万一 … end in a number that numbers nothing.
_NO_ONE_BEFORE = "统唯惟之同单万专划合归不期逐另任其进星老"
# 一、二产业, 三、四级医院
_LIST_OF = _HAN + "两"
_LISTED = "、级季产次期批年号线类档层楼度中和及"
_BEYOND = 6
_NEED = "素件"  # 三要素 四要件
_PLAIN = {"(": "（", ")": "）", ",": "，", ":": "："}


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
    leads: bool
    doubt: bool = False


def marks(paragraph: Paragraph) -> tuple[Mark, ...]:
    """Return the markers of a paragraph, in order."""
    return () if paragraph.role is Role.TABLE else scan(paragraph.text, (0,))


def scan(text: str, leads: tuple[int, ...]) -> tuple[Mark, ...]:
    """Return the markers of a text; `leads` are the offsets where a line begins."""
    found = list(_candidates(text, leads))
    numbers: dict[str, list[int]] = {}
    for mark, _ in found:
        numbers.setdefault(_chain(mark), []).append(mark.number)
    out = []
    for mark, sure in found:
        doubt = not sure and not _backed(mark.number, numbers[_chain(mark)])
        if not doubt or _is_heading(mark):
            out.append(mark._replace(doubt=doubt))
    return tuple(out)


def _chain(mark: Mark) -> str:
    """Return what markers that back each other have in common: 一是 …，二要 … are a chain."""
    return "#是" if mark.kind == "#要" else mark.kind


def _is_heading(mark: Mark) -> bool:
    return mark.kind == "甲、" or mark.kind[2:] in _UNITS


def _backed(number: int, numbers: list[int]) -> bool:
    """Say whether markers of one kind back each other: two count on, or 1 and 3 lost their 2.

    A number far beyond their count is none of theirs.
    """
    pairs = list(pairwise(numbers))
    chained = any(b == a + 1 for a, b in pairs) or (1, 3) in pairs
    return chained and number <= len(numbers) + _BEYOND


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_MARK)


def _candidates(text: str, leads: tuple[int, ...]) -> Iterator[tuple[Mark, bool]]:
    for match in _pattern().finditer(text):
        mark = _read(match, leads)
        if mark is None:
            continue
        figure = text[mark.figure.start : mark.figure.end]
        if _denied(mark, figure, text[mark.span.end : mark.span.end + 2]):
            continue
        sure = mark.leads or _sure(text, mark)
        if sure is not None:
            yield mark, sure


def _read(match: re.Match[str], leads: tuple[int, ...]) -> Mark | None:
    """Return what the characters of a match say, whatever stands around them."""
    span, raw = Span(*match.span()), match[0]
    at_edge = span.start in leads
    if raw[1:] in ("先", "次"):
        if raw not in _WORDS:
            return None  # 首次 再先
        return Mark("首先", _WORDS[raw], span, span, "首先", at_edge)
    figure = _figure(raw)
    digits = raw[figure.start : figure.end]
    number = _value(digits)
    if number is None:
        return None
    form = f"{raw[: figure.start]}#{raw[figure.end :]}".replace(" ", "").replace("\u3000", "")
    form = "".join(_PLAIN.get(c, c) for c in form)
    return Mark(_kind(raw[0], form, digits), number, span, figure.shift(span.start), form, at_edge)


def _figure(raw: str) -> Span:
    """Return where in a marker its number stands."""
    start = 1 if raw[0] in "第其（(" else 0
    while raw[start] in " \u3000":
        start += 1
    end = start
    while end < len(raw) and (raw[end] in _HAN + "百零" + _STEMS or raw[end].isdigit()):
        end += 1
    return Span(start, end)


def _value(digits: str) -> int | None:
    if "①" <= digits <= "⑳":
        return ord(digits) - ord("①") + 1
    if digits in _STEMS:
        return _STEMS.index(digits) + 1
    if len(digits) > 1 and "十" not in digits and "百" not in digits and digits[0] in _HAN:
        return None  # 三四 is no number but “three or four”
    try:
        return numerals.parse(digits) or None
    except ValueError:
        return None


def _kind(first: str, form: str, digits: str) -> str:
    arabic = digits[0].isdigit()
    if first in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return "①"
    if first in _STEMS:
        return "甲、"
    if first in "（(":
        return "（1）" if arabic else "（#）"
    if first == "第":
        return _ordinal(form[2:])
    if first == "其":
        return "其#"
    if form[-1] == "）":
        return "1）" if arabic else "（#）"
    if arabic:
        return "1."
    return "#、" if form[-1] in "、.．，：" else form


def _ordinal(rest: str) -> str:
    """Return the kind of a marker that begins with 第, by what follows its number."""
    bare = rest.rstrip("，、：是要")
    return f"第#{bare or '，'}"


def _denied(mark: Mark, figure: str, after: str) -> bool:
    """Say whether what follows makes it no marker wherever it stands."""
    if mark.kind == "#、":  # 一、二、三产业; but “二、三农工作” is a heading
        return after[:1] in _LIST_OF and (not mark.leads or after[1:] in _LISTED)
    if mark.kind == "#是":  # 一是一，二是二
        return after[:1] == figure and after[1:] in "、，,"
    if mark.kind == "#要":  # 三要素，“三要三不要”
        return after[:1] in _NEED or (mark.number > 1 and after[:1] == figure)
    if mark.kind[0] == "第":  # 第一、第二产业; 第一要务
        if mark.form[-1] == "要":
            return after[:1] in _NEED + "务"
        return after[:1] in _LIST_OF + "第" and mark.form[-1] == "、"
    return False


def _sure(text: str, mark: Mark) -> bool | None:
    """Say whether a marker inside a line is one: yes, if a neighbour backs it, or no (None)."""
    before = text[: mark.span.start].rstrip(" \u3000\u00a0")
    spaced = len(before) < mark.span.start
    last, after = before[-1:], text[mark.span.end : mark.span.end + 1]
    strong = last in _STRONG
    if mark.kind in ("1.", "1）"):
        if mark.form == "#，":
            return None
        return _sure_figure(before, last, after, strong=strong or spaced)
    if mark.kind == "#、":
        return True if mark.form == "#、" and (strong or spaced) else None
    if mark.kind[0] == "#":
        return _sure_chain(mark, last, after, strong=strong)
    if mark.kind in ("（#）", "（1）", "①"):
        if mark.form == "#）" or not after or after in "项款条至和—、，。；）)":
            return None
        return strong or spaced
    if _is_heading(mark):
        return False if strong else None
    return True if strong else (False if last in "，," else None)


def _sure_chain(mark: Mark, last: str, after: str, *, strong: bool) -> bool | None:
    """Say the same of 一是, 二要, 三靠."""
    if last in _NO_NUMBER_BEFORE or (mark.number == 1 and last in _NO_ONE_BEFORE):
        return None
    if mark.kind not in ("#是", "#要"):
        return False if strong or last in _WEAK else None
    if strong:
        return True
    return None if mark.kind == "#要" and after in "求点害领" and last not in _WEAK else False


def _sure_figure(before: str, last: str, after: str, *, strong: bool) -> bool | None:
    """Say the same of 1. and 1）: no decimal, no time of day, no data."""
    if last.isascii() and last.isalnum():
        return None
    if last in ":：" and before[-2:-1].isdigit():
        return None
    if not after or after in "、，。；）)":
        return None
    return True if strong else (False if last in "，," else None)
