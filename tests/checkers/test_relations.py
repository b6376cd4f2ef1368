"""The checker that reports refuted relations."""

from speechlint.checkers.relations import Relations
from speechlint.diagnostic import Related, Severity
from speechlint.lines import Role
from speechlint.paragraph import Paragraph
from speechlint.sources import document
from speechlint.text import Span


def test_reports_a_refuted_relation_with_its_computation_and_operands() -> None:
    paragraph = Paragraph("96个项目中已开工72个，占85%。", Role.BODY, [(0, 0)])
    (finding,) = Relations(kind="share").check_paragraph(paragraph)
    assert finding.span == Span(14, 17)
    assert finding.values == {"computation": "72÷96=75%", "stated": "85%"}
    assert finding.related == (
        Related(Span(9, 12), "部分 72个"),
        Related(Span(0, 3), "整体 96个"),
    )
    assert finding.severity is None


def test_is_silent_where_nothing_is_refuted() -> None:
    paragraph = Paragraph("96个项目中已开工72个，占75%，占全省3%。", Role.BODY, [(0, 0)])
    assert list(Relations(kind="share").check_paragraph(paragraph)) == []
    assert list(Relations(kind="sum").check_paragraph(paragraph)) == []


def test_lowers_the_severity_where_only_the_last_digit_is_off() -> None:
    paragraph = Paragraph("640个项目中已开工471个，占73.5%。", Role.BODY, [(0, 0)])
    (finding,) = Relations(kind="share").check_paragraph(paragraph)
    assert finding.severity is Severity.INFO


def test_reports_what_only_the_whole_speech_shows() -> None:
    text = (
        "在2024年全县招商工作会上的讲话\n同志们：\n上半年成效明显。年初重奖了2024年招商先进单位。\n"
    )
    (speech,) = document(text).speeches
    (finding,) = Relations(kind="date").check_speech(speech)
    assert text[finding.span.start : finding.span.end] == "2024年"
    assert finding.span.start > 20
    assert finding.related == (Related(Span(1, 6), "讲话在2024年"),)
    assert finding.severity is Severity.WARNING
    assert list(Relations(kind="sum").check_speech(speech)) == []
