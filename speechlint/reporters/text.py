"""The report for a terminal."""

from __future__ import annotations

import os

from speechlint.diagnostic import Applicability, Severity
from speechlint.light import Counter
from speechlint.record import NamedTuple
from speechlint.reporters.columns import shown
from speechlint.reporters.excerpt import excerpt, place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from speechlint.api import Checked
    from speechlint.diagnostic import Diagnostic
    from speechlint.reporters import Report
    from speechlint.text import LineIndex

LABELS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
_MARKS = {Applicability.SAFE: " [可修复]", Applicability.UNSAFE: " [可修复，须核对]"}
_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
# So many of one rule in one file are listed; more are only counted. Errors are never cut.
_MOST = 20


class Style(NamedTuple):
    """How much is printed, and whether in colour."""

    color: bool = False
    quiet: bool = False
    statistics: bool = False
    wide: bool = False  # whether “ … — × take two columns, as on a Chinese console


def colorful(stream: IO[str]) -> bool:
    """Say whether to use colour: on a terminal, unless NO_COLOR is set."""
    return not os.environ.get("NO_COLOR") and stream.isatty() and os.environ.get("TERM") != "dumb"


def wide(stream: IO[str]) -> bool:
    """Say whether a stream goes to an old Chinese console, by its encoding."""
    return (getattr(stream, "encoding", "") or "").lower().startswith(("gb", "cp936", "936"))


def render(report: Report, style: Style) -> Iterator[str]:
    """Yield the lines of the report."""
    if style.statistics:
        yield from _statistics(report)
    else:
        for checked in report.files:
            yield from _file(checked, style)
    if not style.quiet:
        yield from summary(report)


def _file(checked: Checked, style: Style) -> Iterator[str]:
    path, lines = shown(checked.path), checked.lines
    counts: Counter[str] = Counter()
    for d in checked.diagnostics:
        counts[d.rule] += d.severity is not Severity.ERROR
        if d.severity is Severity.ERROR or counts[d.rule] <= _MOST:
            where = f"{path}:{place(d.span.start, checked.unit, lines)}:"
            yield from _diagnostic(checked, d, where, lines, style)
    for rule, count in counts.items():
        if count > _MOST:
            yield f"{path}：{rule} 另有 {count - _MOST} 处，从略"


def _diagnostic(
    checked: Checked, d: Diagnostic, where: str, lines: LineIndex, style: Style
) -> Iterator[str]:
    label = _paint(LABELS[d.severity], _COLORS[d.severity], style)
    mark = _MARKS.get(d.fix.applicability, "") if d.fix else ""
    yield f"{_paint(where, '1', style)} {label} {d.rule} {shown(d.message)}{mark}"
    if style.quiet:
        return
    line, marks = excerpt(checked.text, d.span, lines, wide=style.wide)
    yield f"    {line}"
    yield f"    {_paint(marks, _COLORS[d.severity], style)}"
    for related in d.related[:5]:
        there = place(related.span.start, checked.unit, lines)
        yield f"    另见 {there} {shown(related.message)}"
    if len(d.related) > 5:
        yield f"    另有 {len(d.related) - 5} 处相关"


def _statistics(report: Report) -> Iterator[str]:
    counts = Counter(d.rule for f in report.files for d in f.diagnostics)
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:6} {rule}"


def summary(report: Report) -> Iterator[str]:
    """Yield how many diagnostics there are, and how many of them were mended or can be."""
    if not report.files and not report.errors:
        yield "没有要检查的讲话稿（加 --verbose 看略过了哪些文件）"
        return
    counts = Counter(d.severity for f in report.files for d in f.diagnostics)
    by_level = "，".join(f"{LABELS[s]} {counts[s]} 处" for s in Severity)
    blanks = sum(f.blanks for f in report.files)
    left = f"；还有 {blanks} 处空白待填" if blanks else "；没有待填的空白"
    failed = f"；{len(report.errors)} 处没能检查" if report.errors else ""
    yield f"共 {len(report.files)} 个文件：{by_level}{left}{failed}"
    fixes = report.fixes
    told = (
        (fixes["applied"], "已修复 {} 处"),
        (fixes["safe"], "{} 处可自动修复（--fix）"),
        (fixes["unsafe"], "{} 处可修复但须核对（--unsafe-fixes）"),
    )
    if any(count for count, _ in told):
        yield "；".join(words.format(count) for count, words in told if count)


def failures(report: Report) -> Iterator[str]:
    """Yield what could not be checked; what is said of many files is said once."""
    paths: dict[str, list[str]] = {}
    for error in report.errors:
        paths.setdefault(error.message, []).append(error.path)
    for message, (first, *others) in paths.items():
        also = f"（另有 {len(others)} 个文件也是这样）" if others else ""
        yield f"{shown(first)}：{shown(message)}{also}"


def _paint(text: str, color: str, style: Style) -> str:
    return f"\x1b[{color}m{text}\x1b[0m" if style.color else text
