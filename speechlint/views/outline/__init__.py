"""The outline of a speech: its lists, and what is wrong with their numbers.

Every fault is told once, whichever rule reports it: 一、三、二 is one exchange and not a gap, a
repetition and a wrong order.
"""

from __future__ import annotations

from itertools import pairwise

from speechlint.later import later
from speechlint.record import NamedTuple
from speechlint.views.outline.explain import explain
from speechlint.views.outline.nest import Item, Scope, is_chain, scopes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.document import Speech
    from speechlint.views.outline.explain import Run
    from speechlint.views.outline.faults import Anomaly, Fault

__all__ = ["Item", "Listing", "Outline", "is_chain", "outline"]

# A marker with an Arabic numeral that stands alone and counts this far is a page number or data.
_FAR = 3
# Headings that prose may begin with too (第十二条规定 …): only near the beginning of a list.
_HEADS = ("甲、", "第#编", "第#篇", "第#讲", "第#节", "第#条", "第#单元")
# Two of these are a list even when the first is lost. 首先 is no such kind: what comes before
# 其次 may well be said in other words.
_PAIRED = ("其#", "1）")
_OTHERWISE = later("再|其次|另外|还有|最后|此外|同时")


class Listing(NamedTuple):
    """Brothers, in order. `numbers` are what they should be, 0 for one that does not belong.

    `kind` is that of the first; an item of another kind is in a wrong form. `parent` is the item
    that the list stands under.
    """

    kind: str
    items: tuple[Item, ...]
    numbers: tuple[int, ...]
    parent: Item | None
    whole: bool  # nothing is wrong with its numbers


class Outline(NamedTuple):
    listings: tuple[Listing, ...]
    anomalies: tuple[Anomaly, ...]


def outline(speech: Speech) -> Outline:
    """Return the lists of a speech in the order in which they begin, and their anomalies."""
    listings: list[Listing] = []
    anomalies: list[Anomaly] = []
    for scope in scopes(speech):
        for run in _runs(scope):
            if not _believed(scope, run):
                continue
            items = tuple(scope.items[i] for i in run.places)
            listing = Listing(items[0].mark.kind, items, run.numbers, scope.parent, not run.faults)
            listings.append(listing)
            for fault in run.faults:
                if _told(scope, fault):
                    from speechlint.views.outline.faults import Anomaly

                    others = tuple(scope.items[i] for i in fault.others)
                    item = scope.items[fault.at]
                    anomalies.append(Anomaly(fault.name, item, fault.expected, others, listing))
    anomalies.sort(key=lambda a: a.item.span)
    listings.sort(key=lambda x: x.items[0].span)
    return Outline(tuple(listings), tuple(anomalies))


def _runs(scope: Scope) -> list[Run]:
    items = scope.items
    pairs = list(pairwise(items))
    inside = [b.place == a.place and not b.mark.leads for a, b in pairs]
    fresh = [
        (b.place != a.place and not b.mark.leads and not a.mark.leads) or b.follows != a.follows
        for a, b in pairs
    ]
    numbers = [item.mark.number for item in items]
    return explain(numbers, [False, *fresh], [False, *inside], scope.base)


def _believed(scope: Scope, run: Run) -> bool:
    """Say whether markers are a list at all, and no words or data that look like one."""
    marks = [scope.items[i].mark for i in run.places]
    first = marks[0]
    if len(run.places) == 1 and first.number >= _FAR:
        return first.leads and _strict(first.kind) and first.kind not in ("1.", "①")
    if _strict(first.kind):
        return True
    if first.kind in _HEADS and first.leads:
        return first.number < _FAR
    return len(marks) > 1 and (first.kind in _PAIRED or any(mark.number == 1 for mark in marks))


def _strict(kind: str) -> bool:
    """Say whether a marker of this kind is one even without its elders and brothers."""
    if kind[0] == "#":
        return kind in ("#、", "#是", "#要")
    return kind in ("（#）", "1.", "（1）", "①", "第#，", "第#章", "第#部分")


def _told(scope: Scope, fault: Fault) -> bool:
    item = scope.items[fault.at]
    if fault.name != "lone" or item.mark.leads:
        return True
    if item.mark.kind == "第#，":  # 第一，… 再一个，…
        return not _OTHERWISE.search(item.paragraph.text, item.mark.span.end)
    return True
