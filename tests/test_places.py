import pytest

from speechlint.places import Moves, Places
from speechlint.text import Span


class TestPlaces:
    def test_cover_looks_back_past_shorter_ones(self) -> None:
        places = Places([Span(0, 10), Span(2, 4)])
        assert places.cover(Span(5, 9))
        assert not places.cover(Span(5, 11))
        assert not Places([]).cover(Span(0, 1))

    def test_touch(self) -> None:
        places = Places([Span(2, 4)])
        assert [n for n in range(6) if places.touch(Span(n, n + 1))] == [2, 3]
        assert places.touch(Span(2, 2))
        assert not places.touch(Span(4, 4))


@pytest.mark.parametrize(
    ("change", "span"),
    [
        ((0, 1, ""), Span(4, 6)),
        ((0, 1, "甲乙"), Span(6, 8)),
        ((5, 5, "甲"), Span(6, 8)),
        ((5, 6, "甲乙"), Span(5, 8)),
        ((7, 7, "甲"), Span(5, 7)),
        ((8, 9, ""), Span(5, 7)),
    ],
)
def test_carried(change: tuple[int, int, str], span: Span) -> None:
    assert Moves([change]).carried(Span(5, 7)) == span
