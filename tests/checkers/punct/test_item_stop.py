from __future__ import annotations

import pytest

from speechlint.checkers.punct import item_stop
from speechlint.document import Document


def places(text: str) -> list[int]:
    return [
        paragraph.span.start + finding.span.start
        for paragraph in Document(text).paragraphs
        for finding in item_stop.check_paragraph(paragraph)
    ]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("一是抓前期。要快；二是抓征迁。要实；三是抓融资。", [8, 17]),
        ("一是抓前期；二是抓征迁。要实；三是抓融资。", [14]),
        ("问题有：第一，前期慢。没有专班；第二，征迁慢。", [15]),
        ("（1）抓前期。要快；\n（2）抓征迁。\n", [9]),
        ("一是抓前期。要快;二是抓征迁。", [8]),
        ("1.抓前期。要快；\n2.抓征迁。\n", [8]),
    ],
)
def test_a_semicolon_behind_a_full_stop(text: str, at: list[int]) -> None:
    assert places(text) == at


@pytest.mark.parametrize(
    "text",
    [
        "一是抓前期；二是抓征迁；三是抓融资。要快。",
        "一是抓前期。二是抓征迁；融资也要快。三是抓督查。",
        "要抓前期。要快；征迁要实；",
        "先办（1）立项。要快；第二，再办用地。",
    ],
)
def test_right(text: str) -> None:
    assert places(text) == []


def test_the_fix_puts_a_full_stop() -> None:
    (paragraph,) = Document("一是抓前期。要快；二是抓征迁。").paragraphs
    (finding,) = item_stop.check_paragraph(paragraph)
    assert finding.fix is not None
    assert [edit.replacement for edit in finding.fix.edits] == ["。"]
