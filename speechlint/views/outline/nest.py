"""Which markers of a speech are brothers: the levels, found with a stack of open lists."""

from __future__ import annotations

from itertools import pairwise

from speechlint.lines import Role
from speechlint.record import NamedTuple
from speechlint.views.outline.marks import marks, scan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Paragraph, Speech
    from speechlint.text import Span
    from speechlint.views.outline.reading import Mark

# The depth that GB/T 9704 and habit give to a kind, at the start of a line. A marker that does
# not fit anywhere may close lists that are as deep as itself or deeper, never a higher one.
_DEPTH = {
    "第#编": 0, "第#篇": 0, "第#讲": 0, "第#部分": 0, "第#单元": 0,
    "第#章": 1, "第#节": 2, "第#条": 3, "#、": 3, "（#）": 4, "1.": 5, "甲、": 5,
    "（1）": 6, "1）": 7, "①": 8,
}  # fmt: skip
_CHAIN = 10  # 第一， 其一 首先 一是 一要
_INSIDE = 100  # a list inside a paragraph: everything at the start of a line stands above it


class Item(NamedTuple):
    """A marker in its place: `place` counts paragraphs of the speech, `span` is the document's.

    `follows` counts the unmarked headings before it: a new one begins new lists.
    """

    mark: Mark
    paragraph: Paragraph
    place: int
    follows: int

    @property
    def span(self) -> Span:
        return self.paragraph.locate(self.mark.span)


class Scope:
    """Markers of one kind under one parent: one list, or several one after the other.

    `base` is the last number of a list elsewhere that this one continues.
    """

    __slots__ = ("base", "depth", "items", "kind", "parent")

    def __init__(self, first: Item, parent: Item | None, base: int = 0) -> None:
        self.kind = first.mark.kind
        self.items = [first]
        self.parent = parent
        self.base = base
        self.depth = depth(first.mark)

    @property
    def due(self) -> int:
        """The number that should come next."""
        return self.items[-1].mark.number + 1

    def add(self, item: Item) -> None:
        self.items.append(item)
        self.depth = min(self.depth, depth(item.mark))


def depth(mark: Mark) -> int:
    if mark.leads or mark.kind == "#、":  # 一、 is a heading even where a page was run together
        return _DEPTH.get(mark.kind, _CHAIN)
    return _INSIDE


def is_chain(kind: str) -> bool:
    """Say whether markers of a kind are words of a sentence (一是, 第一，) and not of a heading."""
    return kind not in _DEPTH


def scopes(speech: Speech) -> list[Scope]:
    """Return the lists of a speech, in the order in which they begin."""
    builder = _Builder(list(_items(speech)))
    for at in range(len(builder.items)):
        builder.place(at)
    return builder.made


def _items(speech: Speech) -> Iterator[Item]:
    headings = 0
    for index, paragraph in enumerate(speech.paragraphs):
        found = _marks(speech, paragraph)
        if paragraph.role is Role.HEADING and not found:
            headings += 1
        for mark in found:
            yield Item(mark, paragraph, index, headings)


def _marks(speech: Speech, paragraph: Paragraph) -> tuple[Mark, ...]:
    """Return the markers of a paragraph; one that stood after a closed line break leads too."""
    pieces = paragraph.pieces if paragraph.holes else []
    leads = [0]
    for (before, origin), (healed, start) in pairwise(pieces):
        end = origin + healed - before
        if "\n" in speech.document.text[end:start] or "\r" in speech.document.text[end:start]:
            leads.append(healed)
    if len(leads) == 1 or paragraph.role is Role.TABLE:
        return paragraph.view(marks)
    scanned = paragraph.view(_scanned)
    lines = tuple(leads)
    if lines not in scanned:
        scanned[lines] = scan(paragraph.text, lines)
    return scanned[lines]


def _scanned(_: Paragraph) -> dict[tuple[int, ...], tuple[Mark, ...]]:
    """Return where the markers of a paragraph are kept, by where its lines begin."""
    return {}


