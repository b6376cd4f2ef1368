"""The role of each line."""

import pytest

from speechlint.document import Document
from speechlint.lines import Line, Role, role_of
from speechlint.text import Span

BODY = "今年以来，全县上下齐心协力，克服了重重困难，各项工作都取得了新的进展。"


def roles(text: str) -> list[tuple[str, str]]:
    return [(e.role.value, e.text) for e in Document(text).lines if e.role is not Role.BLANK]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("", Role.BLANK),
        ("一、提高认识，压实责任", Role.HEADING),
        ("（一）加强领导", Role.HEADING),
        ("在全县防汛工作会议上的讲话", Role.HEADING),
        ("（一）加强领导。各级要高度重视。", Role.ITEM),
        ("1.抓好春耕生产；", Role.ITEM),
        ("2.5亿元的项目已经开工。", Role.BODY),
        ("首先，要提高认识。", Role.ITEM),
        (BODY, Role.BODY),
        ("同志们：", Role.SALUTATION),
        ("尊敬的各位领导、各位来宾，女士们、先生们:", Role.SALUTATION),
        ("谢谢大家！", Role.CLOSING),
        ("我的讲话完了，谢谢大家。", Role.CLOSING),
        ("我县地处山区，工业基础薄弱。", Role.BODY),
    ],
)
def test_role_by_form(line: str, role: Role) -> None:
    assert role_of(line) is role


class TestCutting:
    def test_spans_leave_out_line_ends_and_indentation(self) -> None:
        text = "\u3000\u3000一、甲 \r\n\n\t二、乙\r三、丙"

        assert Document(text).lines == (
            Line(Span(2, 5), Role.HEADING, "一、甲"),
            Line(Span(8, 8), Role.BLANK, ""),
            Line(Span(10, 13), Role.HEADING, "二、乙"),
            Line(Span(14, 17), Role.HEADING, "三、丙"),
        )

    def test_a_mark_of_markdown_is_no_part_of_its_line(self) -> None:
        assert roles("## 一、甲\n> 二、乙\n#话题#") == [
            ("heading", "一、甲"),
            ("heading", "二、乙"),
            ("heading", "#话题#"),
        ]

    def test_a_page_run_together_is_parted(self) -> None:
        text = (
            "在全县防汛会议上的讲话 来源：好稿网 作者：佚名 时间：2024-06-03 同志们： "
            "今年雨季来得早。 一、认清形势 要克服麻痹思想。"
        )
        lines = Document(text).lines

        assert [(e.role.value, e.text, e.glued) for e in lines] == [
            ("heading", "在全县防汛会议上的讲话", False),
            ("site", "来源：好稿网 作者：佚名 时间：2024-06-03", True),
            ("salutation", "同志们：", True),
            ("body", "今年雨季来得早。", True),
            ("heading", "一、认清形势", True),
            ("body", "要克服麻痹思想。", True),
        ]

    def test_a_wrecked_text_has_no_lines(self) -> None:
        assert Document("\ufffd" * 3 + "甲" * 50).lines == ()


class TestPage:
    def test_code_and_page_numbers(self) -> None:
        text = f'<div class="content">\n{BODY}\n- 3 -\n{BODY}\n第 4 页 共 9 页\n{BODY}\n</div>'

        assert [role for role, _ in roles(text)] == [
            *("code", "body", "page", "body", "page", "body", "code")
        ]

    def test_numbers_that_rise_are_pages(self) -> None:
        text = f"{BODY}\n1\n{BODY}\n2\n{BODY}"

        assert [role for role, _ in roles(text)] == ["body", "page", "body", "page", "body"]

    def test_a_number_that_a_unit_follows_is_none(self) -> None:
        text = "今年形势很好。全县完成投资\n20\n亿元，增长较快。"

        assert [role for role, _ in roles(text)] == ["body", "heading", "body"]
