"""Wholes and parts that no “其中” joins: 56处，已整改48处，未整改8处; 还差340亩; 东区3个、西区2个."""

from __future__ import annotations

from speechlint.later import later
from speechlint.views.relations import labels
from speechlint.views.relations.lists import VERB_ENDS, Listing, Part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.views.relations.lists import Named


_VERB = later("(?:已经?|达到?|为|是|有|了|约|计|完成|实现|各)+$")
_DONE = later("^(?:其中)?(?:目前|现)?已(?!纳入|列入|排查|发现|受理)")
_NOT = later("^(?:仍有|还有|尚有)?(?:未|尚未|没有|还未|正在|在)(?=[一-龥])")
_HALF = later("^(?:阶段性|部分|基本)[一-龥]{2}的?$")
_KIND = later("[一-龥]{2,8}类")
_TOTAL = later("总|共|全|应|需|计划|任务")
_STILL = frozenset("还尚仍")
_WANTING = later("^(?:还|尚|仍)(?:差|缺|欠|需)$")
_YEAR = later("(?:19|20)[0-9]{2}年")
_STAGE = later("[一二三四五]期|第[一二三四五][期批]")
_SHORT = 10  # characters of a part's name
_SIDE = later("^[东西南北中]{1,2}(?:部|片|区|线|路|组|段|城|山)?区?$")


def beside(found: Sequence[Named], *, led: bool) -> Iterator[Listing]:
    """Yield the parts beside their whole; `led` says that a word leads to parts: `heads` reads those."""
    names = [name_of(item.before) for item, _ in found]
    for n in range(len(found) - 2):
        yield from _done(found[n : n + 3])
        if n + 3 < len(found) and _HALF.match(found[n + 2][0].before):
            yield from _half_done(found[n : n + 4])
        yield from _wanting(found[n : n + 3])
        if not led:
            yield from _plain(found[n:], names[n + 1 :])


def name_of(words: str) -> str:
    return _VERB.sub("", words) if words[-1:] in VERB_ENDS else words


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
    listing = made_of(found[0], found[1:], backwards=False)
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
            yield made_of(whole, (done, rest), backwards=order[0] == 2)


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
        yield made_of(found[0], parts, backwards=False)
    elif not whole.after and labels.excludes(names) and _leads_to(whole.before, names):
        listing = made_of(found[0], parts, backwards=False)
        listing.complete = labels.divides(names)
        yield listing


def _leads_to(words: str, names: Sequence[str]) -> bool:
    """Say whether a figure is the whole of parts with these names, by its own name."""
    if all(map(_STAGE.match, names)):
        return "总" in words or "共" in words
    if all(map(_YEAR.match, names)):
        return "累计" in words or "共" in words
    if labels.excludes([name_of(words), *names]):
        return False  # one more of them
    return len(names) > 2 and (words.endswith("共") or names[0][-2:] in words)


def made_of(whole: Named, group: Sequence[Named], *, backwards: bool) -> Listing:
    parts = tuple(
        Part(item.quantity, name_of(item.before), segment.mark, item.after)
        for item, segment in group
    )
    listing = Listing(((whole[0].quantity, whole[1].text),), parts, backwards=backwards)
    listing.complete = listing.closed = listing.apart = True
    return listing
