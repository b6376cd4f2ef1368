"""What changed, from what to what, and what the text says of the change."""

from __future__ import annotations

from speechlint.later import later
from speechlint.occurrences import holds
from speechlint.views.figures import DOUBLINGS, POINTS, RELATIVE, SHARE, TIMES
from speechlint.views.relations.lists import is_change, is_remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.views.figures import Quantity
    from speechlint.views.relations.clauses import Item, Segment, Sentence

_UP = "净?增[加长产收支发供]?|多[收支出]?|提[高升]|上[升涨]|扩大|发展|[跃攀]升|拓展|[升涨扩高]|增幅|涨幅"
_DOWN = "减[少产]|下[降跌调]|降低|减[收支]|压[缩减]|缩[小减短]|回落|收窄|精简|缩减|[减降少低]|降幅"
_FROM = later("(?:^|[^自理])[由从](?!业|事|而|此|于)[^，由从]{0,20}$")
_TO = later(
    f"(?:(?P<up>{_UP})|(?P<down>{_DOWN})|调整|变|转)?(?:了)?[到至为](?:[^到至为]{{0,8}}[年底末前在今]的?)?(?:每[亩户人家吨][年均]?)?$"
)
_VERB = (
    f"(?P<yearly>年均|平均每年|每年平均|年平均|每年)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
    "率?(?:了|幅?度?达到?|为)?$"
)
_CLAIM = later(
    "^(?P<base>(?:比|较|同比|环比|与).*?)?(?:[二两三四五六七八九十0-9]{1,2}年(?:间|来)?)?"
    f"(?:共|实际|累计|平均)?(?:每[亩户人家吨]|[亩户人]均)?{_VERB}"
)
# Of each verb of a change one character, and of what says how it was before.
_SAID = later("[增多提升涨扩展高减降跌调压缩落窄简少低]")
_WAS_SAID = (
    "由",
    "从",
    "比",
    "较",
    "与",
    "是",
    "为",
    "相当于",
    "去年",
    "前年",
    "上年",
    "今年",
    "19",
    "20",
)
_BEFORE = later(f"(?:同比|比[上去]年(?:同期)?)(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?$")
_THIS_YEAR = later("^今年(?!.*(?:月|季度|半年|以来))")
_LAST_YEAR = later("^(?:.{0,8}，)?.{0,6}[去上]年(?!.*(?:月|季度|半年))")
# 2023年……28640元，2024年达到30645元: the same thing a year later.
_YEAR = later("^(?:.{0,8}，)?(?P<year>(?:19|20)[0-9]{2})年(?!.*(?:月|季度|半年))")
_YEAR_LATER = later(
    "^(?P<year>(?:19|20)[0-9]{2})年(?:则|已|就|底|末)*(?:达到?了?|为|是|增[加长]?[到至]|[提升]高?[到至]|上升[到至]|突破)$"
)
# The rate of a growth, and what is said of that: 增长8.6%，增速比上半年的9.4%回落0.8个百分点.
_GREW = later("(?:增[长加]|上升|提高)了?$")
_FELL = later("(?:下降|减少|降低)了?$")
_PACE = later("^(?:(?P<up>增速|增幅|涨幅)|降幅)(?:比|较|与)")
_FOLD = later("(?:[是为]|达到?|相当于)(?P<base>[^，]*)的$")
_BASE = later("^(?:[增涨降][速幅])?(?:比|较|与|[是为]|相当于)(?P<base>[^，]*)$")
_WAS = later("^(?P<base>[去前上]年)(?:同期)?(?:[只仅]?[是为有])?$")
_FORMER = later("^(?:原[来先]|以前|此前|过去|当初|改革前)$")
_YOY = later("同比|[上去]年|同期|上年度")
_GOES_ON = (
    *("年均", "平均", "每年", "每亩", "每户", "每人", "每家", "每吨", "亩均", "户均", "人均"),
    *"是为翻净增减提降扩压缩多少精达",
    *("实现翻", "涨幅", "下降", "上升", "相当"),
)
_RATE = later("(?:率|感|度|占比|比[重例])(?:达到?|为|是|上升到|提高到)?$")
_RANKS = ("排名", "位次", "名次", "位居")


