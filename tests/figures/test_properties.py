"""Random figures: rounded rightly they are never refuted, and how far off they are is told.

The operands are counts, which are exact, or amounts printed with a number of decimals. Off by
one unit of the last digit is information at most, by more it is an error; where operands are
rounded too, what their own roundings explain comes on top.
"""

from datetime import date
from fractions import Fraction
from math import floor

from hypothesis import assume, given
from hypothesis import strategies as st

from speechlint.diagnostic import Severity
from speechlint.lines import Role
from speechlint.paragraph import Paragraph
from speechlint.views.relations import KINDS, Relation, Verdict, finder

COUNTS = st.integers(1, 99_999)
PLACES = st.integers(0, 2)
HALVES = st.sampled_from(["up", "even"])
FAR = st.integers(2, 500)
SIDE = st.sampled_from([-1, 1])


def rounded(number: Fraction, places: int, half: str) -> int:
    """Return the number in units of its last digit."""
    units = number * Fraction(10) ** places
    return round(units) if half == "even" else floor(units + Fraction(1, 2))


def spell(digits: int, places: int) -> str:
    whole, rest = divmod(digits, 10**places)
    return f"{whole}.{rest:0{places}d}" if places else str(whole)


def relations(kind: str, text: str) -> list[Relation]:
    return list(finder(kind)(Paragraph(text, Role.BODY, [(0, 0)])))


def claim(kind: str, text: str, stated: str) -> Relation:
    """Return the one relation of a kind that says what is stated."""
    (found,) = [r for r in relations(kind, text) if r.stated == stated]
    return found


def refuted(text: str) -> list[tuple[str, str]]:
    every = (r for kind in KINDS for r in relations(kind, text))
    return [(r.kind, r.stated) for r in every if r.verdict is Verdict.REFUTED]


def is_slight(relation: Relation) -> bool:
    return relation.verdict is Verdict.PROVED or relation.severity is Severity.INFO


def is_error(relation: Relation) -> bool:
    return (relation.verdict, relation.severity) == (Verdict.REFUTED, None)


def growth(old: int, new: int, rate: str) -> str:
    verb = "增加" if new >= old else "减少"
    return f"企业由{old}家{verb}到{new}家，{verb}{rate}。"


@given(COUNTS, COUNTS, PLACES, HALVES)
def test_a_rounded_growth_is_right(old: int, new: int, places: int, half: str) -> None:
    rate = spell(rounded(Fraction(100 * abs(new - old), old), places, half), places)
    assert refuted(growth(old, new, f"{rate}%")) == []


@given(COUNTS, COUNTS, PLACES, SIDE)
def test_a_growth_off_by_one_digit_is_information(
    old: int, new: int, places: int, side: int
) -> None:
    digits = rounded(Fraction(100 * abs(new - old), old), places, "up") + side
    assume(digits >= 0)
    rate = f"{spell(digits, places)}%"
    assert is_slight(claim("growth", growth(old, new, rate), rate))


@given(COUNTS, COUNTS, PLACES, SIDE, FAR)
def test_a_growth_off_by_more_is_an_error(
    old: int, new: int, places: int, side: int, by: int
) -> None:
    exact = Fraction(100 * abs(new - old), old)
    digits = rounded(exact, places, "even" if side < 0 else "up") + side * by
    assume(digits >= 0)
    assume(abs(digits - exact * 10**places) > Fraction(3, 2))
    rate = f"{spell(digits, places)}%"
    assert is_error(claim("growth", growth(old, new, rate), rate))


@given(st.fractions(1, 900), st.fractions(1, 900), PLACES, HALVES)
def test_a_rounded_increase_is_right(
    one: Fraction, other: Fraction, places: int, half: str
) -> None:
    old, new = sorted((one, other))
    printed = [spell(rounded(n, places, half), places) for n in (old, new, new - old)]
    assert refuted("存款由{}亿元增加到{}亿元，增加{}亿元。".format(*printed)) == []


