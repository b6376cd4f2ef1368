from xml.etree.ElementTree import fromstring

from speechlint.reporters import Report
from speechlint.reporters.junit import render

from .sample import report


def test_suites_and_cases() -> None:
    root = fromstring(render(report()).encode())  # noqa: S314 (our own)

    assert {k: root.get(k) for k in ("tests", "failures", "errors")} == {
        "tests": "6",
        "failures": "3",
        "errors": "1",
    }
    assert [(s.get("name"), s.get("tests"), s.get("failures"), s.get("errors")) for s in root] == [
        ("稿 1/a.txt", "4", "3", "0"),
        ("clean.txt", "1", "0", "0"),
        ("none.txt", "1", "0", "1"),
    ]
    cases = [
        (case.get("classname"), case.get("name"), [child.tag for child in case])
        for case in root.iter("testcase")
    ]
    assert cases == [
        ("稿 1/a.txt", "word.as-of 2:2", ["failure"]),
        ("稿 1/a.txt", "punct.width 2:6", ["failure"]),
        ("稿 1/a.txt", "house.own 2:7", ["system-out"]),
        ("稿 1/a.txt", "punct.width 4:5", ["failure"]),
        ("clean.txt", "speechlint", []),
        ("none.txt", "speechlint", ["error"]),
    ]


def test_what_xml_cannot_hold_is_spelt_out() -> None:
    text = render(report())

    assert "跨两行&lt;U+000B&gt;" in text
    assert "\x0b" not in text


def test_nothing() -> None:
    root = fromstring(render(Report()).encode())  # noqa: S314 (our own)

    assert (root.get("tests"), len(root)) == ("0", 0)
