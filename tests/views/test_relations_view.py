"""Sentences of our own, right and wrong, and what arithmetic says of them."""

from fractions import Fraction
from math import floor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint import sources
from speechlint.diagnostic import Severity
from speechlint.lines import Role
from speechlint.packs import mark, unmark
from speechlint.paragraph import Paragraph
from speechlint.views.relations import KINDS, Relation, Verdict, finder, in_speech
from speechlint.views.relations.clauses import sentences

FOLDER = Path(__file__).parent / "sentences"
SENTENCES = [
    pytest.param(kind, line, id=f"{kind}-{number}")
    for kind in KINDS
    for number, line in enumerate((FOLDER / f"{kind}.txt").read_text("utf-8").split("\n"), 1)
    if line and not line.startswith("#")
]


def paragraph(text: str) -> Paragraph:
    return Paragraph(text, Role.BODY, [(0, 0)])


def relations(kind: str, text: str) -> tuple[Relation, ...]:
    return finder(kind)(paragraph(text))


def one(kind: str, text: str) -> Relation:
    (relation,) = relations(kind, text)
    return relation


@pytest.mark.parametrize(("kind", "line"), SENTENCES)
def test_refutes_what_is_marked_and_nothing_else(kind: str, line: str) -> None:
    text, _ = unmark(line)
    refuted = [r.span for r in relations(kind, text) if r.verdict is Verdict.REFUTED]
    assert mark(text, refuted) == line


def refuted(text: str) -> list[str]:
    every = (r for kind in KINDS for r in relations(kind, text))
    return [r.stated for r in every if r.verdict is Verdict.REFUTED]