@given(st.integers(1, 9999), st.integers(0, 9999), PLACES, st.integers(-9, 9))
def test_an_increase_is_told_by_how_far_it_is_off(
    old: int, more: int, places: int, by: int
) -> None:
    """The roundings of the two figures and of the increase explain one and a half units."""
    assume(more + by >= 0)
    stated = f"{spell(more + by, places)}亿元"
    text = f"存款由{spell(old, places)}亿元增加到{spell(old + more, places)}亿元，增加{stated}。"
    found = next(r for r in relations("growth", text) if r.span.end == len(text) - 1)
    if abs(by) <= 1:
        assert found.verdict is Verdict.PROVED
    elif abs(by) == 2:
        assert found.severity is Severity.INFO
    else:
        assert is_error(found)


@given(st.fractions(0, 100), st.fractions(0, 100), PLACES, HALVES)
def test_rounded_points_are_right(one: Fraction, other: Fraction, places: int, half: str) -> None:
    old, new = sorted((one, other))
    printed = [spell(rounded(n, places, half), places) for n in (old, new, new - old)]
    assert refuted("覆盖率由{}%提高到{}%，提高{}个百分点。".format(*printed)) == []


@given(COUNTS, COUNTS, PLACES, HALVES)
def test_a_rounded_rate_is_right(one: int, other: int, places: int, half: str) -> None:
    done, due = sorted((one, other))
    rate = spell(rounded(Fraction(100 * done, due), places, half), places)
    assert refuted(f"应办理案件{due}件，已办结{done}件，办结率{rate}%。") == []


@given(COUNTS, COUNTS, PLACES, SIDE, st.integers(1, 500))
def test_a_rate_is_told_by_how_far_it_is_off(
    one: int, other: int, places: int, side: int, by: int
) -> None:
    done, due = sorted((one, other))
    exact = Fraction(100 * done, due)
    digits = rounded(exact, places, "even" if side < 0 else "up") + side * by
    assume(digits >= 0)
    rate = f"{spell(digits, places)}%"
    found = claim("rate", f"应办理案件{due}件，已办结{done}件，办结率{rate}。", rate)
    off = abs(digits - exact * 10**places)
    assert is_error(found) if off > Fraction(3, 2) else is_slight(found)


@given(st.lists(COUNTS, min_size=3, max_size=3), PLACES, HALVES)
def test_rounded_shares_of_three_trades_are_right(parts: list[int], places: int, half: str) -> None:
    shares = [rounded(Fraction(100 * part, sum(parts)), places, half) for part in parts]
    ratio = "∶".join(spell(share, places) for share in shares)
    assume(all(share < 100 * 10**places for share in shares))
    assert refuted(f"三次产业结构调整为{ratio}。") == []


@given(st.lists(COUNTS, min_size=3, max_size=3), st.integers(1, 2), SIDE, st.integers(4, 90))
def test_shares_of_three_trades_that_do_not_make_a_hundred_are_an_error(
    parts: list[int], places: int, side: int, by: int
) -> None:
    """Three roundings explain one and a half units, one more is information."""
    shares = [rounded(Fraction(100 * part, sum(parts)), places, "even") for part in parts]
    shares[0] += side * by
    assume(all(0 <= share < 100 * 10**places for share in shares))
    off = abs(sum(shares) - 100 * 10**places)
    assume(off > 3)
    ratio = "∶".join(spell(share, places) for share in shares)
    (found,) = relations("structure", f"三次产业结构调整为{ratio}。")
    assert is_error(found)


@given(COUNTS, COUNTS, COUNTS, st.integers(1, 2), HALVES)
def test_shares_of_one_whole_imply_it(
    one: int, other: int, rest: int, places: int, half: str
) -> None:
    whole = one + other + rest
    p, q = (spell(rounded(Fraction(100 * n, whole), places, half), places) for n in (one, other))
    text = f"低保户{one}户，占全县农户总数的{p}%；五保户{other}户，占全县农户总数的{q}%。"
    assert refuted(text) == []


@given(
    st.lists(COUNTS, min_size=3, max_size=3),
    st.integers(1, 40),
    st.integers(1, 2),
    st.sampled_from([2, 3, 5]),
)
def test_shares_that_imply_other_wholes_are_an_error(
    counts: list[int], more: int, places: int, times: int
) -> None:
    one, other, _ = counts
    whole = sum(counts)
    p = rounded(Fraction(100 * one, whole), places, "even")
    q = times * rounded(Fraction(100 * other, whole), places, "even") + more
    slack = Fraction(3, 2)  # half a unit of rounding, and one of grace
    assume(p > 0 and q <= 100 * 10**places)
    assume(one * (q - slack) > other * (p + slack) and q > slack)
    p_text, q_text = spell(p, places), spell(q, places)
    text = f"低保户{one}户，占全县农户总数的{p_text}%；五保户{other}户，占全县农户总数的{q_text}%。"
    (found,) = relations("implied", text)
    assert is_error(found)


