"""Asterisks in Chinese Markdown: emphasis that CommonMark misses, blanks that it eats."""

from __future__ import annotations

import pytest

from speechlint.sources import document


def seen(text: str) -> str:
    (paragraph,) = document(text, "draft.md").paragraphs
    return paragraph.text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("落实**“三同时”**制度。", "落实“三同时”制度。"),
        ("落实**“三同时**制度。", "落实“三同时制度。"),
        ("**一要快。**各县要抓紧。", "一要快。各县要抓紧。"),
        ("**重点（难点）：**项目。", "重点（难点）：项目。"),
        ("坚持*“两手抓”*的方针。", "坚持“两手抓”的方针。"),
        ("完成**3.5**亿元，增长**8**%。", "完成3.5亿元，增长8%。"),
        ("**三**个方面，**每**年一次。", "三个方面，每年一次。"),
        ("**个人**、**项目**、**年底**前。", "个人、项目、年底前。"),
        ("**20**年来。", "20年来。"),
    ],
)
def test_emphasis(source: str, text: str) -> None:
    assert seen(source) == text


@pytest.mark.parametrize(
    "source",
    [
        "投资**亿元，增长**%。",
        "安排**个项目，总投资**亿元，新增**人，**户。",
        "**年**月**日。",
        "20**年，第**届，到**年底。",
        "投资**，增长**。",
        "投资**（其中**万元）。",
        "加快推进**改革。",
    ],
)
def test_what_is_left_blank_is_no_emphasis(source: str) -> None:
    assert seen(source) == source
