"""Blanks as a view: order, kinds, owners, lines of their own, the way to the document."""

import pytest

from speechlint.document import Document, Role
from speechlint.paragraph import Hole, HoleKind, Paragraph
from speechlint.sources import document
from speechlint.text import Span
from speechlint.views.blanks import Kind, blanks, in_paragraph


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(text, role, ((0, 0),))


def found(text: str, role: Role = Role.BODY) -> list[tuple[str, str]]:
    return [(b.kind.value, b.text) for b in in_paragraph(paragraph(text, role))]


def test_blanks_of_all_kinds_come_in_order() -> None:
    text = "20xx年，XX县完成投资亿元，【请补充数据】。"
    assert found(text) == [
        ("year", "20xx年"),
        ("mask", "XX"),
        ("vanished", "投资亿元"),
        ("template", "【请补充数据】"),
    ]


def test_a_blank_knows_the_noun_it_stands_for() -> None:
    text = "XX市×××同志，增长XX%，来XX，20xx年"
    assert [b.names for b in in_paragraph(paragraph(text))] == [
        "XX市",
        "×××同志",
        "XX%",
        "XX",
        "20xx年",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("于XX月XX日召开", [("mask", "XX月XX日")]),
        ("于XX月召开", [("mask", "XX")]),
        ("上午X时X分开始", [("mask", "X时X分")]),
        ("分别为XX%、XX%", [("mask", "XX"), ("mask", "XX")]),
        ("XX等XX个项目", [("mask", "XX"), ("mask", "XX")]),
        ("在20xx年XX月XX日", [("year", "20xx年XX月XX日")]),
        ("在XX年XX月XX日", [("year", "XX年XX月XX日")]),
        ("完成XX.XX亿元", [("mask", "XX.XX")]),
        ("建设***X基地", [("mask", "***X")]),
    ],
)
def test_one_blank_is_one(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("【XX单位名称】的同志", [("template", "【XX单位名称】")]),
        ("〔20xx〕8号文件", [("year", "〔20xx〕")]),
        ("总投资____亿元", [("mask", "____")]),
    ],
)
def test_one_place_has_one_owner(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_doubtful_form_is_not_sure() -> None:
    blanks_found = in_paragraph(paragraph("某市委、YY公司、某某镇"))
    assert [(b.text, b.sure) for b in blanks_found] == [
        ("某", False),
        ("YY", False),
        ("某某", True),
    ]


@pytest.mark.parametrize("text", ["X", "XX", "xxx", "ＸＸ", "××"])
def test_a_line_that_is_a_mask(text: str) -> None:
    assert found(text) == [("mask", text)]


@pytest.mark.parametrize("text", ["×", "***", "*", "○", "____", "□", "##", "XXXXXX"])
def test_a_line_that_is_a_rule_a_bullet_or_a_button(text: str) -> None:
    assert found(text) == []


def test_a_mask_alone_on_its_line_is_isolated() -> None:
    text = "今年以来，我们完成了固定资产投资\n XX \n亿元，其中工业投资\nX\n亿元，增长XX%。\n"
    kinds = [(b.kind, text[slice(*b.span)]) for b in document(text).view(blanks)]
    assert kinds == [(Kind.ISOLATED, "XX"), (Kind.ISOLATED, "X"), (Kind.MASK, "XX")]


@pytest.mark.parametrize("eol", ["\n", "\r\n", "\r"])
def test_a_mask_at_the_edge_of_a_line_is_a_mask(eol: str) -> None:
    text = f"今年以来，我们完成了固定资产投资XX{eol}亿元，其中工业投资{eol}X亿元。"
    assert [b.kind for b in document(text).view(blanks)] == [Kind.MASK, Kind.MASK]


def healed(text: str, *breaks: int) -> Document:
    """Return a document of one paragraph, torn by a line end at each offset."""
    pieces, out, start = [], "", 0
    for at in (*breaks, len(text)):
        pieces.append((len(out), start))
        out += text[start:at]
        start = at + 1
    holes = tuple(Hole(Span(at, at + 1), HoleKind.WRAP) for at in breaks)
    whole = Document(text)
    whole.__dict__["_reflowed"] = ((Paragraph(out, Role.BODY, pieces, holes),), holes)
    return whole


def test_a_long_row_of_masks_is_not_isolated() -> None:
    document = healed("完成投资\nXXXXX\n亿元", 4, 10)
    assert [(b.kind, b.span) for b in document.view(blanks)] == [(Kind.MASK, Span(5, 10))]


def test_the_span_in_the_document_covers_a_break() -> None:
    document = healed("完成投资\n亿元，增长一成。", 4)
    assert [(b.text, b.span) for b in document.view(blanks)] == [("投资亿元", Span(2, 7))]


def test_a_paragraph_is_searched_once() -> None:
    shared = paragraph("XX县")
    assert shared.view(in_paragraph) is shared.view(in_paragraph)


@pytest.mark.parametrize(
    ("text", "role"), [("同比增长%", Role.TABLE), ("|投资亿元|增长%|", Role.BODY)]
)
def test_the_head_of_a_table_column_has_bare_units(text: str, role: Role) -> None:
    assert found(text, role) == []


def test_a_mask_in_a_table_is_one() -> None:
    assert found("XX县", Role.TABLE) == [("mask", "XX")]


def test_a_wrecked_document_has_no_blanks() -> None:
    assert document("\ufffd\ufffdXX县").view(blanks) == ()
