"""Lost glyphs and text decoded with the wrong table."""

import pytest

from speechlint.checkers.scrape import garbled
from speechlint.checkers.scrape.garbled import plain
from speechlint.document import Document

CHECK = garbled
FILLER = "各级各部门要高度重视，压实责任，" * 8


def found(text: str) -> list[str]:
    return [
        p.text[f.span.start : f.span.end]
        for p in Document(text).paragraphs
        for f in CHECK.check_paragraph(p)
    ]


@pytest.mark.parametrize(
    "garbage",
    [
        *("锟斤拷", "锟斤拷锟斤拷", "烫烫烫", "屯屯屯", "鐨勶", "銆", "ï»¿", "â€œ", "Ã¤Â½", "ï¼Œ"),
        *("\ufffd", "\ue004", "\uf0b7", "〓", "□", "??", "?", "¿", "囗", "〔"),
    ],
)
def test_garbage_in_a_sentence(garbage: str) -> None:
    assert found(f"全县上下要齐心协力{garbage}抓好当前工作，{FILLER}") == [garbage]


@pytest.mark.parametrize(
    "text",
    [
        "根据国发〔2021〕15号文件，要抓好落实。",
        "工作怎么抓?关键看干部。",
        "能不能干好?能不能干成?关键看作风。",
        "是否同意：□是 □否",
        "这样做对得起群众?我看未必,大家要想一想。",
        "要讲“(1)(2)(3)”三点，a+b=c，A/B/C类。",
        "□□市要抓好落实。",
        "完成投资□亿元，增长较快。",
        "雀巢（Nestlé）公司增资1亿元。",
        "面积约3×5米，温度20℃，占5‰。",
        "“千万工程”‘两山’理念《决定》要学好。",
    ],
)
def test_what_a_speech_may_hold(text: str) -> None:
    assert found(text) == []


def test_noise_of_forums() -> None:
    assert found("要抓好当前工作。$ _ @! u2 s/ |% Q) X+ u0 U各级要高度重视。") == [
        "$ _ @! u2 s/ |% Q) X+ u0 U"
    ]


def test_random_characters() -> None:
    padding = "蒄蚄袀膇莀蚃羂羀芆蚃蚂膅膂艿螄羈肇芈袇膄"

    assert found(f"{padding}\n要抓好当前工作，确保实现全年的各项目标任务不打折扣地完成。") == [
        padding
    ]


def test_pronunciations_are_told_once_a_paragraph() -> None:
    assert found("会(huì)议(yì)指(zhǐ)出，要抓好落实。") == ["(huì)"]
    assert found("要发扬“犇(bēn)”的精神。") == []


def test_radicals_are_told_once_a_paragraph() -> None:
    (paragraph,) = Document("今年是关键的⼀年，⼤家要抓好⼯作。").paragraphs
    (finding,) = CHECK.check_paragraph(paragraph)

    assert finding.values["match"] == "⼀"
    assert [r.span.start for r in finding.related] == [9, 14]
    assert finding.fix is not None
    assert [e.replacement for e in finding.fix.edits] == ["一", "大", "工"]


@pytest.mark.parametrize(
    ("radical", "char"), [("⺠", "民"), ("⻓", "长"), ("⽣", "生"), ("⻰", "龙")]
)
def test_radicals_have_a_plain_form(radical: str, char: str) -> None:
    assert plain(radical) == char


def test_common_characters_are_common_in_gb_2312() -> None:
    codes = garbled._COMMON.encode("gb2312")
    assert len(codes) == 2 * len(set(garbled._COMMON))
    assert max(codes[::2]) < 0xD8
