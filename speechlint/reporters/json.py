"""The JSON report, version 1. `span` counts code points; line and column are 1-based."""

from __future__ import annotations

import json

from speechlint import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from speechlint.api import Checked
    from speechlint.diagnostic import Diagnostic, Fix
    from speechlint.failing import Failure
    from speechlint.reporters import Report
    from speechlint.text import LineIndex, Span


def render(report: Report) -> str:
    """Return the whole report as JSON with a final newline."""
    return whole([described(f) for f in report.files], report.errors, fixes=report.fixes)


def whole(files: list[dict[str, Any]], errors: Iterable[Failure], **more: Any) -> str:
    """Return a report, version 1, as JSON with a final newline: `more` stands before the files."""
    table = {
        "version": 1,
        "tool": {"name": "speechlint", "version": __version__},
        **more,
        "files": files,
        "errors": [{"path": e.path, "message": e.message} for e in errors],
    }
    # A lone surrogate has no place in UTF-8.
    written = json.dumps(table, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    return written.decode("utf-8") + "\n"


def described(checked: Checked) -> dict[str, Any]:
    """Return what the report says of a file."""
    lines = checked.lines
    return {
        "path": checked.path,
        "encoding": checked.encoding,
        "unit": checked.unit,
        "blanks": checked.blanks,
        "fixed": checked.mended.made if checked.mended else 0,
        "diagnostics": [diagnostic(d, lines) for d in checked.diagnostics],
    }


def diagnostic(d: Diagnostic, lines: LineIndex) -> dict[str, Any]:
    """Return what the reports say of a diagnostic."""
    return {
        "rule": d.rule,
        "kind": d.kind,
        "severity": d.severity.value,
        "message": d.message,
        **place(d.span, lines),
        "related": [{"span": span(r.span), "message": r.message} for r in d.related],
        "fix": d.fix and _fix(d.fix),
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "title": fix.title,
        "applicability": fix.applicability.value,
        "edits": [{"span": span(e.span), "replacement": e.replacement} for e in fix.edits],
    }


def place(where: Span, lines: LineIndex) -> dict[str, Any]:
    return {
        "span": span(where),
        "start": position(where.start, lines),
        "end": position(where.end, lines),
    }


def span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def position(offset: int, lines: LineIndex) -> dict[str, int]:
    position = lines.position(offset)
    return {"line": position.line + 1, "column": position.column + 1}
