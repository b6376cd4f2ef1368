"""Enumerations of parts: 新建56个、续建48个，收尾24个."""

from __future__ import annotations

from speechlint.later import later
from speechlint.regexes import regex
from speechlint.views.figures import RELATIVE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.views.figures import Quantity
    from speechlint.views.relations.clauses import Item, Segment, Sentence

    Named = tuple[Item, Segment]

# A segment that says something of the figure before it, and adds no part of its own.
_REMARK = regex(
    "同比|环比|比|较(?![大小多少重轻好快高低差强弱])|分别(?:比|较|增|下降|占|提高)|占(?!地(?![区方]))|增[长加幅速]|净增|下降|减少|提高|上升|降低|回落|"
    "[与和同][^，]*相比|高于|低于|快于|居|排(?!查|放|污|水|涝|洪|除)|位[列居]|为年|达到?年|完成(?:年|全年|目标|计划)|超额|同口径|首次|创"
)
# What stands before a change, not an amount: 比上年增加4000亿元.
_CHANGE = later(
    "(?:比|较|同比|环比)[^，]*(?:增加|增长|增|减少|下降|降|多|少|提高|压[减缩]|扩大|缩小|上升|回落)了?$"
    "|^(?:同比|环比)?(?:净?增[加长]|减少|下降|提高|压减|回落|上升)了?$"
)
_CHANGE_ENDS = frozenset("加长增少降多高减缩大小升落了")
# So much for each: no amount that adds up, or that another is a share of.
_EACH = later("(?:[人户亩]均|平均|每[十百千万]{0,2}[人户亩个家村户年月天台处名])[^，]{0,8}$")
TOTAL = later("(?:(?<![中公])共计?|合计|总计|总共|一共)")
_TOTAL_BEGINS = frozenset("共合总一")
_JOINED = later("^[^和及与并]{0,12}?(?:以及|[和及与并])")
# Words of a label that belong to the verb, not to the name.
_VERB = later("(?:已经?|达到?|为|是|(?<![国公私共])有|了|约|(?<![设审会统])计|完成|实现|各)+$")
VERB_ENDS = frozenset("已经达到为是有了约计成现各")


class Part:
    """One part: what it is called, the mark that parts it from the one before, what follows."""

    __slots__ = ("after", "label", "mark", "quantity")

    def __init__(self, quantity: Quantity, label: str, mark: str, after: str) -> None:
        self.quantity = quantity
        self.label = label
        self.mark = mark
        self.after = after

    @property
    def name(self) -> str:
        """What it is called: 新建56个, or 56个新建."""
        return self.label or self.after


class Listing:
    """Parts, and the figures they may add up to.

    `wholes` are figures with the words of their segments, the likeliest first. `backwards`
    says that the total follows: then the list may begin later, else it may end earlier.
    `complete` says that the words name all parts, `colon` that one leads to them, `closed`
    that nothing unclear stands between and that the sentence ends with the list, `apart`
    that the mark before the list is none of those inside it.
    """

    __slots__ = ("apart", "backwards", "closed", "colon", "complete", "parts", "wholes")

    def __init__(
        self,
        wholes: tuple[tuple[Quantity, str], ...],
        parts: tuple[Part, ...],
        *,
        backwards: bool = False,
    ) -> None:
        self.wholes = wholes
        self.parts = parts
        self.backwards = self.complete = self.closed = self.apart = backwards
        self.colon = False


def is_change(item: Item, segment: Segment) -> bool:
    """Say whether a quantity is a change of another, not an amount of its own."""
    if item.change is None:
        before = item.before
        item.change = before[-1:] in _CHANGE_ENDS and _CHANGE.search(before) is not None
    return item.change or (segment.items[0] is not item and _comments(segment))


def is_remark(segment: Segment) -> bool:
    """Say whether a segment only comments on the figure before it."""
    if segment.remark is None:
        items = segment.items
        relative = bool(items) and RELATIVE.issuperset(i.quantity.dimension for i in items)
        segment.remark = relative or _comments(segment)
    return segment.remark


def _comments(segment: Segment) -> bool:
    if segment.comments is None:
        segment.comments = _REMARK.match(segment.text) is not None
    return segment.comments


def amounts(segment: Segment, dimension: str) -> list[Item]:
    """Return the items of a segment in that dimension that are no changes."""
    return [
        item
        for item in segment.items
        if item.quantity.dimension == dimension and is_amount(item, segment)
    ]


def is_amount(item: Item, segment: Segment) -> bool:
    """Say whether a quantity is an amount of its own: no change, and not so much for each."""
    before = item.before
    each = ("均" in before or "每" in before) and _EACH.search(before)
    return not each and not is_change(item, segment)


def every_amount(sentence: Sentence) -> list[Named]:
    """Return the amounts of a sentence, with their segments."""
    return [
        (item, segment)
        for segment in sentence.segments
        if not is_remark(segment)
        for item in segment.items
        if is_amount(item, segment)
    ]


def parts_of(segment: Segment, items: Sequence[Item]) -> list[Part] | None:
    """Return the parts that a segment names; None where its figures are no list.

    Several figures in one segment are a list only where “和” joins each to the one before.
    """
    out: list[Part] = []
    for item in items:
        mark, before = segment.mark, _with_ages(segment, item)
        if out:
            joined = _JOINED.match(before)
            if not joined:
                return None
            mark, before = "、", before[joined.end() :]
        if not item.quantity.firm:
            return None
        label = _VERB.sub("", before) if before[-1:] in VERB_ENDS else before
        out.append(Part(item.quantity, label, mark, item.after))
    return out


def _with_ages(segment: Segment, item: Item) -> str:
    """Return the words before a figure, or before its twin, with the ages among them: 36至45岁的1471人."""
    at = segment.items.index(item)
    words = item.before or (segment.items[at - 1].before if at else "")  # 城市低保820户1340人
    for earlier in reversed(segment.items[:at]):
        if earlier.quantity.dimension != "岁":
            break
        words = earlier.before + earlier.quantity.text + words
    return words


def following(segments: Iterable[Segment], dimension: str) -> Iterator[Part | None]:
    """Yield the parts of a list that goes on over segments; None where it becomes unclear."""
    begun = False
    aside = False  # figures of another dimension came between: only “；” leads back
    for segment in segments:
        if (segment.text[:1] in _TOTAL_BEGINS and TOTAL.match(segment.text)) or (
            begun and "其中" in segment.text
        ):
            return
        begun = True
        if is_remark(segment) or (aside and segment.mark != "；"):
            continue
        items = amounts(segment, dimension)
        if not items:
            aside = aside or bool(segment.items)
            continue
        aside = False
        parts = parts_of(segment, items)
        if parts is None:
            yield None
            return
        yield from parts
