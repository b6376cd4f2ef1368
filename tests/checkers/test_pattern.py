import pytest

from speechlint.checkers.pattern import Pattern
from speechlint.diagnostic import Applicability, Edit, Fix
from speechlint.document import Document
from speechlint.rule import Finding
from speechlint.text import Span


def found(checker: Pattern, text: str) -> list[str]:
    """Return what is flagged, with its place in the document."""
    document = Document(text)
    inside = [
        (paragraph.locate(f.span), f)
        for paragraph in document.paragraphs
        for f in checker.check_paragraph(paragraph)
    ]
    whole = [(f.span, f) for f in checker.check_document(document)]
    assert all(f.values["match"] == text[s.start : s.end].replace("\n", "") for s, f in inside)
    return [f"{span.start} {text[span.start : span.end]}" for span, _ in inside + whole]


def test_each_match_in_order() -> None:
    assert found(Pattern(patterns=("乙", "甲+")), "甲甲乙，丙甲") == ["0 甲甲", "2 乙", "5 甲"]


def test_the_group_mark_narrows_the_span() -> None:
    assert found(Pattern(patterns=("第(?P<mark>X)届", "(?P<mark>X)个")), "第X届，X个") == [
        "1 X",
        "4 X",
    ]


def test_a_match_that_marks_nothing_is_none() -> None:
    assert found(Pattern(patterns=("甲(?P<mark>)", "(?=乙)")), "甲乙") == []


class TestReplace:
    def test_what_is_to_stand_there_is_a_fix_of_the_marked_span(self) -> None:
        (paragraph,) = Document("做的很好").paragraphs
        checker = Pattern(patterns=("(?P<mark>做的)很好",), replace={"的": "得"})

        assert list(checker.check_paragraph(paragraph)) == [
            Finding(
                Span(0, 2),
                {"match": "做的", "replacement": "做得"},
                Fix("改为“做得”", (Edit(Span(0, 2), "做得"),), Applicability.UNSAFE),
            )
        ]

    def test_a_match_that_holds_nothing_to_replace_has_no_fix(self) -> None:
        (paragraph,) = Document("甲").paragraphs

        (finding,) = Pattern(patterns=("甲",), replace={"的": "得"}).check_paragraph(paragraph)

        assert finding == Finding(Span(0, 1), {"match": "甲"})


class TestUnless:
    def test_a_match_that_one_overlaps_is_spared(self) -> None:
        checker = Pattern(patterns=("X",), unless=("X光", "代号X"))

        assert found(checker, "X光室有X台，代号X。") == ["4 X"]

    def test_one_that_only_touches_spares_nothing(self) -> None:
        assert found(Pattern(patterns=("X",), unless=("光",)), "X光") == ["0 X"]

    def test_what_is_marked_counts_and_not_what_led_to_it(self) -> None:
        assert found(Pattern(patterns=("第(?P<mark>X)届",), unless=("第",)), "第X届") == ["1 X"]


class TestScope:
    def test_edges_of_a_paragraph(self) -> None:
        text = "甲市开局良好，\n乙县也开局良好，完成投资二十亿元，同比增长一成。"
        assert len(Document(text).paragraphs) == 1

        assert found(Pattern(patterns=("^.", ".$")), text) == ["0 甲", "31 。"]

    def test_edges_of_a_line(self) -> None:
        assert found(Pattern(patterns=("^.", ".$"), scope="line"), " 甲乙 \n丙丁") == [
            "1 甲",
            "2 乙",
            "5 丙",
            "6 丁",
        ]

    def test_headings_only(self) -> None:
        text = "一、提高认识\n\n今年认识有提高，工作有起色，任务全面完成。\n"

        assert found(Pattern(patterns=("认识",), scope="heading"), text) == ["4 认识"]

    def test_paragraphs_have_no_line_scope_and_lines_no_paragraph_scope(self) -> None:
        document = Document("甲")

        assert list(Pattern(patterns=("甲",)).check_document(document)) == []
        assert (
            list(Pattern(patterns=("甲",), scope="line").check_paragraph(document.paragraphs[0]))
            == []
        )


@pytest.mark.parametrize("scope", ["paragraph", "line"])
def test_a_text_that_was_read_wrongly_is_left_alone(scope: str) -> None:
    assert found(Pattern(patterns=("甲",), scope=scope), "甲\ufffd" * 9) == []  # type: ignore[arg-type]
