"""So much for each: 总投资4.06亿元，全长29公里，平均每公里造价1400万元."""

from __future__ import annotations

from speechlint.diagnostic import Related, Severity
from speechlint.later import later
from speechlint.views.figures import RELATIVE
from speechlint.views.figures.interval import spelled
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.arithmetic import corrected, digits, over, tail, unknown
from speechlint.views.relations.lists import is_change

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.views.figures import Quantity
    from speechlint.views.figures.interval import Interval
    from speechlint.views.relations.clauses import Item, Sentence

# For each of what, and what of: “平均每公里造价”, “人均耕地”, “户均增收”.
_MEAN = later(
    "(?:平均每?|每)(?P<each>公里|千米|亩|公顷|人|户|家|个|名|座|处|套|台|所|吨|平方米|辆|份|件|笔|场|期|栋|间)(?P<noun>[项目企业村镇点]{1,2})?"
    "(?P<of>[一-龥]{2,6}?)(?:达到?了?|为|是|约|仅)*$"
    "|(?P<short>[人户亩])均(?:实现|占有|拥有)?(?P<what>[一-龥]{2,6}?)(?:达到?了?|为|是|约|仅)*$"
)
# Of what is told just before, and for each of those counted between: 发放贷款1.26亿元，惠及840人，人均15万元.
_BARE = later(
    "^(?:平均每|每|平均)?(?P<each>[人户亩])(?:平?均)?(?:救助|补助|资助|奖励|发放|补贴)?(?:达到?了?|为|是|约|仅)*$"
    "|^平均每(?P<unit>[个家名所座处户人])(?:项目|企业|学校|村|乡镇|社区)?(?:达到?了?|为|是|约|仅)*$"
)
_GIVEN = later("投入|实施|惠及|帮扶|帮助|扶持|资助|救助|补助|奖励|发放|受益|慰问|补贴|支持")
# A field bears so much: 播种面积52万亩，总产20.8万吨，亩产400公斤.
_YIELD = later("^(?:粮食)?(?:平均)?(?:亩产|单产)(?:达到?了?|为|是|约)*$")
_CROP, _SOWN = (
    later("(?:总产量?|产量)(?:达到?了?|为|是|约)*$"),
    later("面积(?:达到?了?|为|是|约)*$"),
)
# So much in some years, and in each of them: 五年来累计新增6.4万人，年均新增1.28万人.
_SPAN = later("(?:^|过去|近|这|任期|间|来|的)$")
_SUMMED = later("(?:累计|共)[^，]*$")
_A_YEAR = later("^(?:年均|平均每年|每年平均)(?P<verb>[^0-9，。；比较]{0,10})$")
_EACH = {"人": ("人", "名"), "户": ("户", "家"), "亩": ("亩",)}
_LIVES = later("总?人口|常住|户籍|总人数")
_COST = later("造价|投资|成本")


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
    yield from _beneath(items)
    for mean in items:
        match = _MEAN.search(mean.before)
        if not match:
            continue
        each, name = match["each"] or match["short"], match["of"] or match["what"]
        others = [item for item in items if not _MEAN.search(item.before)]
        totals = [i for i in others if _total_of(i, mean, name)]
        counts = [i for i in others if _counts(i, each) and i not in totals]
        if match["noun"] and len(counts) > 1:
            counts = [i for i in counts if i.after.startswith(match["noun"])]
        if len(totals) == 1 and len(counts) == 1:
            yield _judge(mean.quantity, totals[0].quantity, counts[0].quantity)


def _beneath(items: Sequence[Item]) -> Iterator[Relation]:
    """Yield the means that have no name of their own: they go with the figures before them."""
    for years, total, mean in zip(items, items[1:], items[2:], strict=False):
        year = _A_YEAR.match(mean.before)
        spanned = years.quantity.dimension == "年" and _SPAN.search(years.before)
        summed = _SUMMED.search(total.before) and mean.quantity.unit == total.quantity.unit
        if year and spanned and summed and year["verb"] in total.before:
            yield _judge(mean.quantity, total.quantity, years.quantity)
    for n, mean in enumerate(items):
        if bare := _BARE.match(mean.before):
            near = items[max(0, n - 3) : n]
            totals = [i for i in near if i.quantity.dimension == mean.quantity.dimension]
            people = [i for i in near if i not in totals and not i.after]
            each = _EACH[bare["each"]] if bare["each"] else (bare["unit"],)
            counts = [i for i in people if i.quantity.unit in each]
            given = totals and people and all(_GIVEN.search(i.before) for i in (*totals, people[0]))
            if given and len(totals) == len(counts) == 1:
                yield _judge(mean.quantity, totals[0].quantity, counts[0].quantity)
    for mean in items:
        if _YIELD.search(mean.before):
            totals = [i for i in items if _CROP.search(i.before) and i is not mean]
            counts = [i for i in items if i.quantity.unit == "亩" and _SOWN.search(i.before)]
            if len(totals) == len(counts) == 1 and totals[0].quantity.dimension == "质量":
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
