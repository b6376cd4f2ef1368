"""Growth in rough words and in multiples: 增长两倍多, 减少近三成, 增长2倍, 翻一番."""

from __future__ import annotations

from speechlint.diagnostic import Severity
from speechlint.views.figures.hedges import contradicts, next_digit
from speechlint.views.figures.interval import Interval, exactly, spelled
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.arithmetic import percent, ratio, unknown
from speechlint.views.relations.grown import REAL, apart, bare, floored, relation_of, speaks_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.views.figures import Quantity
    from speechlint.views.relations.changes import Change, Claim


def roughly(claim: Claim, change: Change, old: Quantity) -> Relation:
    """Return whether a rough rate can be said of a move: 增长两倍多, 减少近三成."""
    new, said = change.new, claim.quantity
    if claim.yearly or said.masked or not old.digits or speaks_of(REAL, change):
        return unknown("growth", said, "有约数或空白")
    grown = new if claim.kind == "fold" else None
    value = grown.interval if grown else apart(old, new, down=claim.down)
    if value.high <= 0:
        return unknown("growth", said, "有约数或空白")
    base = old.value
    wrong, mild = contradicts(
        said.hedge, floored(value), base.times(said.value), base.times(next_digit(said))
    )
    high, low = (old, new) if claim.down else (new, old)
    exact = new.value if grown else floored(high.value.minus(low.value))
    if grown:
        words = f"{bare(new, old)}÷{bare(old, new)}"
    else:
        words = f"({bare(high, low)}-{bare(low, high)})÷{bare(old, new)}"
    words += percent(exact, base) if said.unit == "分之" else ratio(exact, base, said)
    if wrong and claim.kind == "times":  # 增长两倍 said loosely of twice as much
        mild = not contradicts(
            said.hedge, new.interval, base.times(said.value), base.times(next_digit(said))
        )[0]
    verdict = Verdict.REFUTED if wrong else Verdict.PROVED
    return relation_of(
        verdict, said, (old, new), words, Severity.WARNING if wrong and mild else None
    )


def times(claim: Claim, old: Quantity, new: Quantity) -> Iterator[Relation]:
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
    words = f"{bare(new, old)}÷{bare(old, new)}{ratio(new.value, old.value, said)}"
    if claim.kind == "times":
        grown = ratio(new.value.minus(old.value), old.value, said).lstrip("=≈")
        words += f"，即增长{grown}"
    yield relation_of(verdict, said, (old, new), words, severity)


def doubled(said: Quantity, old: Quantity, new: Quantity) -> Iterator[Relation]:
    """Yield whether the figure has doubled so often; 1.95 times is called a doubling too."""
    need = old.interval.scaled(2**said.digits * 39, 40)
    verdict = Verdict.REFUTED if new.interval.below(need) else Verdict.PROVED
    words = f"{bare(new, old)}÷{bare(old, new)}"
    number, under = new.value.low * old.value.over, old.value.low * new.value.over
    if number and under:
        words += f"≈{spelled(number, under, 2)}倍"
    yield relation_of(verdict, said, (old, new), words)
