"""Rates by a name of their own: 优良天数312天，优良率85.2%; 城镇化率."""

from __future__ import annotations

from speechlint.diagnostic import Related, Severity
from speechlint.later import later
from speechlint.views.figures import SHARE
from speechlint.views.figures.interval import Interval, spelled
from speechlint.views.relations import Relation
from speechlint.views.relations.arithmetic import corrected, fits, over, quotient, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.views.figures import Quantity
    from speechlint.views.relations.clauses import Item, Sentence

_FINE_DAYS = later("优良(?:天数)?(?:达到?了?|为|有|共)?$")
_FINE = later("优良(?:天数)?(?:率|比[例率])(?:达到?了?|为|是)?$")
_PART_OF_A_YEAR = later(
    "[0-9一二三四五六七八九十]个?月|前[0-9一二三四五六七八九十]|季度|半年|截[至止]|目前|以来|[增提]|比(?!例)|较"
)
_MEASURED = (355, 366)  # days of a year on which the air was measured: stations fail on some
_TOWN = later("(?:城镇|城市)(?:常住)?人口(?:达到?|为|有|约)?$")
_ALL = later("(?<!户籍)(?<!城镇)(?:常住人口|总人口)(?:达到?|为|有|约)?$")
_URBAN = later("(?<!户籍人口)城镇化率(?:达到?了?|为|是)?$")


def relations(sentence: Sentence) -> Iterator[Relation]:
    """Yield whether such rates are those of the figures before them in the sentence."""
    items = [item for segment in sentence.segments for item in segment.items]
    for n, item in enumerate(items):
        if item.quantity.dimension == SHARE and item.quantity.firm:
            if _FINE.search(item.before):
                yield from _fine(item.quantity, items[:n], sentence)
            elif _URBAN.search(item.before):
                yield from _urban(item.quantity, items[:n])


def _fine(rate: Quantity, before: list[Item], sentence: Sentence) -> Iterator[Relation]:
    days = [i.quantity for i in before if i.quantity.unit == "天" and _FINE_DAYS.search(i.before)]
    if len(days) != 1 or not days[0].firm:
        return
    part = days[0]
    words = "".join(s.text for s in sentence.segments if s.span.start < rate.span.start)
    if _PART_OF_A_YEAR.search(words):
        yield unknown("rate", rate, "没有写出监测的天数")
        return
    whole = Interval(*_MEASURED, 1)
    if not part.digits <= _MEASURED[1]:
        return
    verdict = fits(part.interval, whole, rate)[0]
    percent = spelled(part.digits * 10000, 365 * 100, 1)
    related = (Related(part.span, f"优良 {part.text}"),)
    shown = f"{part.digits}÷365≈{percent}%"
    yield Relation("rate", verdict, rate.span, rate.text, related, shown, severity=Severity.WARNING)


def _urban(rate: Quantity, before: list[Item]) -> Iterator[Relation]:
    towns = [i.quantity for i in before if i.quantity.unit == "人" and _TOWN.search(i.before)]
    every = [i.quantity for i in before if i.quantity.unit == "人" and _ALL.search(i.before)]
    if len(towns) != 1 or len(every) != 1 or not (towns[0].firm and every[0].firm):
        return
    part, whole = towns[0], every[0]
    if not whole.digits:
        return
    verdict, severity = fits(part.interval, whole.interval, rate)
    related = (Related(part.span, f"分子 {part.text}"), Related(whole.span, f"分母 {whole.text}"))
    mend = corrected(over(part.value, whole.value), rate)
    yield Relation(
        "rate",
        verdict,
        rate.span,
        rate.text,
        related,
        quotient(part, whole, rate),
        severity=severity,
        correct=mend,
    )
