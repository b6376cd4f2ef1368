"""The quantities of a paragraph."""

from fractions import Fraction

import pytest

from speechlint.lines import Role
from speechlint.paragraph import Paragraph
from speechlint.views.figures import Quantity, figures, units


def read(text: str) -> tuple[Quantity, ...]:
    return figures(Paragraph(text, Role.BODY, [(0, 0)]))


def one(text: str) -> Quantity:
    (quantity,) = read(text)
    return quantity


def value(quantity: Quantity) -> Fraction:
    return Fraction(quantity.value.low, quantity.value.over)


@pytest.mark.parametrize(
    ("text", "number", "dimension"),
    [
        ("1.47亿元", Fraction(147 * 10**6), "元"),
        ("6200万元", Fraction(62 * 10**6), "元"),
        ("1,234个", Fraction(1234), "个"),
        ("１２．５万平方米", Fraction(125_000), "面积"),
        ("三十五户", Fraction(35), "户"),
        ("两个", Fraction(2), "个"),
        ("一亿二千万元", Fraction(12 * 10**7), "元"),
        ("二点五亿元", Fraction(25 * 10**7), "元"),
        ("百分之五点二", Fraction(52, 1000), "份额"),
        ("百分之12.5", Fraction(125, 1000), "份额"),
        ("12.5％", Fraction(125, 1000), "份额"),
        ("七成五", Fraction(3, 4), "份额"),
        ("三分之一", Fraction(1, 3), "份额"),
        ("3.2个百分点", Fraction(16, 5), "百分点"),
        ("2.5倍", Fraction(5, 2), "倍"),
        ("翻两番", Fraction(2), "番"),
        ("3亩", Fraction(2000), "面积"),
        ("5名", Fraction(5), "人"),
        ("800人次", Fraction(800), "人次"),
        ("7359万", Fraction(7359 * 10**4), ""),
        ("4万亿元", Fraction(4 * 10**12), "元"),
        ("48.6万人口", Fraction(486_000), "人"),
        ("3千瓦时", Fraction(3), "电量"),
    ],
)
def test_reads_number_and_unit(text: str, number: Fraction, dimension: str) -> None:
    quantity = one(text)
    assert (value(quantity), quantity.dimension) == (number, dimension)
    assert quantity.hedge == ("分之" if "分之一" in text else "")


@pytest.mark.parametrize(
    "text",
    [
        "2024年",
        "二〇二四年",
        "98年",
        "8月15日",
        "第12条",
        "〔2024〕15号",
        "C919飞机",
        "5G网络",
        "三次产业",
        "3.5.2节",
        "12345热线",
        "三五个",
        "一成不变",
        "5方面",
        "千方百计",
        "1/3处",
    ],
)
def test_years_ordinals_models_and_words_are_no_quantities(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("近10亿元", "近"),
        ("约12个", "约"),
        ("超过80%", "超过"),
        ("逾3万人", "逾"),
        ("突破4000亿元", "突破"),
        ("不足50万人", "不足"),
        ("不低于60%", "不低于"),
        ("120余万亩", "余"),
        ("3亿余元", "余"),
        ("20多个", "多"),
        ("十几个", "几"),
        ("几十个", "几"),
        ("10来个", "来"),
        ("5%左右", "左右"),
        ("60%以上", "以上"),
        ("四分之一强", "强"),
        ("接近二分之一", "接近"),
        ("三分之二", "分之"),
        ("3个多月", "多"),
        ("一个半月", "半"),
        ("下降-3%", "-"),
        ("签约12个", ""),
        ("总数64个", ""),
        ("60岁以上8.7万人", ""),
        ("——12个", ""),
        ("由3亿元增加到5亿元", ""),
    ],
)
def test_a_hedge_makes_a_bound(text: str, hedge: str) -> None:
    assert read(text)[-1].hedge == hedge


def test_a_range_is_two_bounds() -> None:
    assert [q.hedge for q in read("10%～20%，3—5万户")] == ["～", "～", "～", "—"]
    assert [value(q) for q in read("3—5万户")] == [30_000, 50_000]


def test_numbers_of_a_list_share_the_unit_at_its_end() -> None:
    quantities = read("新建56、48和24个")
    assert [(int(value(q)), q.unit) for q in quantities] == [(56, "个"), (48, "个"), (24, "个")]
    assert [q.text for q in read("1、12个项目")] == ["12个"]


def test_a_blank_beside_a_number_is_told() -> None:
    assert [q.masked for q in read("X2个，2X个，2个")] == [True, False]
    assert one("3万X元").masked


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("77.8%", Fraction(7775, 10**4), Fraction(7785, 10**4)),
        ("1.47亿元", Fraction(1465 * 10**5), Fraction(1475 * 10**5)),
        ("125万平方米", Fraction(1_245_000), Fraction(1_255_000)),
        ("12.50万户", Fraction(124_950), Fraction(125_050)),
        ("128个", Fraction(128), Fraction(128)),
        ("15万人", Fraction(145_000), Fraction(155_000)),
        ("300吨", Fraction(299_500), Fraction(300_500)),
    ],
)
def test_the_printed_digits_bound_the_value(text: str, low: Fraction, high: Fraction) -> None:
    interval = one(text).interval
    assert (Fraction(interval.low, interval.over), Fraction(interval.high, interval.over)) == (
        low,
        high,
    )


def test_spans_are_those_of_the_paragraph() -> None:
    text = "完成投资1.47亿元，占七成五。"
    assert [text[q.span.start : q.span.end] for q in read(text)] == ["1.47亿元", "七成五"]


def test_units_are_found_by_their_first_characters() -> None:
    names = [name for name in (*units._MEASURES, *units._COUNTERS) if name]
    longer = [name for name in names if len(name) > 1]

    assert {name[0] for name in names} == units.FIRSTS
    assert sorted(n for found in units._LONG.values() for n in found) == sorted(longer)
    for begin, found in units._LONG.items():
        assert all(name.startswith(begin) for name in found)
        assert not any(b.startswith(a) for n, a in enumerate(found) for b in found[n + 1 :])
