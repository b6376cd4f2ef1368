"""Whether parts agree with their total, as far as the words let one say."""

from __future__ import annotations

from speechlint.diagnostic import Severity
from speechlint.later import later
from speechlint.views.figures.interval import exactly
from speechlint.views.relations import Relation, Verdict, labels
from speechlint.views.relations.arithmetic import (
    compare,
    corrected,
    operands,
    sum_of,
    total,
    unknown,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.views.figures import Quantity
    from speechlint.views.figures.interval import Interval
    from speechlint.views.relations.lists import Listing, Part

# A whole that is no sum of parts: a mean, or a figure whose parts may be below zero.
_NO_SUM = later("[年人户亩]均|平均|均|每|利润|[盈亏净]|[顺逆]差|差额|结余|增量|最[高多大低]")
_GROWN = later("[新净多]增|增加|增长")
_BALANCE = later("[贷存]款|余额|主体|人口|企业")
_PLAN = later("计划|目标|任务|预计|力争|预算|拟")
_DONE = later("完成|到位|实现|已")


def judge(listing: Listing) -> Relation:
    """Return what arithmetic and words say of a list of parts."""
    whole, words = listing.wholes[0]
    if not whole.firm:
        return unknown("sum", whole, "总数有未填的占位符" if whole.masked else "总数是约数")
    for quantity, _ in listing.wholes:
        if quantity.firm and (fitting := _fitting(quantity, listing)):
            return _relation(Verdict.PROVED, quantity, fitting)
    names = [part.name for part in listing.parts]
    if end := _division(names):
        listing.parts, names = listing.parts[:end], names[:end]
    elif not labels.excludes(names):
        listing.parts = _until_new(listing)
        names = [part.name for part in listing.parts]
    if reason := _no_sum(words, names):
        return unknown("sum", whole, reason)
    parts = listing.parts if _one_list(listing, names) else listing.parts[:1]
    first = parts[0].quantity
    if not listing.backwards and not listing.complete and whole.interval.below(first.interval):
        parts = parts[:1]  # whatever the others are
    computed = _total(parts)
    if whole.interval.below(computed):
        doubt, severity = _too_much(listing, parts, computed)
    else:
        from speechlint.views.relations.lacking import too_little

        doubt, severity = too_little(listing, parts, computed)
    if doubt:
        return unknown("sum", whole, doubt)
    _, slight = compare(whole.interval, computed, whole.step)
    relation = _relation(Verdict.REFUTED, whole, parts, slight or severity)
    if slight or severity or len(parts) == 1:
        return relation
    value = total(part.quantity.value for part in parts)
    return relation._replace(correct=corrected(value, whole))


def _relation(
    verdict: Verdict, whole: Quantity, parts: Sequence[Part], severity: Severity | None = None
) -> Relation:
    quantities = [part.quantity for part in parts]
    return Relation(
        "sum",
        verdict,
        whole.span,
        whole.text,
        operands(quantities, "分项"),
        sum_of(quantities, whole),
        severity=severity,
    )


def _total(parts: Sequence[Part]) -> Interval:
    return total(part.quantity.interval for part in parts)


def _division(names: Sequence[str]) -> int:
    """Return how many of the first names divide a whole: 城镇, 乡村 (then 男, 女); or 0."""
    ends = range(min(len(names), 6), 1, -1)
    return next((n for n in ends if labels.divides(names[:n])), 0)


def _until_new(listing: Listing) -> tuple[Part, ...]:
    """Return the parts up to one that is too big for the whole: it begins something new."""
    whole, parts = listing.wholes[0][0].interval, listing.parts
    for n, part in enumerate(parts):
        if n and part.mark != "、" and whole.below(part.quantity.interval):
            return parts if listing.backwards else parts[:n]
    return parts


def _fitting(whole: Quantity, listing: Listing) -> Sequence[Part]:
    """Return the parts, or as many as agree with the whole, if some do."""
    parts = listing.parts[::-1] if listing.backwards else listing.parts
    computed = exactly(0)
    for n, part in enumerate(parts, 1):
        computed = computed.plus(part.quantity.interval)
        if n > 1 and whole.interval.meets(computed):
            return parts[:n][::-1] if listing.backwards else parts[:n]
    return ()


def _no_sum(words: str, names: Sequence[str]) -> str:
    """Say why a figure is no sum of the parts named; nothing if it may be one."""
    if _NO_SUM.search(words):
        return "总数不是各部分之和"
    if _GROWN.search(words) and _BALANCE.search(words):
        return "增量的各部分可以为负"
    rest = labels.rests(names[-1])
    if _PLAN.search(words) and any(map(_DONE.search, names)) and not rest:
        return "计划数与完成数不能相加"
    return ""


def _one_list(listing: Listing, names: Sequence[str]) -> bool:
    """Say whether the figures after the first still belong to the list."""
    if labels.divides(names) or labels.excludes(names) or listing.complete:
        return True
    marks = {part.mark for part in listing.parts[1:]}
    if len(marks) > 1 or not listing.apart:
        return False
    if marks == {"；"} and not listing.colon:
        return False  # 粮食……，其中稻谷……；油料……: as often as not something new
    if listing.colon or marks == {"、"}:
        return True
    alike = labels.alike(names) or (listing.parts[0].quantity.counts and labels.twins(names))
    return listing.closed and alike


def _too_much(
    listing: Listing, parts: Sequence[Part], computed: Interval
) -> tuple[str, Severity | None]:
    """Return why parts may exceed their total; else how grave it is that they do."""
    whole, words = listing.wholes[0]
    single = len(parts) == 1
    if not single and labels.overlap([part.name for part in parts]):
        return "各部分可能交叉", None
    names = [part.name for part in parts]
    sure = listing.complete or (not single and (labels.divides(names) or labels.excludes(names)))
    built = listing.colon or labels.alike(names)
    limit = whole.value.scaled(2) if single or (built and len(names) > 2) else None
    limit = limit or whole.value.scaled(13, 10)
    if not sure and (whole.counts or not single) and limit.below(computed):
        return "分项与总数可能不是同一种东西", None
    if single and whole.counts and not _akin(words, parts[0]):
        return "分项与总数可能不是同一种东西", None
    others = (quantity.interval for quantity, _ in listing.wholes[1:] if quantity.firm)
    return "", Severity.WARNING if any(not o.below(computed) for o in others) else None


def _akin(words: str, part: Part) -> bool:
    """Say whether a part counts what its total counts: it has no noun of its own, or the same."""
    name = part.label + part.after
    return len(name) <= 4 or any(name[n : n + 2] in words for n in range(len(name) - 1))