class Claim:
    """What is said of a change: its size, a rate, times, doublings; `base` is since when.

    `kind` is "delta", "rate", "points", "percent" (of what is in per cent itself), "times"
    (more by so many times), "fold" (so many times as much) or "doublings"; `yearly` says
    that it is a mean of years.
    """

    __slots__ = ("base", "down", "kind", "quantity", "yearly")

    def __init__(self, kind: str, quantity: Quantity, base: str = "") -> None:
        self.kind = kind
        self.quantity = quantity
        self.base = base
        self.down = False
        self.yearly = False


class Change:
    """A figure as it is now, and as it was if the text says so.

    `moved` says that the text speaks of a move from the one to the other, and `up` or
    `down` how its verb points. `words` are those around the figures.
    """

    __slots__ = ("claims", "down", "moved", "new", "old", "since", "span", "up", "words")

    def __init__(self, new: Quantity, segment: Segment) -> None:
        self.new = new
        self.words = segment.text
        self.span = segment.span
        self.old: Quantity | None = None
        self.moved = self.up = self.down = False
        self.since = ""
        self.claims: list[Claim] = []


def changes(sentence: Sentence) -> tuple[Change, ...]:
    """Return the changes of figures that a sentence speaks of, if it says anything of them."""
    measured, words = sentence.dimensions, sentence.text
    if sentence.count < 2 or not (
        TIMES in measured or DOUBLINGS in measured or _SAID.search(words)
    ):
        return ()
    if RELATIVE.isdisjoint(measured):  # by so much, of what is measured alike
        alike = sentence.count - len(measured - {""})
        if not alike or not holds(words, _WAS_SAID):
            return ()
    return tuple(_changes(sentence))


def _changes(sentence: Sentence) -> Iterator[Change]:
    for n, segment in enumerate(sentence.segments):
        if not segment.items or holds(segment.text, _RANKS):
            continue
        before = sentence.segments[n - 1] if n and segment.mark == "，" else None
        for k, item in enumerate(segment.items):
            if k + 1 < len(segment.items) and (found := _move(segment, item, segment.items[k + 1])):
                if before and not k:
                    found.claims += _announced(before)
                _read(found, [*_following(sentence, n, k + 2)])
                yield found
                break
        else:
            after = sentence.segments[n + 1] if n + 1 < len(sentence.segments) else None
            if found := _level(segment, after):
                if before and _a_year_later(segment, before):
                    _compare(found, before)
                _read(found, [*_following(sentence, n, len(segment.items))])
                yield found


def _move(segment: Segment, old: Item, new: Item) -> Change | None:
    """Return the change that “由…增加到…” speaks of."""
    moves = "由" in old.before or "从" in old.before
    to = _TO.search(new.before) if moves else None
    if not to or not _FROM.search(old.before) or new.quantity.dimension in (POINTS, DOUBLINGS):
        return None
    if not old.quantity.unit and old.quantity.scale > 1:
        old.quantity.measured(new.quantity.unit)  # 由3亿增加到5亿元
    if old.quantity.dimension != new.quantity.dimension:
        return None
    change = Change(new.quantity, segment)
    change.old = old.quantity
    change.moved, change.since = True, old.before + new.before
    change.up, change.down = bool(to["up"]), bool(to["down"])
    return change


def _a_year_later(segment: Segment, before: Segment) -> bool:
    """Say whether a segment tells of this year what the one before told of the last."""
    if segment.text.startswith("今年"):
        return bool(_THIS_YEAR.match(segment.text) and _LAST_YEAR.match(before.text))
    if not segment.text.startswith(("19", "20")):
        return False
    was, now = _YEAR.match(before.text), _YEAR_LATER.match(segment.items[0].before)
    return bool(was and now and int(was["year"]) + 1 == int(now["year"]))


def _level(segment: Segment, after: Segment | None) -> Change | None:
    """Return the figure of a segment that remarks, in the segment after it, may follow."""
    if not segment.items:
        return None
    item = segment.items[-1]
    if item.quantity.dimension == SHARE:  # a rate: 优良率达到86.4%
        level = _RATE.search(item.before) or _paced(item, after)
        return Change(item.quantity, segment) if level and len(segment.items) == 1 else None
    if is_remark(segment) or item.quantity.dimension in RELATIVE or is_change(item, segment):
        return None
    return Change(item.quantity, segment)


