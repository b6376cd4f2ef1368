"""Annotations of GitHub Actions: workflow commands, one a line."""

from __future__ import annotations

from speechlint.diagnostic import Severity
from speechlint.reporters.places import slashed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.api import Checked
    from speechlint.reporters import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report) -> str:
    """Return the commands, each on a line."""
    lines = [line for checked in report.files for line in _file(checked)]
    lines += (_command("error", e.message, file=slashed(e.path)) for e in report.errors)
    return "".join(f"{line}\n" for line in lines)


def _file(checked: Checked) -> Iterator[str]:
    lines = checked.lines
    for d in checked.diagnostics:
        start, end = lines.position(d.span.start), lines.position(d.span.end - 1)
        # GitHub takes columns only inside one line.
        columns = {"col": start.column + 1, "endColumn": end.column + 1}
        yield _command(
            _COMMANDS[d.severity],
            d.message,
            file=slashed(checked.path),
            line=start.line + 1,
            endLine=end.line + 1,
            **(columns if start.line == end.line else {}),
            title=d.rule,
        )


def _command(name: str, message: str, **properties: object) -> str:
    said = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in properties.items())
    return f"::{name} {said}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    for char in f"%\r\n{more}":
        text = text.replace(char, f"%{ord(char):02X}")
    return text
