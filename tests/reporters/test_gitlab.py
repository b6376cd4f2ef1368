import json

from speechlint.reporters import Report
from speechlint.reporters.gitlab import render

from .sample import report


def test_issues() -> None:
    issues = json.loads(render(report()))

    assert [(i["check_name"], i["severity"], i["location"]) for i in issues] == [
        ("word.as-of", "major", {"path": "稿 1/a.txt", "lines": {"begin": 2, "end": 2}}),
        ("punct.width", "minor", {"path": "稿 1/a.txt", "lines": {"begin": 2, "end": 2}}),
        ("house.own", "info", {"path": "稿 1/a.txt", "lines": {"begin": 2, "end": 3}}),
        ("punct.width", "minor", {"path": "稿 1/a.txt", "lines": {"begin": 4, "end": 4}}),
        ("speechlint", "blocker", {"path": "none.txt", "lines": {"begin": 1, "end": 1}}),
    ]
    assert issues[1]["description"] == "半角“,”"
    assert len({i["fingerprint"] for i in issues}) == 5


def test_an_issue_is_known_again_when_lines_move() -> None:
    moved = report()
    checked = moved.files[0]
    by = len("新的一段。\n\n")
    shifted = tuple(d._replace(span=d.span.shift(by)) for d in checked.diagnostics)
    moved.files[0] = checked._replace(text="新的一段。\n\n" + checked.text, diagnostics=shifted)
    old, new = json.loads(render(report())), json.loads(render(moved))

    assert [i["fingerprint"] for i in old] == [i["fingerprint"] for i in new]
    assert old[0]["location"] != new[0]["location"]


def test_nothing() -> None:
    assert json.loads(render(Report())) == []
