"""Growth computed: what the figures before and after make of each claim."""

from __future__ import annotations

from speechlint.diagnostic import Related, Severity
from speechlint.occurrences import holds
from speechlint.views.figures.interval import Interval
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.arithmetic import (
    compare,
    corrected,
    digits,
    fits,
    over,
    printed,
    ratio,
    tail,
    unknown,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.views.figures import Quantity
    from speechlint.views.relations.changes import Change, Claim

# Measured at constant prices, or after the books were changed: no rate of the printed figures.
REAL = (
    *("生产总值", "GDP", "增加值", "产值", "一产", "二产", "三产"),
    *("可比", "不变价", "口径", "实际增长", "扣除", "剔除"),
)
# Their books are changed now and then: only a move from one figure to another is checked.
REVISED = ("固定资产投资", "消费品零售")


def speaks_of(names: tuple[str, ...], change: Change) -> bool:
    return holds(change.words, names)


def relation_of(
    verdict: Verdict,
    claim: Quantity,
    figures: tuple[Quantity, ...],
    computation: str,
    severity: Severity | None = None,
) -> Relation:
    operands = tuple(Related(q.span, q.text) for q in figures)
    return Relation(
        "growth", verdict, claim.span, claim.text, operands, computation, severity=severity
    )


def checked(claim: Claim, change: Change, old: Quantity) -> Iterator[Relation]:
    """Yield whether a claim agrees with the figure as it was and as it is."""
    new, said = change.new, claim.quantity
    if claim.kind in ("rate", "times", "fold") and said.hedge and old.firm and new.firm:
        from speechlint.views.relations.multiples import roughly

        yield roughly(claim, change, old)
    elif not (old.firm and new.firm and said.firm):
        yield unknown("growth", said, "有约数或空白")
    elif claim.kind == "rate" and not old.digits:
        yield unknown("growth", said, "基数为零")
    elif claim.yearly:
        from speechlint.views.relations.yearly import yearly

        yield from yearly(claim, change, old)
    elif claim.kind == "rate" and speaks_of(REAL, change):
        yield unknown("growth", said, "增速按可比价或可比口径计算")
    elif claim.kind == "delta":
        difference = apart(old, new, down=claim.down)
        verdict, severity = compare(said.interval, difference, said.step)
        high, low = (old, new) if claim.down else (new, old)
        words = f"{bare(high, low)}-{bare(low, high)}={_shown(high, low, said)}"
        yield relation_of(verdict, said, (old, new), words, severity)._replace(
            correct=corrected(high.value.minus(low.value), said)
        )
    elif claim.kind == "rate":
        difference = apart(old, new, down=claim.down)
        verdict, severity = fits(floored(difference), old.interval, said)
        high, low = (old, new) if claim.down else (new, old)
        value = high.value.minus(low.value)
        words = f"({bare(high, low)}-{bare(low, high)})÷{bare(old, new)}"
        words += ratio(value, old.value, said)
        yield relation_of(verdict, said, (old, new), words, severity)._replace(
            correct=corrected(over(value, old.value), said)
        )
    elif claim.kind == "points":
        difference = apart(old, new, down=claim.down).scaled(100)
        verdict, severity = compare(said.interval, difference, said.step)
        high, low = (old, new) if claim.down else (new, old)
        value = high.value.minus(low.value).scaled(100)
        words = f"{digits(high)}-{digits(low)}={printed(value, said)}{said.unit}"
        yield relation_of(verdict, said, (old, new), words, severity)._replace(
            correct=corrected(value, said)
        )
    elif claim.kind in ("times", "fold") and not claim.down and old.digits:
        from speechlint.views.relations.multiples import times

        yield from times(claim, old, new)
    elif claim.kind == "doublings":
        from speechlint.views.relations.multiples import doubled

        yield from doubled(said, old, new)


def mild(relation: Relation, claim: Claim, change: Change) -> Relation:
    """Return the relation; what a change of the books may explain is no more than a warning."""
    if claim.kind != "rate" or relation.severity or not speaks_of(REVISED, change):
        return relation
    if not change.moved:
        return unknown("growth", claim.quantity, "增速按可比口径计算")
    refuted = relation.verdict is Verdict.REFUTED
    return relation._replace(severity=Severity.WARNING) if refuted else relation


def apart(old: Quantity, new: Quantity, *, down: bool) -> Interval:
    return old.interval.minus(new.interval) if down else new.interval.minus(old.interval)


def floored(interval: Interval) -> Interval:
    """Return the part of an interval that is not negative; nothing of it is nothing."""
    return Interval(max(0, interval.low), max(0, interval.high), interval.over)


def bare(quantity: Quantity, other: Quantity) -> str:
    """Return a figure without its unit if the other one has the same."""
    return digits(quantity) + ("" if tail(quantity) == tail(other) else tail(quantity))


def _shown(high: Quantity, low: Quantity, like: Quantity) -> str:
    return printed(high.value.minus(low.value), like) + tail(like)