def plain(name: str) -> list[str]:
    lines = (FOLDER / name).read_text("utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("line", plain("quiet.txt"))
def test_is_silent_about_what_may_be_right(line: str) -> None:
    assert refuted(line) == []


@pytest.mark.parametrize("line", plain("loud.txt"))
def test_refutes_something_in_a_wrong_sentence(line: str) -> None:
    assert refuted(line)


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(LookupError, match="summe"):
        finder("summe")


@pytest.mark.parametrize(
    ("kind", "text", "computation"),
    [
        (
            "sum",
            "完成收入1.47亿元，其中甲局6200万元、乙局5400万元、其他3300万元。",
            "6200+5400+3300=14900万元=1.49亿元",
        ),
        ("sum", "到位资金1.2亿元和3000万元，合计1.9亿元。", "1.2亿元+3000万元=1.5亿元"),
        ("sum", "土地9.2万亩，其中城镇3000公顷、农村4万亩。", "3000公顷+4万亩=8.5万亩"),
        ("sum", "培训干部320人次，其中科级以上干部380人次。", "其中一项已有380人次"),
        ("share", "96个项目中已开工72个，占85%。", "72÷96=75%"),
        ("share", "完成186.5亿元，占总投资412.3亿元的54.2%。", "186.5÷412.3≈45.234%"),
        ("share", "救助6300万元，占支出1.4亿元的54%。", "6300万元÷1.4亿元=45%"),
        ("share", "外出3.8万人，占劳动力9.5万人的六成。", "3.8÷9.5=4成"),
        ("structure", "一产占9.8%，二产占45.1%，三产占54.2%。", "9.8%+45.1%+54.2%=109.1%"),
        ("growth", "税收8.64亿元，比上年7.82亿元增加0.92亿元。", "8.64-7.82=0.82亿元"),
        ("growth", "税收3.85亿元，增收3200万元，增长6.1%。", "3200万元÷(3.85亿元-3200万元)≈9.065%"),
        ("growth", "事故23起，比去年减少5起，下降27.9%。", "5÷(23+5)≈17.857%"),
        ("growth", "积案从48件下降到30件，下降27.5%。", "(48-30)÷48=37.5%"),
        ("growth", "合作社由126家增加到98家。", "126家>98家"),
        ("growth", "收入由2.1亿元增加到6.3亿元，增长3倍。", "6.3÷2.1=3倍，即增长2倍"),
        ("growth", "收入由5.1亿元增加到8.3亿元，实现翻番。", "8.3÷5.1≈1.63倍"),
        ("growth", "优良率由48.6%提高到53.2%，提高5.6个百分点。", "53.2-48.6=4.6个百分点"),
        (
            "growth",
            "面积由2016年的21万亩增加到2021年的26万亩，平均每年增加2万亩。",
            "(26-21)÷5=1万亩",
        ),
        (
            "growth",
            "收入由2018年的4.20亿元增加到2023年的6.17亿元，年均增长12%。",
            "4.2×(1+12%)^5≈7.402亿元",
        ),
    ],
)
def test_writes_the_computation_out(kind: str, text: str, computation: str) -> None:
    relation = next(r for r in relations(kind, text) if r.verdict is Verdict.REFUTED)
    assert relation.computation == computation


def test_names_the_other_figures() -> None:
    text = "96个项目中已开工72个，占75%。"
    relation = one("share", text)
    assert relation.verdict is Verdict.PROVED
    assert [(text[o.span.start : o.span.end], o.message) for o in relation.operands] == [
        ("72个", "部分 72个"),
        ("96个", "整体 96个"),
    ]


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [
        ("sum", "收入近12亿元，其中门票3亿元、餐饮4亿元。", "总数是约数"),
        ("sum", "企业X30家，其中工业80家、商贸85家。", "总数有未填的占位符"),
        ("sum", "企业230家，其中工业80家、商贸XX家、建筑170家。", "有未填的占位符"),
        ("sum", "年均投入2.6亿元，其中去年3.4亿元。", "总数不是各部分之和"),
        ("sum", "企业2.4万户，其中规上企业318户。", "分项不一定列全"),
        ("sum", "资金5亿元，其中债券2亿元、补助1亿元等。", "分项没有列全"),
        ("sum", "干部86人，其中党员52人、女干部43人。", "各部分可能交叉"),
        ("sum", "贷款增加21亿元，其中住户贷款23亿元。", "增量的各部分可以为负"),
        ("sum", "实施工程12个，其中建设村级服务点56个。", "分项与总数可能不是同一种东西"),
        ("share", "投资20亿元，占计划30亿元的近七成。", "份额是约数"),
        ("share", "开工96个，工业项目占75%。", "没有写出部分的数"),
        ("share", "投资21亿元，占全省的3%。", "没有写出整体的数"),
        ("share", "投资近21亿元，占计划30亿元的70%。", "部分或整体是约数"),
        ("share", "甲、乙分别占60亿元的20%。", "几个份额对应几个数"),
        ("share", "计划3亿元，完成投资2亿元X，占计划的20%。", "有未填的占位符"),
    ],
)
def test_says_why_nothing_can_be_computed(kind: str, text: str, reason: str) -> None:
    relation = one(kind, text)
    assert (relation.verdict, relation.reason) == (Verdict.UNKNOWN, reason)


@pytest.mark.parametrize(
    ("kind", "text", "severity"),
    [
        ("share", "640个项目中已开工471个，占73.6%。", None),  # 73.59375
        ("share", "640个项目中已开工471个，占73.5%。", Severity.INFO),
        ("sum", "甲、乙分别投资1.26亿元和0.98亿元，合计2.26亿元。", Severity.INFO),
        ("sum", "企业100家，其中工业51家、商贸32家、农业12家。", Severity.WARNING),
        ("structure", "三次产业结构为14.2:44.7:41.3。", Severity.INFO),
    ],
)
def test_is_milder_where_the_text_may_be_right(
    kind: str, text: str, severity: Severity | None
) -> None:
    assert one(kind, text).severity is severity


# --- properties ----------------------------------------------------------------------------


def half_up(number: Fraction, places: int) -> int:
    return floor(number * Fraction(10) ** places + Fraction(1, 2))


def half_even(number: Fraction, places: int) -> int:
    return round(number * Fraction(10) ** places)


def spell(digits: int, places: int) -> str:
    text = f"{digits:0{places + 1}d}"
    return f"{text[:-places]}.{text[-places:]}" if places else text


PLACES = st.integers(0, 3)
COUNTS = st.integers(1, 10**6)


