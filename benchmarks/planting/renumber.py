"""Numbering that was right in a published report, made wrong there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from planting import Case, Way
from planting.outlines import MARKERS
from planting.phrases import DIGITS
from speechlint.text import Span

if TYPE_CHECKING:
    from random import Random

_N = "[一二三四五六七八九十]{1,3}"
_LINE = r"^[ \u3000]*"
# Where a marker of a style stands, its number in a group.
_STYLES = {
    "一、": rf"{_LINE}({_N})、",
    "（一）": rf"{_LINE}（({_N})）",
    "一是": rf"(?:{_LINE}|(?<=[：。；]))({_N})是",
    "一要": rf"(?:{_LINE}|(?<=[：。；]))({_N})要",
    "第一，": rf"(?:{_LINE}|(?<=[：。；]))第({_N})，",
}
_ANNOUNCED = re.compile(r"([二两三四五六七八])(?=[个项条点大][^。：\n]{0,10}：一是)")

Run = list[re.Match[str]]
Change = Callable[[str, Run, "Random"], "Case"]


def _number(chinese: str) -> int:
    if chinese.startswith("十"):
        return 10 + (DIGITS.index(chinese[1]) if chinese[1:] else 0)
    return DIGITS.index(chinese) if len(chinese) == 1 else 0


def _runs(text: str, style: str) -> list[Run]:
    """Return the lists that count from one to three or more."""
    runs: list[Run] = []
    for match in re.finditer(_STYLES[style], text, re.MULTILINE):
        number = _number(match[1])
        if number == 1:
            runs.append([match])
        elif runs and number == len(runs[-1]) + 1:
            runs[-1].append(match)
    return [run for run in runs if len(run) >= 3]


def _renumbered(text: str, changes: list[tuple[re.Match[str], int]], style: str) -> Case:
    """Give markers other numbers."""
    wrong, last = "", 0
    spans = []
    for match, number in changes:
        bare = match[0].lstrip()
        wrong += text[last : match.end() - len(bare)]
        spans.append(Span(len(wrong), len(wrong) + len(bare)))
        wrong += MARKERS[style](number)
        last = match.end()
    return Case(text, wrong + text[last:], tuple(spans))


def _taken_out(text: str, run: Run, rng: Random) -> Case:
    at = rng.randrange(1, len(run) - 1)
    start, after = run[at].start(), run[at + 1]
    size = len(after[0])
    return Case(text, text[:start] + text[after.start() :], (Span(start, start + size),))


def _way(kind: str, name: str, style: str, change: Change) -> Way:
    def plant(text: str, rng: Random) -> Case | None:
        runs = _runs(text, style)
        return change(text, rng.choice(runs), rng) if runs else None

    return Way(f"numbering.{kind}", f"report {name} {style}", plant, whole=True)


def _slip(style: str) -> Change:
    def change(text: str, run: Run, rng: Random) -> Case:
        at = rng.randrange(1, len(run))
        return _renumbered(text, [(run[at], at)], style)

    return change


def _swap(style: str) -> Change:
    def change(text: str, run: Run, rng: Random) -> Case:
        at = rng.randrange(len(run) - 1)
        return _renumbered(text, [(run[at], at + 2), (run[at + 1], at + 1)], style)

    return change


def _jump(style: str) -> Change:
    def change(text: str, run: Run, rng: Random) -> Case:
        at = rng.randrange(1, len(run))
        changes = [(match, n + 2) for n, match in enumerate(run) if n >= at]
        case = _renumbered(text, changes, style)
        return case._replace(spans=case.spans[:1], others=case.spans)

    return change


def _miscount(text: str, rng: Random) -> Case | None:
    """Announce one more or one fewer than follow."""
    right = []
    for match in _ANNOUNCED.finditer(text):
        length = 2 if match[1] == "两" else DIGITS.index(match[1])
        run = next(
            (r for r in _runs(text, "一是") if match.end() < r[0].start() < match.end() + 16), []
        )
        if len(run) == length:
            right.append((match, length))
    if not right:
        return None
    match, length = rng.choice(right)
    said = DIGITS[length + rng.choice((-1, 1))]
    start, end = match.span()
    return Case(text, text[:start] + said + text[end:], (Span(start, end + 12),))


WAYS = (
    *(_way("gap", "taken out", style, _taken_out) for style in _STYLES),
    *(_way("gap", "too high", style, _jump(style)) for style in _STYLES),
    *(_way("duplicate", "slip", style, _slip(style)) for style in _STYLES),
    *(_way("order", "swapped", style, _swap(style)) for style in _STYLES),
    Way("numbering.count", "report", _miscount, frozenset({"figure.enumeration"}), whole=True),
)
