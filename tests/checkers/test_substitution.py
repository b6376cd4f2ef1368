from speechlint.checkers.substitution import Substitution
from speechlint.diagnostic import Applicability, Edit, Fix
from speechlint.document import Document
from speechlint.rule import Finding
from speechlint.text import Span


def findings(checker: Substitution, text: str) -> list[Finding]:
    (paragraph,) = Document(text).paragraphs
    return list(checker.check_paragraph(paragraph))


def test_each_word_is_flagged_and_another_offered() -> None:
    assert findings(
        Substitution(words={"截止目前": "截至目前"}, applicability="safe"), "截止目前，"
    ) == [
        Finding(
            Span(0, 4),
            {"match": "截止目前", "replacement": "截至目前"},
            Fix("改为“截至目前”", (Edit(Span(0, 4), "截至目前"),), Applicability.SAFE),
        )
    ]


def test_of_two_that_begin_alike_the_longer_counts() -> None:
    found = findings(Substitution(words={"甲": "子", "甲乙": "丑"}), "甲乙，甲")

    assert [f.values["replacement"] for f in found] == ["丑", "子"]


def test_a_word_may_be_dropped() -> None:
    (found,) = findings(Substitution(words={"的的": ""}), "好的的")

    assert found.fix == Fix("删去“的的”", (Edit(Span(1, 3), ""),), Applicability.UNSAFE)


def test_signs_of_regular_expressions_are_plain_in_words() -> None:
    assert len(findings(Substitution(words={"(.)": "（）"}), "甲(.)乙")) == 1


def test_unless_spares() -> None:
    checker = Substitution(words={"截止": "截至"}, unless=("报名截止", "截止日"))

    assert [f.span for f in findings(checker, "报名截止，截止日，截止今年")] == [Span(9, 11)]


def test_a_text_without_the_words_needs_no_expression() -> None:
    assert findings(Substitution(words={"甲": "乙"}, unless=("(",)), "丙丁") == []


def test_a_word_with_a_condition_is_never_safe_to_replace() -> None:
    found = findings(
        Substitution(words={"[^颁]布署": "部署", "台帐": "台账"}, applicability="safe"),
        "布署台帐，颁布署名",
    )

    assert [(f.span, f.values["match"], f.fix and f.fix.applicability) for f in found] == [
        (Span(0, 2), "布署", Applicability.UNSAFE),
        (Span(2, 4), "台帐", Applicability.SAFE),
    ]
