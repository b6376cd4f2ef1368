"""So much for each: 总投资4.06亿元，全长29公里，平均每公里造价1400万元."""

from __future__ import annotations

from speechlint.diagnostic import Related, Severity
from speechlint.regexes import regex
from speechlint.views.figures.interval import spelled
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.arithmetic import corrected, digits, over, tail, unknown
from speechlint.views.relations.lists import RELATIVE, is_change

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.views.figures import Quantity
    from speechlint.views.figures.interval import Interval
    from speechlint.views.relations.clauses import Item, Sentence

# For each of what, and what of: “平均每公里造价”, “人均耕地”, “户均增收”.
_MEAN = regex(
    "(?:平均每?|每)(?P<each>公里|千米|亩|公顷|人|户|家|个|名|座|处|套|台|所|吨|平方米|辆)(?:[项目企业村镇点]{1,2})?"
    "(?P<of>[一-龥]{2,6}?)(?:达到?了?|为|是|约|仅)*$"
    "|(?P<short>[人户亩])均(?:实现|占有|拥有)?(?P<what>[一-龥]{2,6}?)(?:达到?了?|为|是|约|仅)*$"
)
_LIVES = regex("总?人口|常住|户籍|总人数")
_COST = regex("造价|投资|成本")


def relations(sentence: Sentence) -> Iterator[Relation]:
    """Yield whether a mean is that of the total and the count in its sentence.

    The total must be called what the mean is of, and there must be one of each only.
    """
    items = [
        item
        for segment in sentence.segments
        for item in segment.items
        if item.quantity.dimension not in RELATIVE and not is_change(item, segment)
    ]
    for mean in items:
        match = _MEAN.search(mean.before)
        if not match:
            continue
        each, name = match["each"] or match["short"], match["of"] or match["what"]
        others = [item for item in items if not _MEAN.search(item.before)]
        totals = [i for i in others if _total_of(i, mean, name)]
        counts = [i for i in others if _counts(i, each) and i not in totals]
        if len(totals) == 1 and len(counts) == 1:
            yield _judge(mean.quantity, totals[0].quantity, counts[0].quantity)


def _total_of(item: Item, mean: Item, name: str) -> bool:
    if item.quantity.dimension != mean.quantity.dimension:
        return False
    words = item.before + item.after
    return name[-2:] in words or bool(_COST.search(name) and _COST.search(words))


def _counts(item: Item, each: str) -> bool:
    """Say whether a figure counts what the mean is for; of people all that there are."""
    unit = item.quantity.unit
    if each == "人":
        return item.quantity.dimension == "人" and bool(_LIVES.search(item.before + item.after))
    return unit == each


def _judge(mean: Quantity, total: Quantity, count: Quantity) -> Relation:
    if not all(q.firm for q in (mean, total, count)) or not count.digits:
        return unknown("rate", mean, "有约数或空白")
    unit = count.factor[::-1]  # how many of the unit, not of its base: 29公里 is 29
    wide, exact = count.interval.scaled(*unit), count.value.scaled(*unit)
    verdict, severity = Verdict.REFUTED, None
    if mean.interval.times(wide).meets(total.interval):
        verdict = Verdict.PROVED
    else:
        near = mean.interval.widened(mean.step)
        near.low = max(0, near.low)
        if near.times(wide).meets(total.interval):
            severity = Severity.INFO
    found = over(total.value, exact)
    shown = _shown(found, mean)
    words = f"{digits(total)}{tail(total)}÷{digits(count)}{tail(count)}{shown}"
    related = (Related(total.span, f"总数 {total.text}"), Related(count.span, f"个数 {count.text}"))
    correct = corrected(found, mean) if verdict is Verdict.REFUTED else ""
    return Relation(
        "rate",
        verdict,
        mean.span,
        mean.text,
        related,
        words,
        severity=severity,
        correct=correct,
    )


def _shown(value: Interval, like: Quantity) -> str:
    up, factor = like.factor
    number, under = value.low * factor, value.over * up * like.scale
    exact = not number * 10**like.places % under
    places = like.places if exact else like.places + 2
    return f"{'=' if exact else '≈'}{spelled(number, under, places)}{tail(like)}"
