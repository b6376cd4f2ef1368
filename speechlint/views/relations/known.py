"""Wholes and parts that everybody knows: 税收 and 非税收入, 应到 and 实到, what one year takes of all."""

from __future__ import annotations

from itertools import pairwise

from speechlint.later import later
from speechlint.views.figures.interval import exactly
from speechlint.views.relations.lists import every_amount
from speechlint.views.relations.parted import made_of, name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.views.figures.interval import Interval
    from speechlint.views.relations.clauses import Segment, Sentence
    from speechlint.views.relations.lists import Listing, Named

# A word that has to be there, a whole by name, and what its parts are called: the words at the
# end of the labels.
_KNOWN = tuple(
    (word, later(whole), tuple(later(part) for part in parts))
    for word, whole, *parts in (
        (
            "非税",
            "(?:预算|财政)(?:总?收入)$",
            "(?<!非)税收收?入?(?:收入)?$",
            "非税收?入?(?:收入)?$",
        ),
        (
            "三产",
            "(?:生产总值|GDP)$",
            "(?:第一|一)产业?(?:增加值)?$",
            "(?:第二|二)产业?(?:增加值)?$",
            "(?:第三|三)产业?(?:增加值)?$",
        ),
        (
            "进出口",
            "进出口(?:总[额值]|额)?$",
            "出口(?:总[额值]|额)?$",
            "(?<!进出)进口(?:总[额值]|额)?$",
        ),
        ("治愈", "确诊(?:病例)?$", "治愈(?:出院)?$", "死亡$", "(?:在院|住院|隔离|继续)治疗$"),
        (
            "人口",
            "(?:常住|户籍|总)人口$",
            "(?:城镇|城市)(?:常住)?人口$",
            "(?:农村|乡村)(?:常住)?人口$",
        ),
    )
)
_OPEN = later("计划|目标|任务|预计|力争|预期|[去上]年|同期")
_ROUND = later("(?P<round>亿|千万|百万)元(?P<words>以上[一-龥]{0,6})$")
_ROUNDS = {"亿": 10**8, "千万": 10**7, "百万": 10**6}
_ALL_IN = later("(?<!完成)总投资(?:额|规模)?(?:达到?|约|为)?$")
_YEARS = later("^(?:(?:本|当|今|年)年?度?)(?:计划)?(?:完成)?投资(?:额)?(?:达到?|约|为)?$")
_DUE, _THERE = (
    later("应到(?:会|场)?[一-龥]{0,6}$"),
    later("实(?:际|到)(?:到会|到场|参加|出席)?[一-龥]{0,4}"),
)


def listings(sentence: Sentence) -> Iterator[Listing]:
    """Yield the known parts beside their whole."""
    found = sentence.view(every_amount)
    if len(found) < 2:
        return
    names = [name_of(item.before) for item, _ in found]
    every = "\n".join(names)
    known = [row for row in _KNOWN if row[0] in every]
    if known and not _OPEN.search("".join([segment.text for segment in sentence.segments])):
        for _, whole, parts in known:
            yield from _known(found, names, whole, parts)
    for due, there in pairwise(found):
        same = due[0].quantity.counts and due[0].quantity.unit == there[0].quantity.unit
        called = "应到" in due[0].before and _DUE.search(due[0].before)
        if same and called and _THERE.fullmatch(there[0].before):
            yield made_of(due, (there,), backwards=False)
    if any("投资" in item.before for item, _ in found[:-1]):
        yield from _of_the_year(found)
    if "元" in sentence.dimensions and any("以上" in item.before for item, _ in found):
        yield from _bounded(sentence)


def _known(
    found: Sequence[Named], names: Sequence[str], whole: object, parts: Sequence[object]
) -> Iterator[Listing]:
    wholes = [n for n, name in enumerate(names) if whole.search(name)]  # type: ignore[attr-defined]
    if len(wholes) != 1:
        return
    at = wholes[0]
    count = len(parts)
    for first in (at + 1, at - count):
        group = found[max(0, first) : first + count]
        if first < 0 or len(group) < count:
            continue
        if all(p.search(n) for p, n in zip(parts, names[first:], strict=False)):  # type: ignore[attr-defined]
            yield made_of(found[at], group, backwards=first < at)


def _bounded(sentence: Sentence) -> Iterator[Listing]:
    """Yield “亿元以上项目8个，10亿元以上项目9个”: who passes the higher bound passes the lower."""
    last: tuple[Interval, str, Named] | None = None
    for segment in sentence.segments:
        bound = _bound(segment)
        alone = bool(segment.items) and not segment.items[0].before  # else 产值…，税收…
        if bound and alone and last and last[0].below(bound[0]) and last[1] == bound[1]:
            listing = made_of(last[2], ((segment.items[-1], segment),), backwards=False)
            listing.complete = listing.closed = False
            yield listing
        last = (*bound, (segment.items[-1], segment)) if bound else None


def _bound(segment: Segment) -> tuple[Interval, str] | None:
    """Return the bound of what a segment counts, and what it counts: 10亿元, 以上项目个."""
    if not segment.items or not segment.items[-1].quantity.counts:
        return None
    words, unit = segment.items[-1].before, segment.items[-1].quantity.unit
    if len(segment.items) == 2 and segment.items[0].quantity.unit == "元":
        return (segment.items[0].quantity.value, words + unit) if words.startswith("以上") else None
    match = _ROUND.search(words) if len(segment.items) == 1 else None
    return (exactly(_ROUNDS[match["round"]]), match["words"] + unit) if match else None


def _of_the_year(found: Sequence[Named]) -> Iterator[Listing]:
    """Yield “总投资82亿元，年度计划投资19亿元”: no year takes more than all."""
    for (whole, first), (year, second) in pairwise(found):
        same = whole.quantity.dimension == year.quantity.dimension and second.mark == "，"
        if same and _ALL_IN.search(whole.before) and _YEARS.match(year.before):
            listing = made_of((whole, first), ((year, second),), backwards=False)
            listing.complete = listing.closed = False
            yield listing
