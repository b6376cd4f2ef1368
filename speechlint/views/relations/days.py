"""Days and months that the calendar does not have; weekdays; how long it is from day to day."""

from __future__ import annotations

from itertools import pairwise

from speechlint import numerals
from speechlint.diagnostic import Related
from speechlint.later import later
from speechlint.text import Span
from speechlint.views.relations.dated import (
    YEAR,
    day_of_year,
    days_in,
    proved,
    refuted,
    weekday,
    years_in,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.views.relations import Relation

_DAY = later(
    f"(?:(?P<year>{YEAR}) ?年 ?)?(?<![0-9.])(?P<month>[0-9]{{1,2}}) ?月 ?(?P<day>[0-9]{{1,2}}) ?[日号]"
    "(?:[，, ]?[（(]?(?:星期|周|礼拜)(?P<week>[一二三四五六日天](?![—－到至、]))[）)]?)?"
)
_HAN = "[一二三四五六七八九十]"
_HANS = frozenset(_HAN[1:-1])
_HAN_DAY = later(f"(?<!{_HAN})(?P<month>{_HAN}{{1,2}})月(?P<day>{_HAN}{{1,3}})[日号]")
_MONTH = later(f"(?<![0-9.－—-]){YEAR}年(?P<month>[0-9]{{1,2}})月(?!份?[—－-])")
_MONTHS = later(
    "(?<![0-9.])(?P<from>[0-9]{1,2})(?:月份?)?(?:[—－-]{1,2}|至|到)(?P<to>[0-9]{1,2})月"
)
_TO = frozenset("—－-至到")
_QUARTER = later("第[五六七八九]季度")
_STRETCH = later(
    "(?P<from>(?P<m1>[0-9]{1,2})月(?P<d1>[0-9]{1,2})日)(?:开始|启动|开幕|起)?，?(?:至|到|—{1,2}|-)"
    "(?P<to>(?:(?P<m2>[0-9]{1,2})月)?(?P<d2>[0-9]{1,2})日)(?:结束|闭幕|完成|止)?[，,（(]?(?:本次|整个)?(?:活动|会议|会期|工期|展期|培训|集训)?(?:的|这|我们|将?用|为期|历时|前后|一共|共计?|集中|整整)*"
    "(?P<days>(?P<count>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>个?多?(?:天|周)))(?!一|两|三|内)"
)
# 29天的寒假（1月28日至2月25日）
_LASTED = later(
    "(?P<days>(?<![0-9第])(?P<count>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?P<unit>天))的?[一-龥]{0,6}[（(]"
    "(?P<from>(?P<m1>[0-9]{1,2})月(?P<d1>[0-9]{1,2})日)(?:至|到|—{1,2}|-)"
    "(?P<to>(?:(?P<m2>[0-9]{1,2})月)?(?P<d2>[0-9]{1,2})日)[）)]"
)


def relations(text: str) -> Iterator[Relation]:
    """Yield the days, months, quarters and stretches of a text."""
    if "季度" in text and any(f"第{n}季度" in text for n in "五六七八九"):
        for match in _QUARTER.finditer(text):
            yield refuted(match.span(), text, "一年只有四个季度")
    months = text.split("月")
    if any(words[-2:].rstrip(" ")[-1:].isdigit() for words in months[:-1]):
        yield from _months(text, months)
    if any(a[-1:] in _HANS and b[:1] in _HANS for a, b in pairwise(months)):
        yield from _han_days(text)


def _han_days(text: str) -> Iterator[Relation]:
    for match in _HAN_DAY.finditer(text):
        try:
            month, day = numerals.parse(match["month"]), numerals.parse(match["day"])
        except ValueError:
            continue
        if not (1 <= month <= 12 and 1 <= day <= days_in(month, 0)):
            yield refuted(match.span(), text, _too_long(month, 0))


def _months(text: str, parted: Sequence[str]) -> Iterator[Relation]:
    yield from _days(text)
    for match in _MONTH.finditer(text) if years_in(text) else ():
        if not 1 <= int(match["month"]) <= 12:
            yield refuted(match.span(), text, "一年只有12个月")
    spans = any(words.rstrip("0123456789")[-1:] in _TO for words in parted[:-1])
    for match in _MONTHS.finditer(text) if spans else ():
        if int(match["to"]) > 12 or not int(match["to"]):
            yield refuted(match.span(), text, "一年只有12个月")
    if "天" in text or "周" in text:
        yield from _stretches(text)


def _too_long(month: int, year: int) -> str:
    if not 1 <= month <= 12:
        return "一年只有12个月"
    return f"{f'{year}年' if year else ''}{month}月只有{days_in(month, year)}天"


def _days(text: str) -> Iterator[Relation]:
    for match in _DAY.finditer(text):
        month, day = int(match["month"]), int(match["day"])
        year = int(match["year"]) if match["year"] else 0
        span = match.span()
        if not 1 <= month <= 12 or not 1 <= day <= days_in(month, year):
            yield refuted(span, text, _too_long(month, year))
        elif match["week"] and year:
            week = weekday(year, month, day)
            if week == match["week"].replace("天", "日"):
                yield proved(span, text)
            else:
                right = f"{year}年{month}月{day}日是星期{week}"
                mend = (
                    text[span[0] : match.start("week")] + week + text[match.end("week") : span[1]]
                )
                yield refuted(span, text, right)._replace(correct=mend)


def _stretches(text: str) -> Iterator[Relation]:
    """Yield “5月1日至5月20日，历时30天”; both ends may count or only one."""
    for match in (*_STRETCH.finditer(text), *_LASTED.finditer(text)):
        first, last = int(match["m1"]), int(match["m2"] or match["m1"])
        days = (int(match["d1"]), int(match["d2"]))
        if not (1 <= first <= last <= 12) or "多" in match["unit"]:
            continue
        length = day_of_year(last, days[1], 0) - day_of_year(first, days[0], 0)
        # February has 28 or 29: the year is not said
        length_to = {length - 1, length} if first <= 2 < last else {length}
        try:
            said = numerals.parse(match["count"])
        except ValueError:
            continue
        if "周" in match["unit"]:
            said *= 7
        possible = {n + more for n in length_to for more in (0, 1)}
        if match["unit"].endswith("周"):
            possible |= {n + more for n in possible for more in range(-3, 4)}
        if length <= 0:
            continue
        related = (Related(Span(*match.span("from")), "起"), Related(Span(*match.span("to")), "止"))
        span = match.span("days")
        if said in possible:
            yield proved(span, text)._replace(operands=related)
        else:
            words = f"{match['from']}至{match['to']}是{length + 1}天"
            yield refuted(span, text, words, operands=related)
