from __future__ import annotations

import pytest

from speechlint.checkers.punct import han_space
from speechlint.document import Document


def found(text: str) -> list[str]:
    return [
        paragraph.text[finding.span.start : finding.span.end]
        for paragraph in Document(text).paragraphs
        for finding in han_space.check_paragraph(paragraph)
    ]


def test_a_space_inside_a_word() -> None:
    text = "要加快项 目建设，抓好工\u3000作落实，优化环  境。"
    assert found(text) == ["项 目", "工\u3000作", "环  境"]


@pytest.mark.parametrize(
    "text",
    [
        "县长 李 明同志和王\u3000强同志负责。",
        "各位领导 同志们，下面开会。",
        "增长 5%，APEC 会议。",
        "项 目 建 设",  # a title, set wide
        "要办好的有项    目，也有环境。",  # a table, or a blank to be filled
    ],
)
def test_spaces_on_purpose(text: str) -> None:
    assert found(text) == []
