import pytest

from speechlint.checkers.blanks import Blanks
from speechlint.diagnostic import Severity
from speechlint.sources import document
from speechlint.text import Span

TEXT = "20xx年，某市委在XX县召开会议，同比增长%。\n"


@pytest.mark.parametrize(
    ("kind", "span", "values", "severity"),
    [
        ("year", Span(0, 5), {"match": "20xx年", "names": "20xx年"}, None),
        ("vanished", Span(20, 23), {"match": "增长%", "names": "增长%"}, None),
    ],
)
def test_reports_the_blanks_of_its_kind(
    kind: str, span: Span, values: dict[str, str], severity: Severity | None
) -> None:
    (finding,) = Blanks(kind=kind).check_document(document(TEXT))
    assert (finding.span, finding.values, finding.severity) == (span, values, severity)


def test_a_doubtful_blank_is_a_warning() -> None:
    sure = [finding.severity for finding in Blanks(kind="mask").check_document(document(TEXT))]
    assert sure == [Severity.WARNING, None]


def test_a_long_match_is_cut_in_the_message() -> None:
    text = "以下是为您起草的在全市重点项目集中开工仪式上的讲话稿，供您审阅。\n"
    (finding,) = Blanks(kind="template").check_document(document(text))
    assert finding.span == Span(0, 31)
    assert finding.values["match"] == "以下是为您起草的在全市重点项目集中开工仪式上的讲话稿，供您…"


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(ValueError, match="blot"):
        list(Blanks(kind="blot").check_document(document(TEXT)))
