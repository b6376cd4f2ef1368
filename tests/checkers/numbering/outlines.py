"""Made-up speeches with a right numbering, for property tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

from speechlint.numerals import spell

if TYPE_CHECKING:
    from collections.abc import Callable

MARKERS: dict[str, Callable[[int], str]] = {
    "第一部分": lambda n: f"第{spell(n)}部分　",
    "第一章": lambda n: f"第{spell(n)}章　",
    "一、": lambda n: f"{spell(n)}、",
    "（一）": lambda n: f"（{spell(n)}）",
    "1.": lambda n: f"{n}.",
    "（1）": lambda n: f"（{n}）",
    "①": lambda n: chr(ord("①") + n - 1),
    "第一，": lambda n: f"第{spell(n)}，",
    "一是": lambda n: f"{spell(n)}是",
    "一要": lambda n: f"{spell(n)}要",
    "其一，": lambda n: f"其{spell(n)}，",
}
LINES = ("第一部分", "第一章", "一、", "（一）", "1.", "（1）", "①", "第一，", "一是", "一要")
INSIDE = ("（1）", "①", "第一，", "一是", "一要", "其一，")
HEADS = (
    "稳住粮食生产",
    "办好民生实事",
    "守牢安全底线",
    "管好用好资金",
    "改进干部作风",
    "扩大有效投资",
)
REST = (
    "有关部门要把账算清，把人定好。",
    "这件事群众盼了多年，不能再拖。",
    "去年全市完成投资2.55亿元，其中一个项目已经投产。",
    "一手抓进度，一手抓质量。",
    "",
)
LEADS = ("具体来说：", "办法是，", "我们")  # 我们一是 …, but not 我们其一


class Item:
    """A numbered item; `number` is what is written, whatever its place."""

    def __init__(self, kind: str, number: int, head: str, rest: str) -> None:
        self.kind = kind
        self.number = number
        self.head = head
        self.rest = rest
        self.below: list[Item] = []
        self.inside: list[Item] = []
        self.lead = ""

    @property
    def marker(self) -> str:
        return MARKERS[self.kind](self.number)


class Text(NamedTuple):
    """A text, and where the marker of each item stands in it."""

    text: str
    places: dict[int, tuple[int, int]]


def write(items: list[Item]) -> Text:
    out = ["在全市工作会议上的讲话\n同志们：\n今天开个会，把今年的事情说一说。\n"]
    places: dict[int, tuple[int, int]] = {}

    def put(item: Item) -> None:
        start = sum(map(len, out))
        places[id(item)] = (start, start + len(item.marker.strip()))
        out.append(item.marker)

    def lines(row: list[Item]) -> None:
        for item in row:
            put(item)
            out.append(f"{item.head}。{item.rest}{item.lead}")
            for number, inner in enumerate(item.inside):
                put(inner)
                out.append(inner.head + ("。" if number == len(item.inside) - 1 else "；"))
            out.append("\n")
            lines(item.below)

    lines(items)
    out.append("会后，各县要抓紧传达，抓好落实。\n")
    return Text("".join(out), places)


def rows(items: list[Item]) -> list[list[Item]]:
    """Return every list of an outline."""
    found = [items] if items else []
    for item in items:
        found += rows(item.inside) + rows(item.below)
    return found


@st.composite
def outlines(draw: st.DrawFn, least: int = 2) -> list[Item]:
    """Draw one to three levels of lists, some with a list inside a paragraph."""
    kinds = draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=3, unique=True))
    kinds.sort(key=LINES.index)
    inner = draw(st.sampled_from([k for k in INSIDE if k not in kinds]))

    def level(depth: int) -> list[Item]:
        made = []
        for number in range(1, draw(st.integers(least, 5)) + 1):
            head, rest = draw(st.sampled_from(HEADS)), draw(st.sampled_from(REST))
            item = Item(kinds[depth], number, head, rest)
            if depth + 1 < len(kinds) and draw(st.booleans()):
                item.below = level(depth + 1)
            elif draw(st.booleans()):
                item.lead = draw(st.sampled_from(LEADS if inner in ("一是", "一要") else LEADS[:2]))
                count = draw(st.integers(least, 5))
                heads = [draw(st.sampled_from(HEADS)) for _ in range(count)]
                item.inside = [Item(inner, n, h, "") for n, h in enumerate(heads, 1)]
            made.append(item)
        return made

    return level(0)
