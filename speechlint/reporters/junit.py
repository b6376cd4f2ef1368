"""JUnit XML: a file is a suite, a diagnostic a case that failed; a hint (提示) is one that passed."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from speechlint.diagnostic import Severity
from speechlint.reporters.columns import visible
from speechlint.reporters.places import slashed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.api import Checked
    from speechlint.failing import Failure
    from speechlint.reporters import Report


def render(report: Report) -> str:
    """Return the whole report with a final newline."""
    root = Element("testsuites", name="speechlint")
    for checked in report.files:
        _file(root, checked)
    for failure in report.errors:
        _error(root, failure)
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, "unicode")}\n'


def _file(root: Element, checked: Checked) -> None:
    path, lines = slashed(checked.path), checked.lines
    suite = SubElement(root, "testsuite", name=_plain(path), errors="0")
    failed = 0
    for d in checked.diagnostics:
        at = lines.position(d.span.start)
        place = f"{at.line + 1}:{at.column + 1}"
        case = _case(suite, path, f"{d.rule} {place}")
        said = _plain(d.message)
        if d.severity is Severity.INFO:
            SubElement(case, "system-out").text = said
            continue
        failed += 1
        failure = SubElement(case, "failure", message=said, type=d.severity.value)
        failure.text = _plain(f"{checked.path}:{place}: {d.rule} {d.message}")
    if not checked.diagnostics:
        _case(suite, path, "speechlint")
    suite.set("tests", str(max(len(checked.diagnostics), 1)))
    suite.set("failures", str(failed))


def _error(root: Element, failure: Failure) -> None:
    path = slashed(failure.path)
    suite = SubElement(root, "testsuite", name=_plain(path), tests="1", failures="0", errors="1")
    case = _case(suite, path, "speechlint")
    SubElement(case, "error", message=_plain(failure.message), type="error")


def _case(suite: Element, path: str, name: str) -> Element:
    return SubElement(suite, "testcase", classname=_plain(path), name=name, time="0")


def _plain(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return "".join(c if c.isprintable() else visible(c) for c in text)
