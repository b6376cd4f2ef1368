"""Automatic numbers, as Word writes them."""

from __future__ import annotations

import pytest

from speechlint.sources.docx import Draft
from tests.sources.docx import making
from tests.sources.docx.numbering_cases import CASES, CHINESE, Case


def labels(data: bytes) -> list[str]:
    return [block.label for block in Draft(data).blocks]


def made(case: Case) -> bytes:
    lists = making.abstract(0, *case.levels) + making.num(1, 0)
    lists += "".join(making.num(n, 0, more) for n, more in enumerate(case.nums, 2))
    body = "".join(making.numbered("文", level, num) for level, num, _ in case.paragraphs)
    return making.docx(body, numbering=lists)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_numbers(case: Case) -> None:
    assert labels(made(case)) == [label for _, _, label in case.paragraphs]


def test_the_text_begins_with_the_number() -> None:
    draft = Draft(made(CASES[0]))
    assert draft.document.text == "1.文\n2.文\n3.文"


def test_a_number_of_digits_does_not_run_into_those_of_the_text() -> None:
    lists = making.abstract(0, making.level(0, "decimal", "%1")) + making.num(1, 0)
    body = making.numbered("2024年") + making.numbered("年初")
    assert Draft(making.docx(body, numbering=lists)).document.text == "1 2024年\n2 年初"


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:numPr>'
    '<w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="mine"><w:basedOn w:val="1"/></w:style>'
)


def styled(style: str, more: str = "") -> str:
    return making.paragraph("文", properties=f'<w:pStyle w:val="{style}"/>{more}')


def test_numbers_that_a_style_gives() -> None:
    lists = making.abstract(0, *CHINESE) + making.num(1, 0)
    body = styled("1") + styled("2") + styled("2") + styled("mine") + making.paragraph("文")
    body += styled("1", '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled("1")
    got = labels(making.docx(body, numbering=lists, styles=STYLES))
    assert got == ["一、", "（一）", "（二）", "二、", "", "", "三、"]


def test_a_level_that_names_its_style() -> None:
    levels = (CHINESE[0], making.level(1, "decimal", "%2.", more='<w:pStyle w:val="x"/>'))
    style = (
        '<w:style w:type="paragraph" w:styleId="x"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    lists = making.abstract(0, *levels) + making.num(1, 0)
    assert labels(making.docx(styled("x") * 2, numbering=lists, styles=style)) == ["1.", "2."]


def test_a_list_style_between() -> None:
    style = (
        '<w:style w:type="numbering" w:styleId="list"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    linked = making.abstract(1, more='<w:numStyleLink w:val="list"/>')
    lists = making.abstract(0, *CHINESE) + linked + making.num(1, 0) + making.num(2, 1)
    got = labels(making.docx(making.numbered("文", 0, 2) * 2, numbering=lists, styles=style))
    assert got == ["一、", "二、"]


def test_a_list_that_is_nowhere_gives_no_number() -> None:
    assert labels(making.docx(making.numbered("文", 0, 7))) == [""]


def test_a_bullet_is_no_number() -> None:
    lists = making.abstract(0, making.level(0, "bullet", "•")) + making.num(1, 0)
    assert Draft(making.docx(making.numbered("文"), numbering=lists)).document.text == "文"


def test_a_format_younger_than_the_standard() -> None:
    form = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="01, 02, 03, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        "</mc:Fallback></mc:AlternateContent>"
    )
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{form}<w:lvlText w:val="%1"/></w:lvl>'
    lists = making.abstract(0, level) + making.num(1, 0)
    assert labels(making.docx(making.numbered("文"), numbering=lists)) == ["01"]


@pytest.mark.parametrize(
    ("form", "number", "written"),
    [
        ("decimalEnclosedParen", 3, "⑶"),
        ("decimalEnclosedFullstop", 3, "⒊"),
        ("ideographEnclosedCircle", 2, "㊁"),
        ("decimalEnclosedCircle", 36, "㊱"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircle", 51, "51"),
        ("ideographDigital", 10, "一〇"),
        ("numberInDash", 2, "- 2 -"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ordinal", 11, "11th"),
        ("ordinal", 22, "22nd"),
        ("chineseCounting", 10_000, "10000"),
        ("ideographTraditional", 11, "甲"),
        ("none", 1, ""),
    ],
)  # fmt: skip
def test_formats(form: str, number: int, written: str) -> None:
    lists = making.abstract(0, making.level(0, form, "%1", number)) + making.num(1, 0)
    assert labels(making.docx(making.numbered("文"), numbering=lists)) == [written]