class _Builder:
    """The open lists, innermost last."""

    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.made: list[Scope] = []
        self._open: list[Scope] = []
        self._closed: dict[str, Scope] = {}
        # For each item the number of the next one of each kind, made when first needed.
        self._kinds: dict[str, list[int]] = {}
        for at, item in enumerate(items):
            self._kinds.setdefault(item.mark.kind, []).append(at)

    def place(self, at: int) -> None:
        """Put an item where it belongs: into an open list, or into a new one."""
        item = self.items[at]
        number = item.mark.number
        same = [
            d for d in range(len(self._open) - 1, -1, -1) if self._open[d].kind == item.mark.kind
        ]
        if item.mark.doubt and not any(self._open[d].due == number for d in same):
            begins = number == 1 and item.mark.leads and self._later(at, item.mark.kind) == 2
            if not begins:
                return
        if number == 1:
            self._first(at, same)
            return
        due = [d for d in same if self._open[d].due == number]
        if due:
            level = self._prefer(due, item)
            stray = self._misformed(at, level)
            self._append(level if stray is None else stray, item)
            return
        reachable = [d for d in same if self._reachable(d, item)]
        mixed = self._mixed(at, self._prefer(reachable, item) if reachable else None)
        if mixed is not None:
            self._append(mixed, item)
        elif reachable:
            self._append(self._prefer(reachable, item), item)
        elif (skipped := self._skipped(item)) is not None:
            self._append(skipped, item)
        else:
            self._start(item, self._resumed(item))

    def _first(self, at: int, same: list[int]) -> None:
        """Place a number one: a list begins again, or a new one begins."""
        item = self.items[at]
        leads = item.mark.leads
        for level in same:
            # （一） … 第一，（一）（二）第二，: what is still awaited contains the new list.
            inside = any(self._later(at, s.kind) == s.due for s in self._open[level + 1 :])
            if not inside and self._reachable(level, item):
                last = self._open[level].items[-1].mark.leads
                if last == leads:
                    self._append(level, item)
                    return
                if last:
                    break  # 一是 inside the paragraph that 二是 begins
        self._start(item, 0)

    def _reachable(self, level: int, item: Item) -> bool:
        """Say whether only lists that the item may close stand above the level."""
        mine = depth(item.mark)
        return all(scope.depth >= mine for scope in self._open[level + 1 :])

    def _prefer(self, levels: list[int], item: Item) -> int:
        """Return the innermost level whose last item stands at a line's start as this one does."""
        leads = item.mark.leads
        return next((d for d in levels if self._open[d].items[-1].mark.leads == leads), levels[0])

    def _append(self, level: int, item: Item) -> None:
        self._close(level + 1)
        self._open[level].add(item)

    def _close(self, level: int) -> None:
        for scope in self._open[level:]:
            self._closed[scope.kind] = scope
        del self._open[level:]

    def _start(self, item: Item, base: int) -> None:
        parent = None
        for scope in reversed(self._open):
            last = scope.items[-1]
            if last.mark.leads or last.place == item.place:
                parent = last
                break
        scope = Scope(item, parent, base)
        self._open.append(scope)
        self.made.append(scope)

    def _resumed(self, item: Item) -> int:
        """Return the last number of a closed list that the item continues, or 0.

        Some drafts number （一） or 1. on and on, whatever 一、 they stand under.
        """
        before = self._closed.get(item.mark.kind)
        if before is None or is_chain(item.mark.kind) or not item.mark.leads:
            return 0
        enough = item.mark.kind == "第#条" or len(before.items) > 1
        return item.mark.number - 1 if enough and before.due == item.mark.number else 0

    def _later(self, at: int, kind: str) -> int | None:
        """Return the number of the next item of a kind after the one at `at`."""
        places = self._kinds.get(kind, [])
        low, high = 0, len(places)
        while low < high:
            middle = (low + high) // 2
            if places[middle] <= at:
                low = middle + 1
            else:
                high = middle
        return self.items[places[low]].mark.number if low < len(places) else None

    def _mixed(self, at: int, own: int | None) -> int | None:
        """Return the level of another kind that an item in a wrong form belongs to.

        一、 （一） （二） 三、 （四）: the 三、 stands for （三）.
        """
        item = self.items[at]
        mark = item.mark
        for level in range(len(self._open) - 1, -1, -1):
            scope = self._open[level]
            if scope.kind == mark.kind or scope.due != mark.number:
                continue
            # 一是…；二、…；三是…
            inside = is_chain(scope.kind) and not mark.leads and scope.items[-1].place == item.place
            if not inside and is_chain(scope.kind) != is_chain(mark.kind):
                continue
            if not inside and not self._reachable(level, item):
                continue
            if (scope.depth == _INSIDE) == mark.leads and not is_chain(mark.kind):
                continue
            theirs, mine = self._later(at, scope.kind), self._later(at, mark.kind)
            goes_on = theirs == mark.number + 1
            if inside and not is_chain(mark.kind):
                fits = goes_on
            elif own is not None:
                fits = goes_on and mine in (None, 1, self._open[own].due)
            elif is_chain(mark.kind):
                fits = theirs != mark.number  # else its own second is still to come
            else:
                last = theirs in (None, 1) and len(scope.items) > 1
                fits = mine != mark.number + 1 and (goes_on or last)
            if fits:
                return level
        return None

    def _skipped(self, item: Item) -> int | None:
        """Return the level of 首先 that an ordinal goes on with, one left out: 首先 其次 第三 第五."""
        for level in range(len(self._open) - 1, -1, -1):
            scope = self._open[level]
            last = scope.items[-1]
            here = last.place == item.place or (last.mark.leads and item.mark.leads)
            mixed = scope.kind == "首先" and item.mark.kind == "第#，"
            if (
                mixed
                and here
                and item.mark.number == scope.due + 1
                and self._reachable(level, item)
            ):
                return level
        return None

    def _misformed(self, at: int, level: int) -> int | None:
        """Return the deeper level that an item belongs to although its own kind awaits it.

        一、 （一） 二、 （三） 二、: the first 二、 stands for （二）.
        """
        mark = self.items[at].mark
        if self._later(at, mark.kind) != mark.number or is_chain(mark.kind):
            return None
        for deeper in range(len(self._open) - 1, level, -1):
            scope = self._open[deeper]
            fits = scope.due == mark.number and not is_chain(scope.kind)
            if fits and self._later(at, scope.kind) == mark.number + 1:
                return deeper
        return None
