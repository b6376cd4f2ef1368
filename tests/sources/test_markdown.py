"""Markdown: syntax is a silent hole, and every character of a paragraph knows its place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document import Document, Paragraph, Role
from speechlint.markup import ESCAPE, SYNTAX
from speechlint.paragraph import HoleKind
from speechlint.sources import document
from speechlint.text import Span

LONG = "今年全市经济社会发展取得了来之不易的很大成绩"


def read(text: str) -> Document:
    return document(text, "draft.md")


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in read(text).paragraphs]


def roles(text: str) -> list[tuple[str, str]]:
    return [(p.role.value, p.text) for p in read(text).paragraphs]


@pytest.mark.parametrize(
    ("source", "healed"),
    [
        ("**推进**改革。", "推进改革。"),
        ("*推进*~~改革~~开_放_。", "推进改革开_放_。"),
        ("***推进***改革。", "推进改革。"),
        ("完成 2 * 3 和 4*5 项。", "完成 2 * 3 和 4*5 项。"),
        ("增长**%，投资**亿元。", "增长**%，投资**亿元。"),
        ("[推进](http://a.cn/推进 '推进')推进。", "推进推进。"),
        ("[**推进**][1]改革。\n\n[1]: http://a.cn", "推进改革。"),
        ("[1]改革。", "[1]改革。"),
        ("[![图](a.png)推进](http://a.cn)改革。", "推进改革。"),
        ("![推进](推进.png)改革。", "改革。"),
        ("推进<http://a.cn>改革。", "推进改革。"),
        ("<span style='x'>推进</span>改革<!-- 推进 -->。", "推进改革。"),
        ("推进`改革`开放。", "推进开放。"),
        ("推进`改革开放。", "推进`改革开放。"),
        (r"推进\*改革\*，\甲。", r"推进*改革*，\甲。"),
        ("推进&amp;改革&nbsp;&#8203;开放&无;。", "推进&改革 开放&无;。"),
        ("推进改革[^1]。\n\n[^1]: http://a.cn 某处\n", "推进改革。"),
        ("推进\n改革，\n  开放。", "推进改革，开放。"),
        ("GDP \ngrowth 超\n5%。", "GDP growth 超5%。"),
        ("# 推进改革 #", "推进改革"),
        ("推进改革\n====\n", "推进改革"),
        ("　　推进改革。", "推进改革。"),
        ("> > 推进\n> 改革。", "推进改革。"),
        ("- [ ] 推进改革。", "推进改革。"),
        ("1. 推进改革。", "推进改革。"),
        ("1、推进改革。", "1、推进改革。"),
    ],
)
def test_syntax_is_a_silent_hole(source: str, healed: str) -> None:
    first = read(source).paragraphs[0]
    assert first.text == healed
    assert {hole.kind for hole in first.holes} <= {HoleKind.MARKUP, HoleKind.ESCAPE}


@pytest.mark.parametrize(
    "source",
    [
        "---\ntitle: 讲话\n---\n",
        "```\n推进改革\n```\n",
        "~~~ 推进\n改革\n~~~\n",
        "    推进改革\n",
        "<div>\n推进改革\n</div>\n",
        "<!-- 推进改革 -->\n",
        "[1]: http://a.cn '推进改革'\n",
        "![推进改革](a.png)\n",
        "* * *\n",
        "",
    ],
)
def test_no_prose(source: str) -> None:
    assert texts(source) == []
    assert texts(source + "\n推进改革。") == ["推进改革。"]


def test_code_has_lines_of_its_own_role() -> None:
    lines = read("---\na: 1\n---\n推进改革。\n\n```\n推进\n```\n").lines
    found = [(line.role, line.text) for line in lines if line.role is not Role.BLANK]
    assert found == [(Role.CODE, "")] * 3 + [(Role.BODY, "推进改革。")] + [(Role.CODE, "")] * 3


def test_a_number_alone_in_a_cell_counts_no_pages() -> None:
    rows = "| 证照（万张） | 520 | 650 | 25% |\n| 工单（万件） | 80 | 92 | 15% |\n"
    document = read(f"要抓好落实。\n\n| 指标 | 2023年 | 2024年 | 增长 |\n|--|--|--|--|\n{rows}")
    assert Role.PAGE not in {line.role for line in document.lines}
    assert document.holes == ()


def test_roles() -> None:
    text = (
        "# 在推进会上的讲话\n\n同志们：\n\n## 一、提高**认识**。\n\n- 推进改革\n\n  扩大开放。\n"
        "- （一）调整结构\n\n| 指标 | 值 |\n|--|--|\n| 投资 | 3\\|4 |\n| | |\n\n谢谢大家！\n"
    )
    assert roles(text) == [
        ("heading", "在推进会上的讲话"),
        ("salutation", "同志们："),
        ("heading", "一、提高认识。"),
        ("item", "推进改革"),
        ("body", "扩大开放。"),
        ("item", "（一）调整结构"),
        ("table", "指标"),
        ("table", "值"),
        ("table", "投资"),
        ("table", "3|4"),
        ("closing", "谢谢大家！"),
    ]


def test_a_numbered_line_stands_though_the_page_runs_it_on() -> None:
    assert roles("同志们：\n一、推进**改革**\n要加快改革，\n加大投入。\n二、扩大开放\n") == [
        ("salutation", "同志们："),
        ("heading", "一、推进改革"),
        ("body", "要加快改革，加大投入。"),
        ("heading", "二、扩大开放"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_paragraph_torn_by_a_blank_line_is_a_wrap(end: str) -> None:
    (paragraph,) = read(f"{LONG}，{end}{end}还有不足。{end}").paragraphs
    assert paragraph.text == f"{LONG}，还有不足。"
    assert [hole.kind for hole in paragraph.holes] == [HoleKind.WRAP]


@pytest.mark.parametrize(
    "between", ["# ", "- ", "1. ", "> ", "```\n```\n", "---\n\n", "<!-- -->\n\n", "[a]: b\n\n"]
)
def test_blocks_of_another_kind_are_never_joined(between: str) -> None:
    assert texts(f"{LONG}，\n\n{between}还有不足。\n") == [f"{LONG}，", "还有不足。"]


def test_the_line_end_of_a_hard_break_is_silent() -> None:
    (paragraph,) = read(f"{LONG}，  \n{LONG}<br>，<br/>的不足。").paragraphs
    assert paragraph.text == f"{LONG}，{LONG}，的不足。"
    assert {hole.kind for hole in paragraph.holes} == {HoleKind.MARKUP}


@pytest.mark.parametrize(
    ("source", "healed"),
    [
        ("[安排XX个](http://a.cn/XX)项目。", "XX"),
        ("安排**XX**个项目。", "XX"),
        ("安排*X*X个项目。", "XX"),
        ("| 项目 |\n|---|\n| XX |\n", "XX"),
        ("* 安排\n  XX个项目。", "XX"),
        ("增长&lt;XX", "XX"),
        ("&#88;&#88;个", "XX"),
    ],
)
def test_a_mask_is_found_where_it_stands(source: str, healed: str) -> None:
    (paragraph,) = (p for p in read(source).paragraphs if healed in p.text)
    start = paragraph.text.index(healed)
    span = paragraph.locate(Span(start, start + len(healed)))
    covered = source[span.start : span.end]
    assert covered.replace("*", "") in ("XX", "&#88;&")


@pytest.mark.parametrize(
    ("source", "char", "torn"),
    [
        ("甲(乙", "(", False),
        (r"甲\(乙", "(", True),
        ("甲&lt;乙", "<", True),
        ("**甲**(", "(", False),
    ],
)
def test_what_an_escape_spells_cannot_be_edited(source: str, char: str, torn: bool) -> None:  # noqa: FBT001
    (paragraph,) = read(source).paragraphs
    at = paragraph.text.index(char)
    assert paragraph.torn(Span(at, at + 1)) is torn


CHARACTERS = "甲乙，。：XX1 *_~`[]()<>!#|-+\\&\n\r\t>\0\u3000\u200b😀"
PIECES = (
    r"**|同志们：|一、|1. |- |> |# |    |[^1]|[^1]: |](a.cn)|![|&amp;|&#0;|<br>|<b>|<!--|-->|^["
)
BLOCKS = ["\r\n", "\n\n", "```\n", "|--|--|\n", "---\n", "  \n", "\\\n"]
PARTS = st.sampled_from([*CHARACTERS, *PIECES.split("|"), *BLOCKS])
DRAFTS = st.lists(PARTS, max_size=40).map("".join) | st.text(max_size=60)


def check_places(text: str, paragraph: Paragraph) -> None:
    escaped = {
        edge
        for hole in paragraph.holes
        if hole.kind is HoleKind.ESCAPE
        for edge in (hole.span.start - 1, hole.span.end)
    }
    offsets = [paragraph.offset(at) for at in range(len(paragraph.text))]
    assert offsets == sorted(set(offsets))
    for char, offset in zip(paragraph.text, offsets, strict=True):
        same = text[offset] == char
        assert same or (char == " " and text[offset] in "\r\n&<") or offset in escaped


@given(DRAFTS)
def test_every_character_is_found_in_the_source(text: str) -> None:
    paragraphs = read(text).paragraphs
    for paragraph in paragraphs:
        assert paragraph.text
        assert not {SYNTAX, ESCAPE, "\n", "\r"} & set(paragraph.text)
        check_places(text, paragraph)
        edges = [hole.span for hole in paragraph.holes]
        assert all(hole.start < hole.end for hole in edges)
        assert edges == sorted(edges)
    spans = [paragraph.span for paragraph in paragraphs]
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(DRAFTS)
def test_the_mask_has_the_length_of_the_text(text: str) -> None:
    markup = read(text).markup
    assert markup is not None
    assert len(markup.text) == len(text)
    assert "\r" not in markup.text
    starts = [block.span for block in markup.blocks]
    assert all(a.end <= b.start for a, b in pairwise(starts))


PROSE = st.text(alphabet="甲乙丙，。12 \n*", max_size=30)


@given(PROSE)
def test_all_line_ends_read_alike(text: str) -> None:
    assert roles(text.replace("\n", "\r")) == roles(text)
    # A line of two characters may make a line long enough to go on.
    assert "".join(texts(text.replace("\n", "\r\n"))) == "".join(texts(text))