def _paced(item: Item, after: Segment | None) -> bool:
    """Say whether a growth is compared with another in the segment after it."""
    said = after and after.mark == "，" and after.text.startswith(("增", "涨", "降"))
    pace = _PACE.match(after.text) if after and said else None
    return bool(pace and (_GREW if pace["up"] else _FELL).search(item.before))


def _announced(before: Segment) -> list[Claim]:
    """Return the rate that comes before its figures: 同比下降3.2%，由6.2亿降为5.5亿."""
    item = before.items[-1] if before.items else None
    if not item or item.after or item.quantity.dimension != SHARE:
        return []
    match = _BEFORE.search(item.before) if "比" in item.before else None
    if not match:
        return []
    claim = Claim("rate", item.quantity)
    claim.down = bool(match["down"])
    return [claim]


def _compare(change: Change, before: Segment) -> None:
    """Take last year's figure as the old one: 去年420万人次，今年达到483万人次."""
    last = before.items[-1].quantity if len(before.items) == 1 else None
    if last and last.unit == change.new.unit and last.dimension not in RELATIVE:
        change.old, change.since = last, "上年"


def _following(sentence: Sentence, n: int, k: int) -> Iterator[Item]:
    """Yield the figures of the remarks after the k-th figure of the n-th segment."""
    yield from sentence.segments[n].items[k:]
    for segment in sentence.segments[n + 1 :]:
        if segment.mark == "；":
            return
        items = [item for item in segment.items if item.quantity.dimension != "年"]  # 五年提高3个点
        aside = is_remark(segment) or segment.text.startswith(_GOES_ON)
        lasting = items and all(item.quantity.dimension in RELATIVE for item in items)
        was = len(items) == 1 and _was(items[0])
        if not (aside or lasting or was):
            return
        yield from items


def _was(item: Item) -> re.Match[str] | None:
    return _WAS.match(item.before) if item.before[1:2] == "年" else None


def _read(change: Change, items: list[Item]) -> None:
    """Read what the figures after a change say of it."""
    for n, item in enumerate(items):
        quantity = item.quantity
        same = quantity.dimension == change.new.dimension
        after = items[n + 1] if n + 1 < len(items) else None
        if claim := _claim(item, change):
            change.claims.append(claim)
        elif same and after and not change.old and (base := _BASE.search(item.before)):
            times = after.quantity.dimension == TIMES and after.before == "的"
            hedge = after.quantity.hedge
            if times or _CLAIM.search(after.before.removesuffix(hedge) if hedge else after.before):
                change.old, change.since = quantity, base["base"]
        elif same and not change.old and not after and (base := _was(item)):
            change.old, change.since = quantity, base["base"]
        elif not item.before.startswith("占"):
            return  # something else: 文盲率由4.08%下降为2.67%


def _claim(item: Item, change: Change) -> Claim | None:
    quantity = item.quantity
    match: re.Match[str] | None
    if quantity.dimension == DOUBLINGS:
        return Claim("doublings", quantity)
    if quantity.dimension == TIMES and item.before == "的":
        return Claim("fold", quantity)
    if quantity.dimension == TIMES and (match := _FOLD.search(item.before)):
        return Claim("fold", quantity, _FORMER.sub("", match["base"]))
    before = item.before.removesuffix(quantity.hedge) if quantity.hedge else item.before
    match = _CLAIM.search(before)
    kind = {SHARE: "rate", TIMES: "times", POINTS: "points", change.new.dimension: "delta"}.get(
        quantity.dimension
    )
    if not match or not kind:
        return None
    if quantity.dimension == SHARE == change.new.dimension:
        kind = "percent"
    claim = Claim(kind, quantity, match["base"] or "")
    claim.down, claim.yearly = bool(match["down"]), bool(match["yearly"])
    return claim


def since(words: str) -> str:
    """Return what a change is measured from: the same text for 上年 and 同期."""
    return "上年" if _YOY.search(words) else words
