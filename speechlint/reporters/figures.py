"""The figures of a draft and their relations, as tables for a terminal."""

from __future__ import annotations

from collections import Counter

from speechlint.reporters.columns import Ruler, shown, table
from speechlint.views.figures.hedges import reach
from speechlint.views.relations import Verdict
from speechlint.views.relations.arithmetic import digits, printed, tail

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.accounts import Account
    from speechlint.text import LineIndex
    from speechlint.views.figures import Quantity
    from speechlint.views.figures.interval import Interval
    from speechlint.views.relations import Relation

VERDICTS = {Verdict.REFUTED: "不符", Verdict.PROVED: "相符", Verdict.UNKNOWN: "没算"}
KINDS = {
    "conflict": "前后",
    "date": "日期",
    "enumeration": "名目",
    "fact": "数据表",
    "growth": "增减",
    "hedge": "约数",
    "implied": "推总数",
    "list": "分别",
    "point": "百分点",
    "rate": "比率",
    "share": "占比",
    "structure": "构成",
    "sum": "总分",
}
_RELATION = ("结论", "关系", "{}:列", "文中", "算式或没算的原因")
_FIGURE = ("{}:列", "原文", "读作", "量", "约数", "可能的范围")
_LONGEST = 40  # columns of what the text says


def render(account: Account, *, wide: bool = False) -> Iterator[str]:
    """Yield the lines: first the relations, what is refuted above all, then the figures."""
    ruler, lines = Ruler(wide=wide), account.lines
    counts = Counter(relation.verdict for relation in account.relations)
    said = "，".join(f"{word} {counts[verdict]}" for verdict, word in VERDICTS.items())
    yield f"{shown(account.path)}：数字 {len(account.figures)} 个，关系 {len(account.relations)} 个（{said}）"
    order = list(VERDICTS)
    found = sorted(account.relations, key=lambda relation: order.index(relation.verdict))
    unit = "段" if account.unit == "paragraph" else "行"
    if found:
        yield ""
        yield from table(
            [_head(_RELATION, unit), *(_relation(r, lines, ruler) for r in found)], ruler
        )
    if account.figures:
        rows = [_figure(_place(span.start, lines), q) for span, q in account.figures]
        yield ""
        yield from table([_head(_FIGURE, unit), *rows], ruler)


def _head(titles: tuple[str, ...], unit: str) -> tuple[str, ...]:
    """Return the titles of a table; `unit` is what the first number of a place counts."""
    return tuple(title.format(unit) for title in titles)


def _relation(relation: Relation, lines: LineIndex, ruler: Ruler) -> tuple[str, ...]:
    stated, _ = ruler.clipped(relation.stated, _LONGEST)
    return (
        VERDICTS[relation.verdict],
        KINDS.get(relation.kind, relation.kind),
        _place(relation.span.start, lines),
        stated,
        shown(relation.computation or relation.reason or _operands(relation)),
    )


def _operands(relation: Relation) -> str:
    return "、".join(operand.message for operand in relation.operands)


def _figure(place: str, quantity: Quantity) -> tuple[str, ...]:
    return (
        place,
        shown(quantity.text),
        read(quantity),
        quantity.dimension or "（没有单位）",
        "有空白" if quantity.masked else quantity.hedge,
        possible(quantity),
    )


def read(quantity: Quantity) -> str:
    """Return number and unit in Arabic digits: 三成五 is 3.5成, 三分之一 1/3."""
    if quantity.unit == "分之":
        return f"{quantity.digits}/{quantity.factor[1]}"
    return digits(quantity) + tail(quantity)


def possible(quantity: Quantity) -> str:
    """Return what the figure can stand for, in its own unit."""
    if quantity.masked or quantity.unit == "分之":
        return ""
    low, high = reach(quantity)
    if low and high and low.low * high.over == high.high * low.over:
        return "恰为此数"
    ends = [_end(end, quantity) for end in (low, high)]
    if not ends[0]:
        return f"至多 {ends[1]}"
    return f"{ends[0]} 至 {ends[1]}" if ends[1] else f"至少 {ends[0]}"


def _end(end: Interval | None, quantity: Quantity) -> str:
    return printed(end, quantity) if end else ""


def _place(offset: int, lines: LineIndex) -> str:
    position = lines.position(offset)
    return f"{position.line + 1}:{position.column + 1}"
