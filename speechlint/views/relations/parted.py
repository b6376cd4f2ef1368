"""Wholes and parts that no “其中” joins, but that everybody knows: 税收 and 非税收入."""

from __future__ import annotations

from itertools import pairwise

from speechlint.later import later
from speechlint.occurrences import holds
from speechlint.views.figures.interval import exactly
from speechlint.views.relations import labels
from speechlint.views.relations.lists import VERB_ENDS, Listing, Part, is_amount, is_remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.views.figures.interval import Interval
    from speechlint.views.relations.clauses import Item, Segment, Sentence

    Named = tuple[Item, Segment]

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
_VERB = later("(?:已经?|达到?|为|是|有|了|约|计|完成|实现|各)+$")
_OPEN = later("计划|目标|任务|预计|力争|预期|[去上]年|同期")
_DONE = later("^(?:其中)?(?:目前|现)?已(?!纳入|列入|排查|发现|受理)")
_NOT = later("^(?:仍有|还有|尚有)?(?:未|尚未|没有|还未|正在|在)(?=[一-龥])")
_ROUND = later("(?P<round>亿|千万|百万)元(?P<words>以上[一-龥]{0,6})$")
_ROUNDS = {"亿": 10**8, "千万": 10**7, "百万": 10**6}
_HALF = later("^(?:阶段性|部分|基本)[一-龥]{2}的?$")
_ALL_IN = later("(?<!完成)总投资(?:额|规模)?(?:达到?|约|为)?$")
_YEARS = later("^(?:(?:本|当|今|年)年?度?)(?:计划)?(?:完成)?投资(?:额)?(?:达到?|约|为)?$")
_HEAD = ("其中", "包括", "分为")  # what leads to parts: `heads` reads those
_KIND = later("[一-龥]{2,8}类")
_TOTAL = later("总|共|全|应|需|计划|任务")
_STILL = frozenset("还尚仍")
_WANTING = later("^(?:还|尚|仍)(?:差|缺|欠|需)$")
_YEAR = later("(?:19|20)[0-9]{2}年")
_DUE, _THERE = (
    later("应到(?:会|场)?[一-龥]{0,6}$"),
    later("实(?:际|到)(?:到会|到场|参加|出席)?[一-龥]{0,4}"),
)
_STAGE = later("[一二三四五]期|第[一二三四五][期批]")
_SHORT = 10  # characters of a part's name
_SIDE = later("^[东西南北中]{1,2}(?:部|片|区|线|路|组|段|城|山)?区?$")


def listings(sentence: Sentence) -> Iterator[Listing]:
    """Yield the known parts beside their whole, and “已……398处，尚未……48处” after theirs."""
    found = [
        (item, segment)
        for segment in sentence.segments
        if not is_remark(segment)
        for item in segment.items
        if is_amount(item, segment)
    ]
    if len(found) < 2:
        return
    names = [_name(item.before) for item, _ in found]
    every = "\n".join(names)
    known = [row for row in _KNOWN if row[0] in every]
    if known and not _OPEN.search("".join([segment.text for segment in sentence.segments])):
        for _, whole, parts in known:
            yield from _known(found, names, whole, parts)
    for due, there in pairwise(found):
        same = due[0].quantity.counts and due[0].quantity.unit == there[0].quantity.unit
        if (
            same
            and "应到" in due[0].before
            and _DUE.search(due[0].before)
            and _THERE.fullmatch(there[0].before)
        ):
            yield _listing(due, (there,), backwards=False)
    if any("投资" in item.before for item, _ in found[:-1]):
        yield from _of_the_year(found)
    if "元" in sentence.dimensions and any("以上" in item.before for item, _ in found):
        yield from _bounded(sentence)
    if len(found) < 3:
        return
    led = holds(sentence.text, _HEAD) and any(holds(s.text, _HEAD) for s in sentence.segments)
    for n in range(len(found) - 2):
        yield from _done(found[n : n + 3])
        if n + 3 < len(found) and _HALF.match(found[n + 2][0].before):
            yield from _half_done(found[n : n + 4])
        yield from _wanting(found[n : n + 3])
        if not led:
            yield from _plain(found[n:], names[n + 1 :])


def _name(words: str) -> str:
    return _VERB.sub("", words) if words[-1:] in VERB_ENDS else words


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
            yield _listing(found[at], group, backwards=first < at)


