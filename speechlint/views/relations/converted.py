"""A figure once more in another unit: 4.5万亩（合3000公顷）."""

from __future__ import annotations

from speechlint.diagnostic import Related
from speechlint.later import later
from speechlint.views.figures.hedges import contradicts, next_digit
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.arithmetic import compare, corrected, digits, printed, tail

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.views.relations.clauses import Sentence

_SAME = later("(?:折?合|即|相当于|约合|约等于)约?$")


def relations(sentence: Sentence) -> Iterator[Relation]:
    """Yield whether what stands in parentheses is the figure before them."""
    said, items = sentence.outer, sentence.segments[0].items
    if not said or sentence.gap or len(items) != 1 or len(sentence.segments) > 1:
        return
    item = items[0]
    other = item.quantity
    if not said.firm or other.masked or said.dimension != other.dimension or said.counts:
        return
    if not _SAME.search(item.before) or said.unit == other.unit or not said.digits:
        return
    if other.hedge:
        wrong, _ = contradicts(other.hedge, said.interval, other.value, next_digit(other))
        verdict, severity = (Verdict.REFUTED if wrong else Verdict.PROVED), None
    else:
        verdict, severity = compare(other.interval, said.interval, other.step)
    words = f"{digits(said)}{tail(said)}={printed(said.value, other, 2)}{tail(other)}"
    correct = corrected(said.value, other) if verdict is Verdict.REFUTED else ""
    related = (Related(said.span, said.text),)
    yield Relation(
        "conflict",
        verdict,
        other.span,
        other.text,
        related,
        words,
        severity=severity,
        correct=correct,
    )
