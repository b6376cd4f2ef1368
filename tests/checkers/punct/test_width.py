from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from speechlint.checkers.punct.width import Width
from speechlint.diagnostic import Applicability
from speechlint.document import Document
from speechlint.sources import document
from speechlint.text import Span

if TYPE_CHECKING:
    from speechlint.rule import Finding

CHECKER = Width(marks={",": "，", ":": "：", "?": "？"}, brackets=("()（）",))


def found(text: Document) -> list[Finding]:
    return [finding for speech in text.speeches for finding in CHECKER.check_speech(speech)]


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("会议强调,要抓落实", "会议强调，要抓落实"),
        ("会议强调, 要抓 GDP, PPI", "会议强调，要抓 GDP, PPI"),
        ("增长8%,投资30亿元,好吗?", "增长8%，投资30亿元，好吗？"),
        ("共20个,其中:10个", "共20个，其中：10个"),
        ("会议10:30开,1:500的图,1,234元", "会议10:30开，1:500的图，1,234元"),
        ("见http://a.cn/b?c=1:2,3", "见http://a.cn/b?c=1:2,3"),
        ("各县(市、区)和总值(GDP)", "各县（市、区）和总值（GDP）"),
        ("各县（市、区)和（总值(现价)", "各县（市、区）和（总值（现价）"),
        ("SUM(A1)和A1)", "SUM(A1)和A1)"),
        ("AB(甲)", "AB（甲）"),
    ],
)
def test_what_becomes_full_width(text: str, fixed: str) -> None:
    edits = [edit for f in found(Document(text)) for edit in (f.fix.edits if f.fix else ())]
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    assert text == fixed


def test_one_finding_a_paragraph() -> None:
    one, two = found(Document("要抓,要管,要严。\n要快,要好。\n"))
    assert one.span == Span(2, 3)
    assert [related.span for related in one.related] == [Span(5, 6)]
    assert one.values == {"match": ",", "replacement": "，", "count": "2"}
    assert one.fix is not None
    assert one.fix.applicability is Applicability.SAFE
    assert (two.span, two.related) == (Span(12, 13), ())


def test_one_finding_a_line_of_a_broken_paragraph() -> None:
    text = "今年全市重点项目建设进展顺利,开工率比去年同期\n\n的水平高,投资也高,后劲足。"
    assert [f.span.start for f in found(Document(text))] == [14, 29]


def test_what_markdown_escapes_is_left_to_the_writer() -> None:
    (finding,) = found(document("各县\\(市、区)要抓好落实。", "a.md"))
    assert finding.span == Span(3, 4)
    assert finding.fix is None
