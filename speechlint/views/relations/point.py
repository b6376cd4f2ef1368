"""Percentages that cannot be: points called per cent, 下降125%, 占102%, 减少2倍."""

from __future__ import annotations

from speechlint.diagnostic import Severity
from speechlint.later import later
from speechlint.views.figures import SHARE, TIMES
from speechlint.views.figures.interval import exactly
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.arithmetic import digits, fits, operands, printed
from speechlint.views.relations.changes import changes
from speechlint.views.relations.clauses import sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.paragraph import Paragraph
    from speechlint.views.figures import Quantity
    from speechlint.views.relations.changes import Change
    from speechlint.views.relations.clauses import Item, Segment

_DOWN = later(
    "(?:下降|减少|降低|压[缩减]|缩[小减短]|回落|下跌|精简|削减|[^率]降)了?(?:近|约|超过?)?$"
)
# What may turn from more to less than nothing.
_SIGNED = later("利润|[盈亏效]|[顺逆]差|净|收益|损")
_SHARE = later("占(?P<base>[^，。；占]*?)(?:的?(?:比[重例]|比))?(?:达到?|为|约|高达)?$")
_NO_WHOLE = later("计划|目标|任务|预算|上年|去年|同期|全年|年初|定额|指标")
# Rates of a part in its whole.
_RATE = later(
    "(?:(?:合格|达标|满意|办结|参保|签约|到会|出勤|优良|通达|整改|就业|成活|回复|及时|入户|建档|上线|"
    "出席|参会|治愈|销号|答复|检出|中标|到课|巩固|参与|知晓|兑现|破案|结案|审结|回访|受理|持证|接种|开工|复工)率|(?:满意|知晓)度)(?:已)?(?:达到?|为|是|提高到|提升[到至]|上升到)?$"
)
_IN_PER_CENT = later("(?:(?<!生产)(?<![效汇频倍费速税])率|占比|比[重例])(?![一-龥]*[量额值数])")
_MOVED = later("(?:比|较|同比|环比)[^，]*(?:提[高升]|上升|下降|降低|回落|增[加长])了?$")
_RATED = later("(?:增长|增速|增幅|率|占比|比[重例])(?:达到?|为|了)?$")
_AREA = (
    "(?=[全平上去同一二三])(?:全[国省市州县区])?(?:(?:上年|去年)?同期|[上一二三]季度|上半年|上月)?"
    "(?:平均)?(?:水平|增速|增幅)?"
)
_AHEAD = later(
    f"(?:增速|增幅)?(?:[高低快慢]于{_AREA}|(?:比|较){_AREA}(?:高|低|快|慢|提高|提升|回落|加快|放缓)了?)"
)
_MOVES = ("提高", "提升", "上升", "下降", "降低", "回落", "增加", "增长", "了")


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the percentages of a paragraph that cannot be, or should be points."""
    found: list[Relation] = []
    for sentence in paragraph.view(sentences):
        if SHARE not in sentence.dimensions and TIMES not in sentence.dimensions:
            continue
        for change in sentence.view(changes):
            found += _moves(change)
        for n, segment in enumerate(sentence.segments):
            before = sentence.segments[n - 1] if n and segment.mark == "，" else None
            for item in segment.items:
                found += _alone(item, segment, before)
    unique = {relation.span: relation for relation in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda relation: relation.span))


def _refuted(
    quantity: Quantity, words: str, severity: Severity | None = None, *others: Quantity
) -> Relation:
    related = operands(others, "原为")
    return Relation(
        "point", Verdict.REFUTED, quantity.span, quantity.text, related, words, severity=severity
    )


def _moves(change: Change) -> Iterator[Relation]:
    """Yield “由31.2%提高到34.8%，提高3.6%”: the difference is in points."""
    old, new = change.old, change.new
    if not old or new.dimension != SHARE or not (old.firm and new.firm):
        return
    for claim in change.claims:
        said = claim.quantity
        if claim.kind != "percent" or not said.firm or claim.yearly or claim.base:
            continue
        high, low = (old, new) if claim.down else (new, old)
        difference = high.interval.minus(low.interval)
        difference.low, difference.high = max(0, difference.low), max(0, difference.high)
        value = high.value.minus(low.value)
        relative = fits(difference, old.interval, said)[0] is Verdict.PROVED
        if relative and not said.value.meets(value):
            continue  # per cent of per cent, and rightly so
        words = f"{digits(high)}%-{digits(low)}%={printed(value, said)}个百分点"
        severity = Severity.WARNING if relative else None
        mend = said.text[:-1] + "个百分点" if said.value.meets(value) else ""
        yield _refuted(said, words, severity, old)._replace(correct=mend)


def _alone(item: Item, segment: Segment, before: Segment | None) -> Iterator[Relation]:
    quantity = item.quantity
    if quantity.masked:
        return
    words = segment.text + (before.text if before else "")
    if quantity.dimension == TIMES and _DOWN.search(item.before):
        if quantity.digits >= 10**quantity.places and not _SIGNED.search(words):
            yield _refuted(quantity, "减少最多是100%，不能用倍数")
        return
    if quantity.dimension != SHARE:
        return
    over = exactly(1).below(quantity.interval)
    if over and _DOWN.search(item.before) and not _SIGNED.search(words):
        yield _refuted(quantity, "减少最多是100%")
    elif over and (match := _SHARE.search(item.before)) and not _NO_WHOLE.search(match["base"]):
        if len(segment.items) == 1:
            yield _refuted(quantity, "部分最多是整体的100%")
    elif over and _RATE.search(item.before):
        yield _refuted(quantity, "这个比率最高是100%")
    elif quantity.hedge and quantity.hedge in "-－−" and _DOWN.search(item.before.rstrip("-－−")):
        yield _refuted(quantity, "下降与负号重复", Severity.WARNING)
    elif quantity.firm and before and _ahead(item, segment, before):
        yield _refuted(quantity, "增幅、比率之差用百分点", Severity.WARNING)
    elif quantity.firm and _moved(item.before) and _named_rate(item, segment, before):
        if not before and exactly(1, 10).below(quantity.value):
            return  # 利用率比五年前提高15%: so much of what it was
        yield _refuted(quantity, "率和比重升降的幅度用百分点", Severity.WARNING)


def _ahead(item: Item, segment: Segment, before: Segment) -> bool:
    """Say whether so much is between two growths or rates: 增长8.7%，高于全市平均水平1.2%."""
    if item.after or segment.items != (item,) or not before.items:
        return False
    last = before.items[-1].quantity
    if last.dimension != SHARE or not _RATED.search(before.items[-1].before):
        return False
    # 高于全市平均水平7.5%: that is what it is there
    return item.quantity.value.scaled(2).below(last.value) and bool(_AHEAD.fullmatch(item.before))


def _moved(words: str) -> bool:
    return words.endswith(_MOVES) and _MOVED.search(words) is not None


def _named_rate(item: Item, segment: Segment, before: Segment | None) -> bool:
    """Say whether what moves is in per cent itself: 城镇化率比上年提高1.2%."""
    if segment.items[0] is not item:
        return False
    head = segment.text[: segment.text.find(item.before)] + item.before
    if _IN_PER_CENT.search(head.partition("比上")[0].partition("较")[0].partition("同比")[0]):
        return True
    if not before or not before.items or not item.before.startswith(("比", "较", "同比")):
        return False
    last = before.items[-1]
    return last.quantity.dimension == SHARE and bool(_IN_PER_CENT.search(last.before))
