"""Sentences of our own against a fact sheet: what differs is marked, all else is silent."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint import factsheets
from speechlint.checkers.figure.fact import Fact
from speechlint.diagnostic import Severity
from speechlint.packs import mark, unmark
from speechlint.rule import Finding
from speechlint.sources import document

HERE = Path(__file__).parent
SHEET = tuple(factsheets.facts(str(HERE / "facts.csv")).values())
LINES = [
    line
    for line in (HERE / "sentences.txt").read_text("utf-8").split("\n")
    if line and not line.startswith("#")
]


def found(text: str, checker: Fact) -> list[Finding]:
    return [f for speech in document(text).speeches for f in checker.check_speech(speech)]


@pytest.mark.parametrize("line", LINES)
def test_marks_what_differs_and_nothing_else(line: str) -> None:
    text, _ = unmark(line)
    # A rough word before a figure belongs to what is marked, not to the span.
    spans = [finding.span for finding in found(text, Fact(facts=SHEET))]
    assert mark(text, spans).replace("⟦", "").replace("⟧", "") == text
    assert [_bare(text, s.start, s.end) for s in spans] == [
        _bare(text, *s) for s in unmark(line)[1]
    ]


def _bare(text: str, start: int, end: int) -> str:
    return text[start:end].lstrip("近超过突破约")


def one(indicator: str, period: str, value: str, unit: str, place: str = "") -> dict[str, str]:
    names = ("indicator", "period", "value", "unit", "place")
    return dict(zip(names, (indicator, period, value, unit, place), strict=True))


INCOME = one("一般公共预算收入", "2024年", "186.53", "亿元")


@pytest.mark.parametrize(
    ("said", "severity", "fixed"),
    [
        ("186.5亿元", [], ""),
        ("187亿元", [], ""),
        ("186.4亿元", [Severity.INFO], "186.5亿元"),  # off by one in the last digit
        ("186.3亿元", [None], "186.5亿元"),
        ("1,863,000万元", [None], ""),  # spelled in a way we do not spell
        ("1863000万元", [None], "1865300万元"),
        ("近150亿元", [None], ""),
        ("近210亿元", [Severity.WARNING], ""),
        ("约200亿元", [], ""),
        ("约250亿元", [Severity.WARNING], ""),
        ("超过190亿元", [None], ""),
    ],
)
def test_severity_and_fix(said: str, severity: list[Severity | None], fixed: str) -> None:
    findings = found(f"2024年，全市一般公共预算收入完成{said}。", Fact(facts=(INCOME,)))
    assert [f.severity for f in findings] == severity
    assert [f.fix.edits[0].replacement if f.fix else "" for f in findings] == [fixed] * len(
        findings
    )


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("全市一般公共预算收入完成168亿元。", 1),  # the sheet knows one period only
        ("过去一年成绩喜人。\n\n一般公共预算收入完成168亿元。", 1),
        ("2023年，形势严峻。一般公共预算收入完成168亿元。", 0),
        ("一、2025年的安排\n\n一般公共预算收入完成198亿元。", 0),
        ("2025年是关键之年。\n\n一是抓收入。\n\n一般公共预算收入完成198亿元。", 0),
        ("过去五年成绩喜人。\n\n一般公共预算收入完成768亿元。", 0),
        ("做好明年工作。\n\n一般公共预算收入完成198亿元。", 0),
        ("一般公共预算收入完成198亿元左右。", 0),
        ("高于全省平均水平，一般公共预算收入完成168亿元。", 1),
        ("今年，一般公共预算收入完成168亿元。", 0),
        ("去年，一般公共预算收入完成168亿元。", 0),
        ("今年是2024年。一般公共预算收入完成168亿元。", 1),
        ("在2025年全市经济工作会议上的讲话\n\n同志们：\n\n去年，一般公共预算收入完成168亿元。", 1),
        ("在2025年全市经济工作会议上的讲话\n\n同志们：\n\n今年，一般公共预算收入完成198亿元。", 0),
    ],
)
def test_the_only_period_of_the_sheet(text: str, marked: int) -> None:
    assert len(found(text, Fact(facts=(INCOME,)))) == marked


def test_year_and_place_may_be_told() -> None:
    text = "去年，全省一般公共预算收入完成168亿元。"
    assert found(text, Fact(facts=(INCOME,))) == []
    assert found(text, Fact(facts=(INCOME,), year=2025)) == []
    assert len(found(text, Fact(facts=(INCOME,), place="全省", year=2025))) == 1


@pytest.mark.parametrize(
    ("place", "text", "marked"),
    [
        ("全省", "2024年，全省一般公共预算收入完成168亿元。", 1),
        ("全省", "2024年，我省一般公共预算收入完成168亿元。", 1),
        ("全省", "2024年，全市一般公共预算收入完成168亿元。", 0),
        ("江州市", "2024年，江州市一般公共预算收入完成168亿元。", 1),
        ("江州市", "2024年，江北区一般公共预算收入完成168亿元。", 0),
        ("全省", "2024年，一般公共预算收入完成168亿元。", 1),
    ],
)
def test_the_place_of_the_sheet(place: str, text: str, marked: int) -> None:
    sheet = (one("一般公共预算收入", "2024年", "186.5", "亿元", place),)
    assert len(found(text, Fact(facts=sheet))) == marked


def test_the_message_names_the_row() -> None:
    text = "2024年，全市固定资产投资增长3.4%。"
    (finding,) = found(text, Fact(facts=SHEET))
    assert finding.values == {
        "stated": "固定资产投资增长3.4%",
        "computation": "facts.csv 第 8 行，固定资产投资下降3.4%",
    }


@given(
    st.decimals(Decimal("0.01"), 99_999, places=2),
    st.integers(0, 2),
    st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]),
    st.integers(-9, 9),
)
def test_rounding_is_right_and_more_than_the_last_digit_is_wrong(
    value: Decimal, places: int, rounding: str, off: int
) -> None:
    step = Decimal(1).scaleb(-places)
    said = value.quantize(step, rounding) + off * step
    if said <= 0:
        return
    sheet = (one("一般公共预算收入", "2024年", str(value), "亿元"),)
    findings = found(f"2024年，全市一般公共预算收入完成{said:f}亿元。", Fact(facts=sheet))
    # Both are printed numbers: the sheet's may be off by half of its own last digit.
    beyond = abs(said - value) - (step + Decimal("0.01")) / 2
    expected = [] if beyond <= 0 else [Severity.INFO] if beyond <= step else [None]
    assert [f.severity for f in findings] == expected
