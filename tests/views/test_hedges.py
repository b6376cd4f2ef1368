"""What rough words let a number be."""

from fractions import Fraction

import pytest

from speechlint.lines import Role
from speechlint.paragraph import Paragraph
from speechlint.views.figures import figures
from speechlint.views.figures.hedges import reach
from speechlint.views.figures.interval import Interval


def _number(end: Interval | None) -> Fraction | None:
    return Fraction(end.low, end.over) if end else None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("近10个", 9, 10),
        ("接近10个", 9, 10),
        ("不足10个", None, 10),
        ("不超过10个", None, 10),
        ("超过10个", 10, None),
        ("10个以上", 10, None),
        ("300余个", 300, 400),
        ("约20个", 17, 23),
        ("20个", 20, 20),
        ("20亩", 13000, Fraction(41000, 3)),
    ],
)
def test_reach(text: str, low: int | None, high: Fraction | int | None) -> None:
    (quantity,) = figures(Paragraph(text, Role.BODY, [(0, 0)]))

    assert tuple(map(_number, reach(quantity))) == (low, high)