def _done(found: Sequence[Named]) -> Iterator[Listing]:
    """Yield a count, so many of which are done and so many are not."""
    (whole, _), (done, first), (undone, second) = found
    if "已" not in done.before or first is second or first.mark != "，":
        return
    units = {item.quantity.unit for item, _ in found}
    if len(units) > 1 or not whole.quantity.counts:
        return
    if not _DONE.search(done.before) or not _NOT.search(undone.before):
        return
    those = done.before.endswith("的") and undone.before.endswith("的")
    if done.after or undone.after or (whole.after and not those):
        return
    listing = _listing(found[0], found[1:], backwards=False)
    listing.complete = labels.divides([done.before, undone.before])
    yield listing


def _half_done(found: Sequence[Named]) -> Iterator[Listing]:
    """Yield a count, so many of which are done, so many in part, and so many are not."""
    whole, done, half, undone = found
    if half[0].after or half[0].quantity.unit != whole[0].quantity.unit:
        return
    for listing in _done((whole, done, undone)):
        middle = Part(half[0].quantity, half[0].before, half[1].mark, "")
        listing.parts = (listing.parts[0], middle, *listing.parts[1:])
        yield listing


def _bounded(sentence: Sentence) -> Iterator[Listing]:
    """Yield “亿元以上项目8个，10亿元以上项目9个”: who passes the higher bound passes the lower."""
    last: tuple[Interval, str, Named] | None = None
    for segment in sentence.segments:
        bound = _bound(segment)
        alone = bool(segment.items) and not segment.items[0].before  # else 产值…，税收…
        if bound and alone and last and last[0].below(bound[0]) and last[1] == bound[1]:
            listing = _listing(last[2], ((segment.items[-1], segment),), backwards=False)
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
            listing = _listing((whole, first), ((year, second),), backwards=False)
            listing.complete = listing.closed = False
            yield listing


def _wanting(found: Sequence[Named]) -> Iterator[Listing]:
    """Yield “已落实860亩，还差340亩，总用地1200亩”, in this order or the total first."""
    if not any(item.before[:1] in _STILL for item, _ in found[1:]):
        return
    if len({item.quantity.unit for item, _ in found}) > 1:
        return
    for order in ((2, 0, 1), (0, 1, 2)):
        whole, done, rest = (found[n] for n in order)
        wanting = "已" in done[0].before and _WANTING.match(rest[0].before)
        if wanting and _TOTAL.search(whole[0].before):
            yield _listing(whole, (done, rest), backwards=order[0] == 2)


def _plain(found: Sequence[Named], names: Sequence[str]) -> Iterator[Listing]:
    """Yield “教师142人，高级教师36人、中级教师68人、初级教师38人”: nothing but the names leads on.

    The parts are the sides of one place, or of kinds that exclude one another; `names` is what
    they are called.
    """
    (whole, _), *others = found
    parts: list[Named] = []
    for item, segment in others:
        if item.quantity.unit != whole.quantity.unit or segment.mark not in "，、：":
            break
        parts.append((item, segment))
    if len(parts) < 2 or parts[0][1].mark not in "，：":
        return
    names = names[: len(parts)]
    if any(len(name) > _SHORT for name in names):
        return
    apart = {segment.mark for _, segment in parts[1:]}
    sides = apart == {"、"} and not whole.after and all(map(_SIDE.match, names))
    kinds = (
        len(parts) > 2
        and names[0].endswith("类")
        and all(map(_KIND.fullmatch, names))
        and not _KIND.search(whole.before)
    )
    if sides or kinds:
        yield _listing(found[0], parts, backwards=False)
    elif not whole.after and labels.excludes(names) and _leads_to(whole.before, names):
        listing = _listing(found[0], parts, backwards=False)
        listing.complete = labels.divides(names)
        yield listing


def _leads_to(words: str, names: Sequence[str]) -> bool:
    """Say whether a figure is the whole of parts with these names, by its own name."""
    if all(map(_STAGE.match, names)):
        return "总" in words or "共" in words
    if all(map(_YEAR.match, names)):
        return "累计" in words or "共" in words
    if labels.excludes([_name(words), *names]):
        return False  # one more of them
    return len(names) > 2 and (words.endswith("共") or names[0][-2:] in words)


def _listing(whole: Named, group: Sequence[Named], *, backwards: bool) -> Listing:
    parts = tuple(
        Part(item.quantity, _name(item.before), segment.mark, item.after) for item, segment in group
    )
    listing = Listing(((whole[0].quantity, whole[1].text),), parts, backwards=backwards)
    listing.complete = listing.closed = listing.apart = True
    return listing
