import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint import __version__
from speechlint.api import Checked
from speechlint.diagnostic import Applicability, Diagnostic, Edit, Fix, Related, Severity
from speechlint.failing import Failure
from speechlint.reporters import Report
from speechlint.reporters.json import render
from speechlint.text import Span

ROOT = Path(__file__).parent.parent.parent
SCHEMA = json.loads((ROOT / "docs/pages/reference/report.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def rendered(report: Report) -> Any:
    text = render(report)
    assert text.endswith("}\n")
    table = json.loads(text)
    VALIDATOR.validate(table)
    return table


def report(text: str, *diagnostics: Diagnostic, path: str = "稿.txt") -> Report:
    made = Report()
    made.files.append(Checked(path, text, "utf-8", "line", diagnostics, 2))
    return made


def diagnostic(start: int, end: int) -> Diagnostic:
    return Diagnostic("a.b", "c.d", Severity.ERROR, "不对", Span(start, end))


def test_an_empty_report() -> None:
    assert rendered(Report()) == {
        "version": 1,
        "tool": {"name": "speechlint", "version": __version__},
        "fixes": {"applied": 0, "safe": 0, "unsafe": 0},
        "files": [],
        "errors": [],
    }


def test_a_clean_file_is_listed() -> None:
    assert rendered(report(""))["files"] == [
        {
            "path": "稿.txt",
            "encoding": "utf-8",
            "unit": "line",
            "blanks": 2,
            "fixed": 0,
            "diagnostics": [],
        }
    ]


def test_a_whole_diagnostic() -> None:
    fix = Fix("改", (Edit(Span(1, 2), "乙"),), Applicability.SAFE)
    whole = diagnostic(4, 6)._replace(fix=fix, related=(Related(Span(0, 1), "同"),))

    assert rendered(report("零一\n\n二三四", whole))["files"][0]["diagnostics"] == [
        {
            "rule": "a.b",
            "kind": "c.d",
            "severity": "error",
            "message": "不对",
            "span": {"start": 4, "end": 6},
            "start": {"line": 3, "column": 1},
            "end": {"line": 3, "column": 3},
            "related": [{"span": {"start": 0, "end": 1}, "message": "同"}],
            "fix": {
                "title": "改",
                "applicability": "safe",
                "edits": [{"span": {"start": 1, "end": 2}, "replacement": "乙"}],
            },
        }
    ]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("零\r\n一甲二", (2, 2), (2, 3)),
        ("零\r一甲二", (2, 2), (2, 3)),
        ("零\n一甲二", (2, 2), (2, 3)),
        ("😀𠀀甲二", (1, 3), (1, 4)),
        ("零\u2028\x85\v\f\x1c一甲二", (1, 8), (1, 9)),
        ("零\n\r\n甲\n二", (3, 1), (3, 2)),
    ],
)
def test_positions_count_lines_and_code_points_from_one(
    text: str, start: tuple[int, int], end: tuple[int, int]
) -> None:
    at = text.index("甲")
    (found,) = rendered(report(text, diagnostic(at, at + 1)))["files"][0]["diagnostics"]

    assert found["span"] == {"start": at, "end": at + 1}
    assert found["start"] == {"line": start[0], "column": start[1]}
    assert found["end"] == {"line": end[0], "column": end[1]}


def test_a_span_over_a_line_end() -> None:
    (found,) = rendered(report("零甲\r\n乙二", diagnostic(1, 5)))["files"][0]["diagnostics"]

    assert (found["start"], found["end"]) == ({"line": 1, "column": 2}, {"line": 2, "column": 2})


def test_errors() -> None:
    made = Report()
    made.errors.append(Failure("a.txt", "没有这个文件，请核对路径"))

    assert rendered(made)["errors"] == [{"path": "a.txt", "message": "没有这个文件，请核对路径"}]


def test_a_file_name_that_is_not_utf_8_does_not_end_a_run() -> None:
    assert rendered(report("", path="\udcc4.txt"))["files"][0]["path"] == "?.txt"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_comes_through(text: str) -> None:
    found = diagnostic(0, 1)._replace(message=text)

    assert rendered(report("甲", found))["files"][0]["diagnostics"][0]["message"] == text
