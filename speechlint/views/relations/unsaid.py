"""A change and its rate where the figure before is not said: 完成6.84亿元，增加0.64亿元，增长10.3%."""

from __future__ import annotations

from speechlint.views.relations.arithmetic import corrected, fits, over, ratio, unknown
from speechlint.views.relations.grown import REAL, REVISED, bare, relation_of, speaks_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.views.relations import Relation
    from speechlint.views.relations.changes import Change, Claim


def implied(delta: Claim, rate: Claim, change: Change) -> Iterator[Relation]:
    """Yield whether a change and its rate agree, the figure before being the one now less it."""
    more, said, new = delta.quantity, rate.quantity, change.new
    if not (more.firm and said.firm and new.firm):
        yield unknown("growth", said, "有约数或空白")
        return
    if speaks_of(REAL, change) or speaks_of(REVISED, change):
        yield unknown("growth", said, "增速按可比价或可比口径计算")
        return
    old = new.interval.plus(more.interval) if delta.down else new.interval.minus(more.interval)
    was = new.value.plus(more.value) if delta.down else new.value.minus(more.value)
    if was.low <= 0 or old.low <= 0:
        return
    verdict, severity = fits(more.interval, old, said)
    sign = "+" if delta.down else "-"
    words = f"{bare(more, new)}÷({bare(new, more)}{sign}{bare(more, new)})"
    words += ratio(more.value, was, said)
    yield relation_of(verdict, said, (new, more), words, severity)._replace(
        correct=corrected(over(more.value, was), said)
    )
