"""What a printed number can stand for."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.views.figures.interval import Interval, exactly, spelled

INTERVALS = st.builds(
    lambda low, width, over: Interval(low, low + width, over),
    st.integers(0, 10**6),
    st.integers(0, 10**4),
    st.integers(1, 10**4),
)


def ends(interval: Interval) -> tuple[Fraction, Fraction]:
    return Fraction(interval.low, interval.over), Fraction(interval.high, interval.over)


@given(INTERVALS, INTERVALS)
def test_arithmetic_is_that_of_fractions(a: Interval, b: Interval) -> None:
    (low, high), (lower, upper) = ends(a), ends(b)
    assert ends(a.plus(b)) == (low + lower, high + upper)
    assert ends(a.minus(b)) == (low - upper, high - lower)
    assert ends(a.times(b)) == (low * lower, high * upper)
    assert a.below(b) is (high < lower)
    assert a.meets(b) is (max(low, lower) <= min(high, upper))


def test_widens_on_both_sides() -> None:
    assert ends(Interval(3, 4, 2).widened(exactly(1, 4))) == (Fraction(5, 4), Fraction(9, 4))


@pytest.mark.parametrize(
    ("number", "over", "places", "text"),
    [
        (1, 8, 2, "0.13"),
        (1, 8, 3, "0.125"),
        (2, 1, 3, "2"),
        (1490, 1000, 4, "1.49"),
        (-5, 2, 0, "-3"),
        (-1, 100, 1, "0"),
    ],
)
def test_spells_half_up_without_zeros_at_the_end(
    number: int, over: int, places: int, text: str
) -> None:
    assert spelled(number, over, places) == text
