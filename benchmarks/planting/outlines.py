"""Speeches with a right numbering, made up; and how they are written down."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planting.phrases import (
    BETWEEN,
    HEADINGS,
    ITEMS,
    OPENINGS,
    SALUTATIONS,
    SENTENCES,
    TITLES,
    chinese,
)
from speechlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

MARKERS: dict[str, Callable[[int], str]] = {
    "一、": lambda n: f"{chinese(n)}、",
    "（一）": lambda n: f"（{chinese(n)}）",
    "(一)": lambda n: f"({chinese(n)})",
    "1.": lambda n: f"{n}.",
    "1、": lambda n: f"{n}、",
    "1．": lambda n: f"{n}．",
    "（1）": lambda n: f"（{n}）",
    "(1)": lambda n: f"({n})",
    "①": lambda n: chr(ord("①") + n - 1),
    "第一，": lambda n: f"第{chinese(n)}，",
    "第一、": lambda n: f"第{chinese(n)}、",
    "一是": lambda n: f"{chinese(n)}是",
    "一要": lambda n: f"{chinese(n)}要",
    "其一，": lambda n: f"其{chinese(n)}，",
    "第一章": lambda n: f"第{chinese(n)}章　",
    "第一节": lambda n: f"第{chinese(n)}节　",
    "第一条": lambda n: f"第{chinese(n)}条　",
    "第一部分": lambda n: f"第{chinese(n)}部分　",
    "甲、": lambda n: "甲乙丙丁戊己庚辛壬癸"[n - 1] + "、",
    "首先": lambda n: ("首先，", "其次，", "再次，", "最后，")[n - 1],
}
# What stands on lines of their own, level below level; then what runs on inside a paragraph.
NESTINGS = (
    ("一、", "（一）"),
    ("一、", "(一)"),
    ("一、", "（一）", "1."),
    ("一、", "(一)", "1、"),
    ("一、", "1."),
    ("一、", "1、"),
    ("一、", "（1）"),
    ("一、", "第一，"),
    ("一、", "第一、"),
    ("一、", "一是"),
    ("一、", "一要"),
    ("（一）", "1."),
    ("（一）", "1．", "（1）"),
    ("（一）", "(1)"),
    ("（一）", "①"),
    ("第一条",),
    ("第一章", "第一节", "一、"),
    ("第一部分", "一、"),
    ("一、", "甲、"),
    ("1.", "①"),
    ("1、", "（1）"),
)
INLINE = ("一是", "一要", "第一，", "其一，", "首先", "（1）", "①", "1.", "1、", "（一）")


class Item:
    """A numbered item. `shown` is its marker as written; `below` says what follows on it.

    `glued` items go on in the paragraph of their elder.
    """

    def __init__(self, style: str, number: int, head: str, rest: str) -> None:
        self.style = style
        self.number = number
        self.head = head
        self.rest = rest
        self.below: list[Item] = []
        self.inline = False
        self.glued = False
        self.lead = ""  # a space before the marker
        self.written = ""  # the marker, where it is not what style and number say

    @property
    def marker(self) -> str:
        return self.lead + (self.written or MARKERS[self.style](self.number))


class Outline(NamedTuple):
    """A speech. `between` is what stands between two paragraphs."""

    opening: str
    items: list[Item]
    closing: str
    between: str = "\n"


class Written(NamedTuple):
    text: str
    places: dict[int, Span]  # where the marker of an item (by its id) stands


def make(rng: Random, nesting: tuple[str, ...], inline: str = "") -> Outline:
    """Make a speech with a right outline of these levels."""
    title, salutation = rng.choice(TITLES), rng.choice(SALUTATIONS)
    opening = f"{title}\n{salutation}\n{rng.choice(OPENINGS)}下面，我讲几点意见。\n"
    closing = "同志们，任务已经明确，关键在于落实。让我们携手并肩，为完成全年目标而努力奋斗！\n谢谢大家！\n"
    return Outline(opening, _items(rng, nesting, inline), closing, rng.choice(BETWEEN))


def _items(rng: Random, nesting: tuple[str, ...], inline: str) -> list[Item]:
    style, deeper = nesting[0], nesting[1:]
    items = []
    heads = rng.sample(HEADINGS, 5)
    rests = rng.sample(SENTENCES, 10)
    for number in range(1, rng.randint(3, 5) + 1):
        rest = f"{rests.pop()}。{rests.pop()}。"
        item = Item(style, number, heads.pop(), rest)
        if deeper:
            item.below = _items(rng, deeper, inline)
        elif inline and rng.random() < 0.6:
            item.below = chain(rng, inline, rng.randint(3, 4))
        items.append(item)
    return items


def chain(rng: Random, style: str, length: int) -> list[Item]:
    """Return the items of a list inside a paragraph."""
    items = []
    for number, head in enumerate(rng.sample(ITEMS, length), 1):
        item = Item(style, number, head, "")
        item.inline = True
        items.append(item)
    return items


def groups(items: list[Item]) -> list[list[Item]]:
    """Return all lists of siblings, this one first."""
    found = [items] if items else []
    for item in items:
        found += groups(item.below)
    return found


def write(outline: Outline) -> Written:
    """Write an outline down."""
    writer = _Writer(outline.between)
    writer.put(outline.opening)
    writer.items(outline.items)
    writer.put(outline.closing)
    return Written("".join(writer.out), writer.places)


class _Writer:
    def __init__(self, between: str) -> None:
        self.between = between
        self.out: list[str] = []
        self.places: dict[int, Span] = {}

    def put(self, text: str) -> None:
        self.out.append(text.replace("\n", self.between))

    def items(self, items: list[Item]) -> None:
        for item in items:
            self._mark(item)
            inline = [b for b in item.below if b.inline]
            blocks = [b for b in item.below if not b.inline]
            # A heading stands alone where something is below it, else it leads its paragraph.
            verbal = item.style in ("一是", "一要")
            self.put(f"要{item.head}" if item.style == "一是" else item.head)
            if blocks and not verbal:
                self.put(f"\n{item.rest}\n" if item.rest else "\n")
            else:
                self.put(f"。{item.rest}")
                self._chain(inline)
                self.put("\n")
            self.items(blocks)

    def _mark(self, item: Item) -> None:
        if item.glued:
            self.out[-1] = self.out[-1].removesuffix(self.between)
        at = sum(map(len, self.out))
        self.places[id(item)] = Span(at, at + len(item.marker))
        self.put(item.marker)

    def _chain(self, items: list[Item]) -> None:
        for item in items:
            self._mark(item)
            self.put(f"要{item.head}" if item.style == "一是" else item.head)
            self.put("。" if item is items[-1] else "；")
