"""Periods as speeches name them: 2024年, 今年上半年, 2021—2025年, “十四五”时期.

A period that is known is spelled in one way: "2024", "2024/1-6", "2024/9" (its month 9),
"2021-2025".
"""

from __future__ import annotations

from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_DASH = "(?:[—－–~～-]{1,2}|至|到)"
_PART = (
    f"上半年|下半年|前?[一二三四]季度|前[23三]个?季度|[0-9]{{1,2}}月?份?{_DASH}[0-9]{{1,2}}月份?"
    "|[0-9]{1,2}月份?(?![0-9]{1,2}[日号])|全年|年[末底]"
)
_PERIOD = regex(
    f"(?<![0-9])(?P<from>(?:19|20)[0-9]{{2}})年?{_DASH}(?P<to>(?:19|20)[0-9]{{2}})年"
    f"|(?<![0-9])(?P<year>(?:19|20)[0-9]{{2}})年?度?(?P<part>{_PART})?(?<![0-9])"
    f"|(?P<word>今年|本年|去年|上年|前年|明年)度?(?P<later>{_PART})?"
    "|“?(?P<plan>八|九|十[一二三四五六]?)五”?(?:时期|期间|以来|规划)"
    "|(?P<several>(?:[这近过去]+|“)?[二三四五六七八九十两几]年(?![级轻前度内底末初]))"
    f"|(?P<alone>{_PART})"
)
# With what a figure is compared is not its own period: 比2023年增长.
_BASE = ("比", "较", "同", "与", "和", "由", "从", "自", "占", "超过", "高于", "低于")
_SHIFTS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}
_PARTS = {
    "上半年": "1-6",
    "下半年": "7-12",
    "一季度": "1-3",
    "前一季度": "1-3",
    "二季度": "4-6",
    "前二季度": "1-6",
    "三季度": "7-9",
    "前三季度": "1-9",
    "前三个季度": "1-9",
    "前3季度": "1-9",
    "前3个季度": "1-9",
    "四季度": "10-12",
    "前四季度": "",
    "全年": "",
    "年末": "",
    "年底": "",
}
_PLANS = {"八": 1991, "九": 1996, "十": 2001, "十一": 2006, "十二": 2011, "十三": 2016}
_PLANS |= {"十四": 2021, "十五": 2026, "十六": 2031}
SEVERAL = "…"
_MONTHS = regex("[0-9]{1,2}")


class Period(NamedTuple):
    """Where a period is named, and which one it is.

    `year` is None where it is not told; `shift` is there for 今年, 去年 (0, -1) instead;
    `part` are months ("1-6"), the last year of a span ("-2025"), or "…" for several years that
    are not told.
    """

    span: Span
    year: int | None
    shift: int | None
    part: str

    def spelled(self, now: int | None) -> str:
        """Return the period as this module spells it, now being a year; or nothing."""
        year = self.year
        if year is None and self.shift is not None and now is not None:
            year = now + self.shift
        return "" if year is None else _joined(year, self.part)


def _joined(year: int, part: str) -> str:
    if part.startswith("-"):
        return f"{year}{part}"
    return f"{year}/{part}" if part else str(year)


def periods(text: str) -> Iterator[Period]:
    """Yield the periods that a text names, but for those it only compares with."""
    for match in _PERIOD.finditer(text):
        if not text.endswith(_BASE, 0, match.start()):
            yield _read(match)


def parse(text: str) -> str:
    """Return a period that is given by itself, spelled in one way; "" for none we know."""
    text = "".join(text.split())
    if text.isdecimal() and len(text) == 4:
        text += "年"
    match = _PERIOD.fullmatch(text.strip("“”") if "五" not in text else text)
    if not match and "五" in text:
        match = _PERIOD.fullmatch(text + "时期")
    return _read(match).spelled(None) if match else ""


def _read(match: re.Match[str]) -> Period:
    span = Span(*match.span())
    if match["from"]:
        return Period(span, int(match["from"]), None, f"-{match['to']}")
    if match["year"]:
        return Period(span, int(match["year"]), None, _part(match["part"]))
    if match["plan"]:
        first = _PLANS[match["plan"]]
        return Period(span, first, None, f"-{first + 4}")
    if match["word"]:
        return Period(span, None, _SHIFTS[match["word"]], _part(match["later"]))
    if match["several"]:
        return Period(span, None, None, SEVERAL)
    return Period(span, None, None, _part(match["alone"]))


def _part(words: str | None) -> str:
    """Return the months: 1—6月 is "1-6", 9月 "9"; a whole year is nothing."""
    if not words or words in _PARTS:
        return _PARTS.get(words or "", "")
    months = [str(int(number)) for number in _MONTHS.findall(words)]
    return "" if months == ["1", "12"] else "-".join(months)