@st.composite
def shares(draw: st.DrawFn) -> tuple[int, int, int]:
    whole = draw(COUNTS)
    return draw(st.integers(1, whole)), whole, draw(PLACES)


def share_of(part: int, whole: int, share: str) -> Relation:
    return one("share", f"全县有农户{whole}户，其中参加合作社{part}户，占{share}%。")


@given(shares())
def test_a_rounded_share_is_right(numbers: tuple[int, int, int]) -> None:
    part, whole, places = numbers
    for rounded in (half_up, half_even):
        share = spell(rounded(Fraction(100 * part, whole), places), places)
        assert share_of(part, whole, share).verdict is Verdict.PROVED


@given(shares(), st.sampled_from([-1, 1]))
def test_a_share_off_by_one_digit_is_information_at_most(
    numbers: tuple[int, int, int], by: int
) -> None:
    part, whole, places = numbers
    digits = half_up(Fraction(100 * part, whole), places) + by
    if digits >= 0:
        relation = share_of(part, whole, spell(digits, places))
        assert relation.verdict is Verdict.PROVED or relation.severity is Severity.INFO


@given(numbers=shares(), by=st.integers(2, 10**4), less=st.booleans())
def test_a_share_off_by_more_is_an_error(
    numbers: tuple[int, int, int], by: int, *, less: bool
) -> None:
    part, whole, places = numbers
    exact = Fraction(100 * part, whole)
    digits = half_even(exact, places) - by if less else half_up(exact, places) + by
    if digits >= 0:
        relation = share_of(part, whole, spell(digits, places))
        assert (relation.verdict, relation.severity) == (Verdict.REFUTED, None)


@given(st.lists(COUNTS, min_size=2, max_size=8), st.integers(-(10**6), 10**6))
def test_a_sum_of_counts_is_exact(parts: list[int], by: int) -> None:
    listed = "、".join(f"{chr(0x4E00 + n)}类{part}件" for n, part in enumerate(parts))
    stated = sum(parts) + by
    if stated > 0 and (by == 0 or 2 * stated > sum(parts) * 2 - stated):
        relation = one("sum", f"办理{listed}，共计{stated}件。")
        assert relation.verdict is (Verdict.REFUTED if by else Verdict.PROVED)
        assert relation.severity is None


@given(
    st.lists(st.fractions(1, 1000), min_size=2, max_size=6),
    PLACES,
    st.sampled_from([half_up, half_even]),
)
def test_a_sum_of_rounded_parts_is_right(
    parts: list[Fraction], places: int, rounded: object
) -> None:
    assert callable(rounded)
    listed = "、".join(
        f"{chr(0x4E00 + n)}地{spell(rounded(part, places), places)}亿元"
        for n, part in enumerate(parts)
    )
    total = spell(rounded(sum(parts), places), places)
    assert one("sum", f"投资{total}亿元，分为{listed}。").verdict is Verdict.PROVED


@given(
    st.text(
        alphabet="其中共占的比增长降由到倍番率、，；：（）。。12３%％万亿元个户和XxX分别为由三二十百点余约近计划",
        max_size=60,
    )
)
def test_any_text_is_read(text: str) -> None:
    for kind in KINDS:
        for relation in relations(kind, text):
            assert 0 <= relation.span.start < relation.span.end <= len(text)
    for sentence in sentences(paragraph(text)):
        for segment in sentence.segments:
            for item in segment.items:
                start, end = item.quantity.span
                assert segment.span.start <= start < end <= segment.span.end
        assert sentence.host.span.covers(sentence.span)


@pytest.mark.parametrize("more", [0, 12])
def test_a_total_that_was_cut_off(more: int) -> None:
    """Also beside so many decimals that they are not added up before."""
    parts = "全市公共建筑面积111.3万平方米，住宅建筑面积14.3万平方米"
    others = "".join(f"，第{n}片区造林{n}.5亩" for n in range(1, more + 1))
    document = sources.document(f"{parts}{others}。\n\n全市建筑面积达到125万平方米。\n")
    found = [r for s in document.speeches for r in in_speech("conflict", s)]
    assert [r.stated for r in found] == ["125万平方米"]
