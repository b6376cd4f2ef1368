"""The mean growth of years, from the first to the last: 年均增长8.5%."""

from __future__ import annotations

from speechlint.diagnostic import Severity
from speechlint.later import later
from speechlint.views.figures.interval import exactly
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.arithmetic import compare, corrected, digits, printed, tail, unknown
from speechlint.views.relations.grown import REAL, apart, bare, relation_of, speaks_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.views.figures import Quantity
    from speechlint.views.relations.changes import Change, Claim

_YEARS = later("(?:19|20)[0-9]{2}(?=年)")


def yearly(claim: Claim, change: Change, old: Quantity) -> Iterator[Relation]:
    """Yield whether a mean growth of years leads from the old figure to the new."""
    years = [int(year) for year in _YEARS.findall(change.since)]
    said, new = claim.quantity, change.new
    if len(years) != 2 or not 1 < years[1] - years[0] <= 20 or claim.down:
        yield unknown("growth", said, "没有写出起止年份")
        return
    if claim.kind == "delta":
        span = years[1] - years[0]
        difference = apart(old, new, down=False)
        verdict, severity = compare(said.interval.scaled(span), difference, said.step.scaled(span))
        value = new.value.minus(old.value).scaled(1, span)
        words = f"({bare(new, old)}-{bare(old, new)})÷{span}={printed(value, said)}{tail(said)}"
        yield relation_of(verdict, said, (old, new), words, severity)._replace(
            correct=corrected(value, said)
        )
    elif claim.kind == "rate":
        if speaks_of(REAL, change):
            yield unknown("growth", said, "增速按可比价或可比口径计算")
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
