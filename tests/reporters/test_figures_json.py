from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.reporters.figures_json import exact
from speechlint.views.figures.interval import exactly


@pytest.mark.parametrize(
    ("number", "over", "text"),
    [
        (0, 7, "0"),
        (5, 1, "5"),
        (200, 10, "20"),
        (1, 8, "0.125"),
        (2000, 3, "2000/3"),
        (-1, 40, "-0.025"),
    ],
)
def test_exact(number: int, over: int, text: str) -> None:
    assert exact(exactly(number, over)) == text


@given(st.integers(-(10**15), 10**15), st.integers(1, 10**6))
def test_nothing_is_lost(number: int, over: int) -> None:
    assert Fraction(exact(exactly(number, over))) == Fraction(number, over)