@given(st.fractions(1, 900), st.fractions(0, 1), PLACES, st.integers(2, 8), HALVES)
def test_a_rounded_yearly_growth_is_right(
    old: Fraction, rate: Fraction, places: int, years: int, half: str
) -> None:
    new = old * (1 + rate) ** years
    first, last = (spell(rounded(n, places, half), places) for n in (old, new))
    yearly = spell(rounded(100 * rate, places, half), places)
    text = f"存款由2010年的{first}亿元增加到{2010 + years}年的{last}亿元，年均增长{yearly}%。"
    assert refuted(text) == []


@given(
    st.lists(st.tuples(st.fractions(0, 40), st.integers(1, 99)), min_size=3, max_size=3),
    HALVES,
)
def test_a_whole_grows_as_its_parts_do(parts: list[tuple[Fraction, int]], half: str) -> None:
    mean = sum((rate * weight for rate, weight in parts), Fraction(0)) / sum(w for _, w in parts)
    first, second, third, whole = (
        spell(rounded(n, 1, half), 1) for n in (*(rate for rate, _ in parts), mean)
    )
    listed = f"第一产业增长{first}%，第二产业增长{second}%，第三产业增长{third}%"
    assert refuted(f"全县生产总值增长{whole}%，其中{listed}。") == []


@given(st.lists(st.integers(0, 400), min_size=3, max_size=3), st.integers(2, 200), SIDE)
def test_a_whole_outside_its_parts_is_an_error(parts: list[int], by: int, side: int) -> None:
    """Two roundings explain one unit, one more is information."""
    edge = max(parts) + by + 1 if side > 0 else min(parts) - by - 1
    assume(edge >= 0)
    first, second, third, whole = (spell(n, 1) for n in (*parts, edge))
    listed = f"第一产业增长{first}%，第二产业增长{second}%，第三产业增长{third}%"
    text = f"全县生产总值增长{whole}%，其中{listed}。"
    (found,) = [r for r in relations("growth", text) if r.span.start < 12]
    assert is_error(found)


@given(COUNTS, COUNTS, st.integers(1, 9), st.sampled_from(["超过", "不足"]))
def test_a_rough_share_is_measured(one: int, other: int, tenths: int, word: str) -> None:
    part, whole = sorted((one, other))
    text = f"{whole}个项目中已开工{part}个，{word}{'一二三四五六七八九'[tenths - 1]}成。"
    share = Fraction(10 * part, whole)
    right = share > tenths if word == "超过" else share < tenths
    assert bool(refuted(text)) is not right


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_that_of_the_calendar(day: date, said: int) -> None:
    week = "一二三四五六日"
    text = f"{day.year}年{day.month}月{day.day}日（星期{week[said]}）召开。"
    (found,) = relations("date", text)
    if said == day.weekday():
        assert found.verdict is Verdict.PROVED
    else:
        assert is_error(found)
        assert found.correct == found.stated.replace(f"期{week[said]}", f"期{week[day.weekday()]}")


@given(st.integers(1, 12), st.integers(1, 31), st.integers(1950, 2049))
def test_a_day_is_one_of_the_calendar(month: int, day: int, year: int) -> None:
    try:
        date(year, month, day)
    except ValueError:
        assert refuted(f"会议于{year}年{month}月{day}日召开。")
    else:
        assert refuted(f"会议于{year}年{month}月{day}日召开。") == []


@given(st.integers(3, 9), st.integers(2, 9))
def test_as_many_values_as_names(names: int, values: int) -> None:
    subject = "、".join(f"{chr(0x4E11 + 7 * n)}县" for n in range(names))
    listed = "、".join(f"{n + 3}.5%" for n in range(values))
    found = relations("list", f"{subject}投资分别增长{listed}。")
    assert [r.verdict is Verdict.PROVED for r in found] == [names == values]
