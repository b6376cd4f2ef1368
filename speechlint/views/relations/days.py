"""Days and months that the calendar does not have; weekdays; how long it is from day to day."""

from __future__ import annotations

from itertools import pairwise

from speechlint import numerals
from speechlint.later import later
from speechlint.views.relations.dated import (
    YEAR,
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
        from speechlint.views.relations import stretches

        yield from stretches.relations(text)


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
