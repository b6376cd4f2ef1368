"""The Code Quality report of GitLab."""

from __future__ import annotations

import json
from hashlib import sha256

from speechlint.diagnostic import Severity
from speechlint.reporters.places import known_by, slashed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from speechlint.reporters import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """Return the issues as a JSON array with a final newline."""
    issues = []
    for checked in report.files:
        lines = checked.lines
        for d, known in known_by(checked):
            first, last = lines.position(d.span.start).line, lines.position(d.span.end - 1).line
            place = {"path": slashed(checked.path), "lines": _lines(first, last)}
            issues.append(_issue(d.message, d.rule, known, _SEVERITIES[d.severity], place))
    for error in report.errors:
        path = slashed(error.path)
        known = sha256(f"{path}\0{error.message}".encode("utf-8", "surrogatepass")).hexdigest()
        place = {"path": path, "lines": _lines(0, 0)}
        issues.append(_issue(error.message, "speechlint", known, "blocker", place))
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issue(
    message: str, rule: str, known: str, severity: str, place: dict[str, Any]
) -> dict[str, Any]:
    return {
        "description": message,
        "check_name": rule,
        "fingerprint": known,
        "severity": severity,
        "location": place,
    }


def _lines(first: int, last: int) -> dict[str, int]:
    return {"begin": first + 1, "end": last + 1}
