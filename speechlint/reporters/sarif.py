"""SARIF 2.1.0 (OASIS), for code scanning. Columns and offsets count code points."""

from __future__ import annotations

import json
from urllib.parse import quote

from speechlint import __version__
from speechlint.api import builtin_rules
from speechlint.diagnostic import Severity
from speechlint.reporters.places import known_by, slashed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from speechlint.api import Checked
    from speechlint.diagnostic import Diagnostic, Fix
    from speechlint.failing import Failure
    from speechlint.reporters import Report
    from speechlint.text import LineIndex, Span

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(report: Report) -> str:
    """Return the whole report with a final newline."""
    ids = sorted({d.rule for f in report.files for d in f.diagnostics})
    index = {rule: number for number, rule in enumerate(ids)}
    driver = {
        "name": "speechlint",
        "version": __version__,
        "rules": [_rule(rule) for rule in ids],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _address(f.path), "encoding": f.encoding} for f in report.files],
        "results": [r for n, f in enumerate(report.files) for r in _results(f, n, index)],
        "invocations": [
            {
                "executionSuccessful": not report.errors,
                "toolExecutionNotifications": [_failure(e) for e in report.errors],
            }
        ],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(name: str) -> dict[str, Any]:
    """Describe a rule; of one that comes from elsewhere only the name is known."""
    rule = next((rule for rule in builtin_rules() if rule.id == name), None)
    if rule is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why.strip()},
        "help": {"text": f"speechlint explain {name}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _results(checked: Checked, artifact: int, index: dict[str, int]) -> list[dict[str, Any]]:
    lines = checked.lines
    where = {**_address(checked.path), "index": artifact}
    return [
        {
            "ruleId": d.rule,
            "ruleIndex": index[d.rule],
            "level": LEVELS[d.severity],
            "message": {"text": d.message},
            "locations": [_location(d.span, where, lines)],
            "partialFingerprints": {"speechlint/v1": known},
            **_more(d, where, lines),
        }
        for d, known in known_by(checked)
    ]


def _more(d: Diagnostic, where: dict[str, Any], lines: LineIndex) -> dict[str, Any]:
    more: dict[str, Any] = {}
    if d.related:
        more["relatedLocations"] = [
            {**_location(r.span, where, lines), "message": {"text": r.message}} for r in d.related
        ]
    if d.fix:
        more["fixes"] = [_fix(d.fix, where, lines)]
    return more


def _fix(fix: Fix, where: dict[str, Any], lines: LineIndex) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(e.span, lines), "insertedContent": {"text": e.replacement}}
        for e in fix.edits
    ]
    return {
        "description": {"text": fix.title},
        "artifactChanges": [{"artifactLocation": where, "replacements": replacements}],
        "properties": {"applicability": fix.applicability.value},
    }


def _location(span: Span, where: dict[str, Any], lines: LineIndex) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": where, "region": _region(span, lines)}}


def _region(span: Span, lines: LineIndex) -> dict[str, int]:
    start, end = lines.position(span.start), lines.position(span.end)
    return {
        "startLine": start.line + 1,
        "startColumn": start.column + 1,
        "endLine": end.line + 1,
        "endColumn": end.column + 1,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _address(path: str) -> dict[str, Any]:
    plain = slashed(path)
    uri = quote(plain, errors="replace")
    absolute = plain.startswith("/") or plain[1:2] == ":"
    return {"uri": f"file:///{uri.lstrip('/')}" if absolute else uri}


def _failure(failure: Failure) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": f"{failure.path}：{failure.message}"},
        "locations": [{"physicalLocation": {"artifactLocation": _address(failure.path)}}],
    }
