"""Relations of dates: what the calendar says of a stretch of text."""

from __future__ import annotations

from speechlint.later import later
from speechlint.occurrences import holds
from speechlint.text import Span
from speechlint.views.relations import Relation, Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.diagnostic import Related, Severity

YEAR = "(?:19|20)[0-9]{2}"
# How the names of five-year plans end: “八五”, 十四五.
_PLANS = ("五”", "十一五", "十二五", "十三五", "十四五", "十五五", "十六五")
_YEARS = later(YEAR)
_WEEK = "一二三四五六日"
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def refuted(
    span: tuple[int, int],
    text: str,
    words: str,
    severity: Severity | None = None,
    operands: tuple[Related, ...] = (),
) -> Relation:
    return Relation(
        "date",
        Verdict.REFUTED,
        Span(*span),
        text[span[0] : span[1]],
        operands=operands,
        computation=words,
        severity=severity,
    )


def proved(span: tuple[int, int], text: str) -> Relation:
    return Relation("date", Verdict.PROVED, Span(*span), text[span[0] : span[1]])


def years_in(text: str) -> int:
    """Return how many years a text names in digits, four of them."""
    return len(_YEARS.findall(text)) if "19" in text or "20" in text else 0


def planned(text: str) -> bool:
    """Say whether a text may name a five-year plan."""
    return "五" in text and holds(text, _PLANS)


def leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(month: int, year: int) -> int:
    """Return how many days a month has; in no year (0) February has 29."""
    return 28 if month == 2 and year and not leap(year) else _DAYS[month - 1]


def day_of_year(month: int, day: int, year: int) -> int:
    return sum(days_in(m, year) for m in range(1, month)) + day


def weekday(year: int, month: int, day: int) -> str:
    """Return 一 … 日 (Sakamoto; `datetime` costs a millisecond)."""
    year -= month < 3
    terms = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)
    return _WEEK[(year + year // 4 - year // 100 + year // 400 + terms[month - 1] + day + 6) % 7]
