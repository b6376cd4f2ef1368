"""Parts, then their total: 一季度12个、二季度18个，共30个; and what is left: 其余4个."""

from __future__ import annotations

from speechlint.later import later
from speechlint.views.relations.clauses import Segment
from speechlint.views.relations.lists import Listing, Part, amounts, is_remark, parts_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.views.relations.clauses import Item, Sentence

_TOTAL = later("(?:(?<![中公])共计?|合计|总计|总共|一共)(?:达到?|为|有|是)?$")
_TOTAL_ENDS = tuple("共计达到为有是")
# A total by its name: 参保总人数.
_NAMED = later("总(?:人数|户数|[数量额]|面积|规模|里程|产量)(?:达到?|为|是|有)?$")
# So many things done in all: a total only where the parts were done the same way.
_TOTAL_OF = later(
    "(?:(?<![中公])共计?|合计|总计|总共|一共|累计)(?:已|实际)?(?P<verb>[^，分各]{1,8}?)(?:了|达到?|为)?$"
)
# “累计” counts from the beginning on: the sum of what stands before only if that is periods.
_PERIOD = later("[年季月期批旬周]|阶段")
_LEVELS = later("[省市县区乡镇村组户]|街道|社区")


def listings(sentence: Sentence) -> Iterator[Listing]:
    """Yield the lists of parts that lead up to their total, or leave a rest of it."""
    for n, segment in enumerate(sentence.segments):
        for k, item in enumerate(segment.items):
            before = item.before
            total = "共" in before or "总" in before or "计" in before
            if total and item.quantity.dimension and leads(before):
                own = Segment(segment.mark, segment.span, segment.text, segment.items[:k])
                yield from _sum((*sentence.segments[:n], own), item, segment)


def leads(words: str) -> bool:
    """Say whether words lead to a total."""
    if _TOTAL_OF.search(words) or (words.endswith(_TOTAL_ENDS) and _TOTAL.search(words)):
        return True
    return "总" in words and _NAMED.search(words) is not None


def _sum(front: Sequence[Segment], whole: Item, segment: Segment) -> Iterator[Listing]:
    direct = _TOTAL.search(whole.before)
    if segment.mark == "；" and not direct:
        return
    parts = tuple(_back(front, whole.quantity.dimension))
    if len(parts) < 2 or not _same_things(parts, whole):
        return
    if not direct and _NAMED.search(whole.before):
        if {part.mark for part in parts[1:]} != {"、"}:
            return
        listing = Listing(((whole.quantity, segment.text),), parts, backwards=True)
        listing.complete = False
        yield listing
        return
    if not direct:
        match = _TOTAL_OF.search(whole.before)
        plain = match and match[0].startswith(("合计", "总计", "总共", "共计"))
        if not match or not (plain or all(match["verb"] in p.label for p in parts if p.label)):
            return
        if match[0].startswith("累计") and not all(_PERIOD.search(p.label) for p in parts):
            return
    yield Listing(((whole.quantity, segment.text),), parts, backwards=True)


def _back(front: Sequence[Segment], dimension: str) -> list[Part]:
    """Return the parts that stand before a total, as far as they make one list."""
    out: list[Part] = []
    *earlier, own = front
    if not amounts(own, dimension):
        front = earlier  # 两项合计: no part
    for segment in reversed(front):
        if is_remark(segment):
            continue
        items = amounts(segment, dimension)
        parts = parts_of(segment, items)
        if parts is None or (segment.items and not items):
            break
        out[:0] = parts
        if segment.mark == "；" or headed(segment):
            break
    return out


def headed(segment: Segment) -> bool:
    return "其中" in segment.text or "包括" in segment.text


def _same_things(parts: Sequence[Part], whole: Item) -> bool:
    """Say whether what is counted is the same: not towns and villages, then projects."""
    nouns = [part.after for part in parts]
    levels = {frozenset(_LEVELS.findall(noun)) for noun in nouns}
    if whole.after and any(nouns):
        return any(c in whole.after for noun in nouns for c in noun)
    return len(levels) < 2
