"""A whole's growth beside that of its parts: it lies between theirs."""

from __future__ import annotations

from speechlint.diagnostic import Related, Severity
from speechlint.later import later
from speechlint.views.figures import SHARE
from speechlint.views.figures.interval import Interval
from speechlint.views.relations import Relation, Verdict, labels

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.views.figures import Quantity
    from speechlint.views.relations.clauses import Sentence

_GROWS = later(
    "(?:同比|环比|比[上去]年(?:同期)?|较[上去]年(?:同期)?|实际|名义)?"
    "(?:(?P<up>增[长速幅]|上升|提高)|(?P<down>下降|减少))(?:了|达到?|为)?$"
)
# More people earn what townsfolk earn each year: the mean of all grows faster than both.
_MEANS = later("[人户亩]均|平均|居民收入|[工薪]资|价格|均价|率|占比|比重")
_DIVIDED = (
    "生产总值|GDP|增加值|总产值|工业|消费品零售|投资|进出口|外贸|收入|支出|用电|产量|贷款|存款|游客"
)
_WHOLE = later(_DIVIDED)


class Growth:
    """A rate of growth, below zero where it is a fall, and the words that say of what."""

    __slots__ = ("down", "name", "quantity")

    def __init__(self, quantity: Quantity, name: str, *, down: bool) -> None:
        self.quantity = quantity
        self.name = name
        self.down = down

    @property
    def interval(self) -> Interval:
        found = self.quantity.interval
        return Interval(-found.high, -found.low, found.over) if self.down else found


def relations(sentence: Sentence) -> Iterator[Relation]:
    """Yield whether the growth of a whole lies between the growth of parts that make it up."""
    found = _growths(sentence)
    if sentence.before and sentence.segments[0].text.startswith("其中"):
        found = _growths(sentence.before)[-1:] + found
    for n, whole in enumerate(found):
        for length in (4, 3, 2):
            after, before = found[n + 1 : n + 1 + length], found[max(0, n - length) : n]
            parts = next(
                (p for p in (after, before) if len(p) == length and _makes_up(whole, p)), None
            )
            if parts:
                yield _judge(whole, parts)
                break


def _growths(sentence: Sentence) -> list[Growth]:
    out: list[Growth] = []
    name = ""
    for segment in sentence.segments:
        for n, item in enumerate(segment.items):
            match = _GROWS.search(item.before)
            words = item.before[: match.start()] if match else item.before
            words = words.removeprefix("其中").removeprefix("的")
            name = words if (words and not n) or len(words) > 1 else name
            if not match or item.quantity.dimension != SHARE:
                continue
            if "比" in words and "比重" not in words:
                continue
            out.append(Growth(item.quantity, name, down=bool(match["down"])))
    return out


def _makes_up(whole: Growth, parts: Sequence[Growth]) -> bool:
    names = [part.name for part in parts]
    if not all(names) or not _WHOLE.search(whole.name):
        return False
    if _MEANS.search(whole.name) or any(map(_MEANS.search, names)):
        return False
    if not labels.divides(names) or labels.rests(names[-1]):
        return False
    name = whole.name.replace("进出口", "")
    if labels.divides([*names, name]):
        return False  # one more part
    return not labels.divides([name, *names[1:]])


def _judge(whole: Growth, parts: Sequence[Growth]) -> Relation:
    said = whole.quantity
    operands = tuple(Related(p.quantity.span, f"{p.name}{p.quantity.text}") for p in parts)
    relation = Relation("growth", Verdict.PROVED, said.span, said.text, operands)
    if not all(growth.quantity.firm for growth in (whole, *parts)):
        return relation._replace(verdict=Verdict.UNKNOWN, reason="有约数或空白")
    value = whole.interval
    above = all(part.interval.below(value) for part in parts)
    below = all(value.below(part.interval) for part in parts)
    if not above and not below:
        return relation
    slack = value.widened(said.step)
    slight = any(slack.meets(part.interval) for part in parts)
    side = "高" if above else "低"
    return relation._replace(
        verdict=Verdict.REFUTED,
        computation=f"整体的增幅应在各部分之间，不会比{len(parts)}个部分都{side}",
        severity=Severity.INFO if slight else None,
    )
