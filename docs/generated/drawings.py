"""Drawings of intervals on a line, as SVG in a page: `<!-- DRAW sum -->`.

The ends are those that the program itself reads from the words (`speechlint figures`), and what
they come to.
"""

from __future__ import annotations

import json
import re
from fractions import Fraction
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from .running import output

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Ends = tuple[Fraction | None, Fraction | None]

_DRAW = re.compile(r"(?m)^<!-- DRAW (\w+) -->$")
_WIDTH, _LEFT, _RIGHT, _ROW, _TOP = 720, 190, 20, 40, 8


class Bar(NamedTuple):
    """An interval, or a ray where it has no such end. `look`: "stated", "computed", "wrong"."""

    label: str
    ends: Ends
    look: str = "stated"


class Drawing(NamedTuple):
    """Bars over an axis from `low` to `high` (in units of `scale`), with a tick every `step`."""

    title: str
    bars: Sequence[Bar]
    low: Fraction
    high: Fraction
    step: Fraction
    unit: str
    scale: Fraction


def filled(markdown: str) -> str:
    """Draw each drawing that a page asks for."""
    return _DRAW.sub(lambda match: svg(_DRAWINGS[match[1]]()), markdown)


def ends(text: str) -> Ends:
    """Return between what a figure lies, in its base unit, as the program reads it."""
    draft = f"今年投资{text}。"
    told = json.loads(output(["figures", "--output-format", "json", "草稿.txt"], draft))
    (figure,) = told["files"][0]["figures"]
    low, high = (figure[name] and Fraction(figure[name]) for name in ("low", "high"))
    return low, high


def _both(text: str) -> tuple[Fraction, Fraction]:
    low, high = ends(text)
    assert low is not None, text
    assert high is not None, text
    return low, high


def _one() -> Drawing:
    texts = ("1.5亿元", "1.47亿元", "约1.5亿元", "超过1.5亿元", "不到1.5亿元")
    bars = [Bar(text, ends(text)) for text in texts]
    return _drawing("写出来的一个数，代表一段", bars, "1.2 1.8 0.1", "亿元", 10**8)


def _sum() -> Drawing:
    parts = [_both(text) for text in ("6200万元", "5400万元", "3300万元")]
    total = (sum((p[0] for p in parts), Fraction()), sum((p[1] for p in parts), Fraction()))
    bars = [
        Bar("6200+5400+3300 万元", total, "computed"),
        Bar("写 1.49亿元：相符", ends("1.49亿元")),
        Bar("写 1.47亿元：不符", ends("1.47亿元"), "wrong"),
    ]
    return _drawing("分项加起来与总数", bars, "1.46 1.50 0.01", "亿元", 10**8)


def _share() -> Drawing:
    part, whole = _both("21.6亿元"), _both("48.5亿元")
    bars = [
        Bar("21.6÷48.5", (part[0] / whole[1], part[1] / whole[0]), "computed"),
        Bar("写 44.5%：相符", ends("44.5%")),
        Bar("写 54.5%：不符", ends("54.5%"), "wrong"),
    ]
    return _drawing("占比", bars, "44 55 1", "%", Fraction(1, 100))


def _growth() -> Drawing:
    now, then = _both("6.84亿元"), _both("6.20亿元")
    low = (now[0] - then[1]) / then[1]
    high = (now[1] - then[0]) / then[0]
    bars = [
        Bar("(6.84-6.20)÷6.20", (low, high), "computed"),
        Bar("写 增长10.3%：相符", ends("10.3%")),
        Bar("写 增长13.2%：不符", ends("13.2%"), "wrong"),
    ]
    return _drawing("增幅", bars, "10 13.5 0.5", "%", Fraction(1, 100))


_DRAWINGS = {"one": _one, "sum": _sum, "share": _share, "growth": _growth}


def _drawing(
    title: str, bars: Sequence[Bar], axis: str, unit: str, scale: int | Fraction
) -> Drawing:
    low, high, step = map(Fraction, axis.split())
    return Drawing(title, bars, low, high, step, unit, Fraction(scale))


def svg(drawing: Drawing) -> str:
    """Return a drawing, for a page in Markdown."""
    height = _TOP + _ROW * len(drawing.bars) + 34
    title = escape(f"{drawing.title}：{'；'.join(bar.label for bar in drawing.bars)}")
    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{title}">',
        *_axis(drawing, height - 28),
        *(part for number, bar in enumerate(drawing.bars) for part in _bar(drawing, number, bar)),
        "</svg>",
    ]
    caption = f"<figcaption>{escape(drawing.title)}</figcaption>"
    return f'<figure class="line">{"".join(parts)}{caption}</figure>'


def _x(drawing: Drawing, value: Fraction) -> float:
    place = (value - drawing.low) / (drawing.high - drawing.low)
    inside = min(max(place, Fraction(0)), Fraction(1))
    return round(_LEFT + float(inside) * (_WIDTH - _LEFT - _RIGHT), 1)


def _axis(drawing: Drawing, y: int) -> Iterator[str]:
    value = drawing.low
    while value <= drawing.high:
        x = _x(drawing, value)
        yield f'<path class="tick" d="M{x} {_TOP}V{y}"/>'
        last = value + drawing.step > drawing.high
        said = f"{float(value):g}{drawing.unit if last or drawing.unit == '%' else ''}"
        anchor = "end" if last else "middle"
        yield f'<text x="{x}" y="{y + 20}" text-anchor="{anchor}">{said}</text>'
        value += drawing.step


def _bar(drawing: Drawing, number: int, bar: Bar) -> Iterator[str]:
    y = _TOP + _ROW * number + _ROW // 2
    low, high = (end if end is None else end / drawing.scale for end in bar.ends)
    left = _x(drawing, drawing.low if low is None else low)
    right = _x(drawing, drawing.high if high is None else high)
    yield f'<g class="{bar.look}"><text class="label" x="{_LEFT - 14}" y="{y + 5}" text-anchor="end">'
    yield f"{escape(bar.label)}</text>"
    yield f'<path d="M{left} {y}H{max(right, left + 2)}"/>'
    for x, end, tip in ((left, low, 1), (right, high, -1)):
        edge = (
            f"M{x} {y - 9}v18"
            if end is not None
            else f"M{x + 8 * tip} {y - 7}l{-8 * tip} 7l{8 * tip} 7"
        )
        yield f'<path class="edge" d="{edge}"/>'
    yield "</g>"
