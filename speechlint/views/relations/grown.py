"""Growth computed: what the figures before and after make of each claim."""

from __future__ import annotations

from speechlint.diagnostic import Related, Severity
from speechlint.later import later
from speechlint.occurrences import holds
from speechlint.views.figures.hedges import contradicts, next_digit
from speechlint.views.figures.interval import Interval, exactly, spelled
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.arithmetic import (
    compare,
    corrected,
    digits,
    fits,
    over,
    percent,
    printed,
    ratio,
    tail,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.views.figures import Quantity
    from speechlint.views.relations.changes import Change, Claim

# Measured at constant prices, or after the books were changed: no rate of the printed figures.
_REAL = (
    *("生产总值", "GDP", "增加值", "产值", "一产", "二产", "三产"),
    *("可比", "不变价", "口径", "实际增长", "扣除", "剔除"),
)
# Their books are changed now and then: only a move from one figure to another is checked.
_REVISED = ("固定资产投资", "消费品零售")
_YEARS = later("(?:19|20)[0-9]{2}(?=年)")


def _of(names: tuple[str, ...], change: Change) -> bool:
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


def _unknown(claim: Quantity, reason: str) -> Relation:
    return Relation("growth", Verdict.UNKNOWN, claim.span, claim.text, reason=reason)


def checked(claim: Claim, change: Change, old: Quantity) -> Iterator[Relation]:
    """Yield whether a claim agrees with the figure as it was and as it is."""
    new, said = change.new, claim.quantity
    if claim.kind in ("rate", "times", "fold") and said.hedge and old.firm and new.firm:
        yield _roughly(claim, change, old)
    elif not (old.firm and new.firm and said.firm):
        yield _unknown(said, "有约数或空白")
    elif claim.kind == "rate" and not old.digits:
        yield _unknown(said, "基数为零")
    elif claim.yearly:
        yield from _yearly(claim, change, old)
    elif claim.kind == "rate" and _of(_REAL, change):
        yield _unknown(said, "增速按可比价或可比口径计算")
    elif claim.kind == "delta":
        difference = _difference(old, new, down=claim.down)
        verdict, severity = compare(said.interval, difference, said.step)
        high, low = (old, new) if claim.down else (new, old)
        words = f"{_text(high, low)}-{_text(low, high)}={_shown(high, low, said)}"
        yield relation_of(verdict, said, (old, new), words, severity)._replace(
            correct=corrected(high.value.minus(low.value), said)
        )
    elif claim.kind == "rate":
        difference = _difference(old, new, down=claim.down)
        verdict, severity = fits(_floored(difference), old.interval, said)
        high, low = (old, new) if claim.down else (new, old)
        value = high.value.minus(low.value)
        words = f"({_text(high, low)}-{_text(low, high)})÷{_text(old, new)}"
        words += ratio(value, old.value, said)
        yield relation_of(verdict, said, (old, new), words, severity)._replace(
            correct=corrected(over(value, old.value), said)
        )
    elif claim.kind == "points":
        difference = _difference(old, new, down=claim.down).scaled(100)
        verdict, severity = compare(said.interval, difference, said.step)
        high, low = (old, new) if claim.down else (new, old)
        value = high.value.minus(low.value).scaled(100)
        words = f"{digits(high)}-{digits(low)}={printed(value, said)}{said.unit}"
        yield relation_of(verdict, said, (old, new), words, severity)._replace(
            correct=corrected(value, said)
        )
    elif claim.kind in ("times", "fold") and not claim.down and old.digits:
        yield from _times(claim, old, new)
    elif claim.kind == "doublings":
        yield from _doubled(said, old, new)


def mild(relation: Relation, claim: Claim, change: Change) -> Relation:
    """Return the relation; what a change of the books may explain is no more than a warning."""
    if claim.kind != "rate" or relation.severity or not _of(_REVISED, change):
        return relation
    if not change.moved:
        return _unknown(claim.quantity, "增速按可比口径计算")
    refuted = relation.verdict is Verdict.REFUTED
    return relation._replace(severity=Severity.WARNING) if refuted else relation


def _roughly(claim: Claim, change: Change, old: Quantity) -> Relation:
    """Return whether a rough rate can be said of a move: 增长两倍多, 减少近三成."""
    new, said = change.new, claim.quantity
    if claim.yearly or said.masked or not old.digits or _of(_REAL, change):
        return _unknown(said, "有约数或空白")
    grown = new if claim.kind == "fold" else None
    value = grown.interval if grown else _difference(old, new, down=claim.down)
    if value.high <= 0:
        return _unknown(said, "有约数或空白")
    base = old.value
    wrong, mild = contradicts(
        said.hedge, _floored(value), base.times(said.value), base.times(next_digit(said))
    )
    high, low = (old, new) if claim.down else (new, old)
    exact = new.value if grown else _floored(high.value.minus(low.value))
    if grown:
        words = f"{_text(new, old)}÷{_text(old, new)}"
    else:
        words = f"({_text(high, low)}-{_text(low, high)})÷{_text(old, new)}"
    words += percent(exact, base) if said.unit == "分之" else ratio(exact, base, said)
    if wrong and claim.kind == "times":  # 增长两倍 said loosely of twice as much
        mild = not contradicts(
            said.hedge, new.interval, base.times(said.value), base.times(next_digit(said))
        )[0]
    verdict = Verdict.REFUTED if wrong else Verdict.PROVED
    return relation_of(
        verdict, said, (old, new), words, Severity.WARNING if wrong and mild else None
    )


def _difference(old: Quantity, new: Quantity, *, down: bool) -> Interval:
    return old.interval.minus(new.interval) if down else new.interval.minus(old.interval)


def _floored(interval: Interval) -> Interval:
    """Return the part of an interval that is not negative; nothing of it is nothing."""
    return Interval(max(0, interval.low), max(0, interval.high), interval.over)


def _text(quantity: Quantity, other: Quantity) -> str:
    """Return a figure without its unit if the other one has the same."""
    return digits(quantity) + ("" if tail(quantity) == tail(other) else tail(quantity))


def _shown(high: Quantity, low: Quantity, like: Quantity) -> str:
    return printed(high.value.minus(low.value), like) + tail(like)


def _times(claim: Claim, old: Quantity, new: Quantity) -> Iterator[Relation]:
    """Yield whether the figure is so many times the old one, or more by so many times it."""
    said, more = claim.quantity, exactly(1 if claim.kind == "times" else 0)
    # “2倍” is said of a little more or less, not of one and a half
    near = said.interval if said.places else said.value.widened(exactly(15, 100))

    def reaches(times: Interval) -> bool:
        return times.times(old.interval).meets(new.interval)

    verdict, severity = Verdict.REFUTED, None
    if reaches(near.plus(more)):
        verdict = Verdict.PROVED
    elif said.places and reaches(near.widened(said.step).plus(more)):
        severity = Severity.INFO
    elif reaches(said.interval.plus(more)) or reaches(near):
        severity = Severity.WARNING  # rounded, or said loosely: 增长3倍 for three times as much
    words = f"{_text(new, old)}÷{_text(old, new)}{ratio(new.value, old.value, said)}"
    if claim.kind == "times":
        grown = ratio(new.value.minus(old.value), old.value, said).lstrip("=≈")
        words += f"，即增长{grown}"
    yield relation_of(verdict, said, (old, new), words, severity)


def _doubled(said: Quantity, old: Quantity, new: Quantity) -> Iterator[Relation]:
    """Yield whether the figure has doubled so often; 1.95 times is called a doubling too."""
    need = old.interval.scaled(2**said.digits * 39, 40)
    verdict = Verdict.REFUTED if new.interval.below(need) else Verdict.PROVED
    words = f"{_text(new, old)}÷{_text(old, new)}"
    number, under = new.value.low * old.value.over, old.value.low * new.value.over
    if number and under:
        words += f"≈{spelled(number, under, 2)}倍"
    yield relation_of(verdict, said, (old, new), words)


def _yearly(claim: Claim, change: Change, old: Quantity) -> Iterator[Relation]:
    """Yield whether a mean growth of years leads from the old figure to the new."""
    years = [int(year) for year in _YEARS.findall(change.since)]
    said, new = claim.quantity, change.new
    if len(years) != 2 or not 1 < years[1] - years[0] <= 20 or claim.down:
        yield _unknown(said, "没有写出起止年份")
        return
    if claim.kind == "delta":
        span = years[1] - years[0]
        difference = _difference(old, new, down=False)
        verdict, severity = compare(said.interval.scaled(span), difference, said.step.scaled(span))
        value = new.value.minus(old.value).scaled(1, span)
        words = f"({_text(new, old)}-{_text(old, new)})÷{span}={printed(value, said)}{tail(said)}"
        yield relation_of(verdict, said, (old, new), words, severity)._replace(
            correct=corrected(value, said)
        )
    elif claim.kind == "rate":
        if _of(_REAL, change):
            yield _unknown(said, "增速按可比价或可比口径计算")
            return
        yield _compound(said, old, new, years[1] - years[0])


def _compound(said: Quantity, old: Quantity, new: Quantity, years: int) -> Relation:
    rate, wide = said.interval.plus(exactly(1)), said.interval.widened(said.step).plus(exactly(1))
    value = said.value.plus(exactly(1))
    reached, reachable, named = old.interval, old.interval, old.value
    for _ in range(years):
        reached, reachable, named = reached.times(rate), reachable.times(wide), named.times(value)
    words = f"{digits(old)}×(1+{said.text})^{years}≈{printed(named, new, 1)}{tail(new)}"
    verdict = Verdict.PROVED if reached.meets(new.interval) else Verdict.REFUTED
    slight = verdict is Verdict.REFUTED and reachable.meets(new.interval)
    return relation_of(verdict, said, (old, new), words, Severity.INFO if slight else None)


def implied(delta: Claim, rate: Claim, change: Change) -> Iterator[Relation]:
    """Yield whether a change and its rate agree, the figure before being the one now less it."""
    more, said, new = delta.quantity, rate.quantity, change.new
    if not (more.firm and said.firm and new.firm):
        yield _unknown(said, "有约数或空白")
        return
    if _of(_REAL, change) or _of(_REVISED, change):
        yield _unknown(said, "增速按可比价或可比口径计算")
        return
    old = new.interval.plus(more.interval) if delta.down else new.interval.minus(more.interval)
    was = new.value.plus(more.value) if delta.down else new.value.minus(more.value)
    if was.low <= 0 or old.low <= 0:
        return
    verdict, severity = fits(more.interval, old, said)
    sign = "+" if delta.down else "-"
    words = f"{_text(more, new)}÷({_text(new, more)}{sign}{_text(more, new)})"
    words += ratio(more.value, was, said)
    yield relation_of(verdict, said, (new, more), words, severity)._replace(
        correct=corrected(over(more.value, was), said)
    )
