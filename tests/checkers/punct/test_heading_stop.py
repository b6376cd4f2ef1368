from __future__ import annotations

import pytest

from speechlint.checkers.punct import heading_stop
from speechlint.document import Document

BODY = "各级干部要深入一线，解决问题。要加强调度。"


def found(*headings: str) -> list[str]:
    text = "".join(f"{heading}\n{BODY}\n" for heading in headings)
    (speech,) = Document(text).speeches
    return [
        text[: finding.span.end].rpartition("\n")[2]
        for finding in heading_stop.check_speech(speech)
    ]


@pytest.mark.parametrize(
    ("headings", "odd"),
    [
        (("一、提高认识", "二、抓好落实。", "三、加强督查"), ["二、抓好落实。"]),
        (("一、提高认识。", "二、抓好落实", "三、加强督查。"), ["二、抓好落实"]),
        (("一、提高认识", "二、抓好落实。"), ["二、抓好落实。"]),
    ],
)
def test_the_rarer_ending(headings: tuple[str, ...], odd: list[str]) -> None:
    assert found(*headings) == odd


@pytest.mark.parametrize(
    "headings",
    [
        ("一、提高认识", "二、抓好落实"),
        ("一、提高认识。", "二、抓好落实。"),
        ("一、提高认识", f"二、抓好落实。{BODY}"),
        ("一、提高认识", "二、怎么落实？"),
        ("一、提高认识", "（一）深入学习。", "（二）广泛宣传。", "二、抓好落实"),
    ],
)
def test_consistent(headings: tuple[str, ...]) -> None:
    assert found(*headings) == []
