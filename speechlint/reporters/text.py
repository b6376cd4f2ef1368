"""The report for a terminal."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from typing import IO, TYPE_CHECKING, NamedTuple

from speechlint.diagnostic import Severity
from speechlint.text import LineIndex, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.api import Checked
    from speechlint.diagnostic import Diagnostic
    from speechlint.reporters import Report

LABELS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
# So many of one rule in one file are listed; more are only counted. Errors are never cut.
_MOST = 20
_WIDTH = 76  # columns of an excerpt
_MARKED = 44  # columns of a span; a longer one is cut in its middle


class Style(NamedTuple):
    """How much is printed, and whether in colour."""

    color: bool = False
    quiet: bool = False
    statistics: bool = False


def colorful(stream: IO[str]) -> bool:
    """Say whether to use colour: on a terminal, unless NO_COLOR is set."""
    return not os.environ.get("NO_COLOR") and stream.isatty() and os.environ.get("TERM") != "dumb"


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield the lines of the report."""
    if style.statistics:
        yield from _statistics(report)
    else:
        for checked in report.files:
            yield from _file(checked, style)
    if not style.quiet:
        yield _summary(report)


def _file(checked: Checked, style: Style) -> Iterator[str]:
    lines = LineIndex(checked.text)
    counts: Counter[str] = Counter()
    for d in checked.diagnostics:
        counts[d.rule] += d.severity is not Severity.ERROR
        if d.severity is Severity.ERROR or counts[d.rule] <= _MOST:
            yield from _diagnostic(checked, d, lines, style)
    for rule, count in counts.items():
        if count > _MOST:
            yield f"{checked.path}：{rule} 另有 {count - _MOST} 处，从略"


def _diagnostic(checked: Checked, d: Diagnostic, lines: LineIndex, style: Style) -> Iterator[str]:
    at = lines.position(d.span.start)
    place = f"{checked.path}:{at.line + 1}:{at.column + 1}:"
    label = _paint(LABELS[d.severity], _COLORS[d.severity], style)
    yield f"{_paint(place, '1', style)} {label} {d.rule} {d.message}"
    if style.quiet:
        return
    shown, marks = excerpt(checked.text, d.span, lines)
    yield f"    {shown}"
    yield f"    {_paint(marks, _COLORS[d.severity], style)}"
    for related in d.related[:5]:
        there = lines.position(related.span.start)
        yield f"    另见 {there.line + 1}:{there.column + 1} {related.message}"
    if len(d.related) > 5:
        yield f"    另有 {len(d.related) - 5} 处相关"


def excerpt(text: str, span: Span, lines: LineIndex) -> tuple[str, str]:
    """Return the line around a span, and a line that marks the span below it.

    Wide characters take two columns; what cannot be seen is spelt out; a long line is cut
    around the span.
    """
    line = lines.span(lines.position(span.start).line)
    last = lines.span(lines.position(span.end - 1).line)
    marked, width = _clipped([_visible(c) for c in text[span.start : span.end]], _MARKED)
    room = _WIDTH - width
    left, right = text[line.start : span.start], text[span.end : max(last.end, span.end)]
    before, used = _fitting([_visible(c) for c in reversed(left[-_WIDTH:])], room // 2)
    after, _ = _fitting([_visible(c) for c in right[:_WIDTH]], room - used)
    head = "".join(reversed(before))
    lead = "…" if len(before) < len(left) else ""
    tail = "…" if len(after) < len(right) else ""
    pad = "".join("\u3000" if _columns(c) == 2 else " " for c in lead + head)
    return f"{lead}{head}{marked}{''.join(after)}{tail}", pad + "^" * width


def _fitting(pieces: list[str], room: int) -> tuple[list[str], int]:
    """Return as many pieces as fit into so many columns, and the columns they take."""
    used = 0
    for number, piece in enumerate(pieces):
        width = sum(map(_columns, piece))
        if used + width > room:
            return pieces[:number], used
        used += width
    return pieces, used


def _clipped(pieces: list[str], room: int) -> tuple[str, int]:
    whole = "".join(pieces)
    width = sum(map(_columns, whole))
    if width <= room:
        return whole, width
    head, used = _fitting(pieces, room // 2)
    tail, more = _fitting(pieces[::-1], room // 2)
    return f"{''.join(head)}……{''.join(reversed(tail))}", used + more + 2 * _columns("…")


def _visible(char: str) -> str:
    if char in "\n\r":
        return "⏎"
    if char == "\t":
        return " "
    if unicodedata.category(char) in ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"):
        return f"<U+{ord(char):04X}>"
    return char


def _columns(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in "WF" or char in "“”‘’…—⏎·×" else 1


def _statistics(report: Report) -> Iterator[str]:
    counts = Counter(d.rule for f in report.files for d in f.diagnostics)
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:6} {rule}"


def _summary(report: Report) -> str:
    counts = Counter(d.severity for f in report.files for d in f.diagnostics)
    by_level = "，".join(f"{LABELS[s]} {counts[s]} 处" for s in Severity)
    blanks = sum(f.blanks for f in report.files)
    left = f"；还有 {blanks} 处空白待填" if blanks else "；没有待填的空白"
    failed = f"；{len(report.errors)} 个没能检查" if report.errors else ""
    return f"共 {len(report.files)} 个文件：{by_level}{left}{failed}"


def _paint(text: str, color: str, style: Style) -> str:
    return f"\x1b[{color}m{text}\x1b[0m" if style.color else text
