"""Cost against size, as an SVG: both axes by powers of ten."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 720, 440, 70, 140, 50, 60
_COLOURS = ("#b3261e", "#1f6feb", "#2e7d32", "#8250df", "#9a6700", "#57606a")


def plot(title: str, lines: Mapping[str, Sequence[tuple[float, float]]]) -> str:
    """Return a picture: for each tool seconds of processor time over megabytes."""
    points = [point for line in lines.values() for point in line]
    (left, right), (low, high) = (_decades([p[i] for p in points]) for i in (0, 1))

    def x(value: float) -> float:
        return _LEFT + (log10(value) - left) / (right - left) * (_WIDTH - _LEFT - _RIGHT)

    def y(value: float) -> float:
        return _HEIGHT - _BOTTOM - (log10(value) - low) / (high - low) * (_HEIGHT - _TOP - _BOTTOM)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}">',
        '<g font-family="sans-serif" font-size="13" fill="#24292f">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        f'<text x="{_LEFT}" y="28" font-size="16">{title}</text>',
    ]
    for power in range(left, right + 1):
        at = x(10**power)
        out.append(_stroke(at, _TOP, at, _HEIGHT - _BOTTOM, "#d0d7de"))
        out.append(_label(at, _HEIGHT - _BOTTOM + 20, f"{10**power:g}", "middle"))
    for power in range(low, high + 1):
        at = y(10**power)
        out.append(_stroke(_LEFT, at, _WIDTH - _RIGHT, at, "#d0d7de"))
        out.append(_label(_LEFT - 8, at + 4, f"{10**power:g}", "end"))
    out.append(_label((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 16, "MB of text", "middle"))
    out.append(_label(_LEFT - 50, _TOP - 12, "s of processor time", "start"))
    ends: list[tuple[float, float]] = []
    for colour, (name, line) in zip(_COLOURS, lines.items(), strict=False):
        path = " ".join(f"{x(size):.1f},{y(taken):.1f}" for size, taken in line)
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for size, taken in line:
            out.append(f'<circle cx="{x(size):.1f}" cy="{y(taken):.1f}" r="3.5" fill="{colour}"/>')
        at = y(line[-1][1]) + 4
        beside = x(line[-1][0]) + 8
        # Names must not lie on one another.
        while any(abs(at - other) < 15 and beside == there for there, other in ends):
            at += 3
        ends.append((beside, at))
        label = f'fill="{colour}" x="{beside:.1f}" y="{at:.1f}"'
        out.append(f"<text {label}>{name}</text>")
    return "\n".join([*out, "</g>", "</svg>", ""])


def _decades(values: Sequence[float]) -> tuple[int, int]:
    """Return the powers of ten between which values lie."""
    low = int(log10(min(values)) // 1)
    high = -int(-log10(max(values)) // 1)
    return low, max(high, low + 1)


def _stroke(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"/>'


def _label(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text}</text>'
