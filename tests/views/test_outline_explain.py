"""A row of numbers is parted into lists, and every fault is told once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.views.outline.explain import Run, explain
from speechlint.views.outline.faults import Fault


def runs(*numbers: int, fresh: tuple[int, ...] = (), nests: tuple[int, ...] = ()) -> list[Run]:
    """Explain a row; `fresh` and `nests` are places."""
    places = range(len(numbers))
    return explain(numbers, [i in fresh for i in places], [i in nests for i in places])


def faults(*numbers: int, fresh: tuple[int, ...] = ()) -> list[tuple[str, int, int]]:
    return [(f.name, f.at, f.expected) for run in runs(*numbers, fresh=fresh) for f in run.faults]


@pytest.mark.parametrize(
    "numbers",
    [(1, 2), (1, 2, 3, 4, 5), (1, 2, 3, 1, 2), (1, 2, 1, 2, 1, 2, 3)],
)
def test_lists_that_count_up_have_no_fault(numbers: tuple[int, ...]) -> None:
    assert faults(*numbers) == []


def test_a_list_ends_where_the_next_begins() -> None:
    assert [run.places for run in runs(1, 2, 3, 1, 2)] == [(0, 1, 2), (3, 4)]


def test_a_list_may_stand_inside_another() -> None:
    assert [r.places for r in runs(1, 2, 1, 2, 3, 3, 4, nests=(2,))] == [(0, 1, 5, 6), (2, 3, 4)]
    assert faults(1, 2, 1, 2, 3, 3, 4) == [("duplicate", 5, 4)]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ((1, 3), ("gap", 1, 2)),
        ((1, 2, 5, 6), ("gap", 2, 3)),
        ((2, 3, 4), ("gap", 0, 1)),
        ((3,), ("gap", 0, 1)),
        ((1, 2, 3, 2, 3), ("gap", 3, 1)),
        ((1, 2, 2), ("duplicate", 2, 3)),
        ((1, 2, 2, 3), ("duplicate", 2, 3)),
        ((1, 2, 2, 4), ("duplicate", 2, 3)),
        ((1, 3, 3, 4), ("duplicate", 1, 2)),
        ((1, 1, 2, 3), ("duplicate", 1, 2)),
        ((1, 2, 1, 4), ("duplicate", 2, 3)),
        ((1, 2, 3, 1), ("duplicate", 3, 4)),
        ((1, 3, 2), ("order", 1, 2)),
        ((2, 1, 3), ("order", 0, 1)),
        ((1, 2, 9, 4), ("order", 2, 3)),
        ((1, 4, 3, 2, 5), ("order", 1, 2)),
        ((1, 3, 4, 2, 5), ("order", 3, 0)),
        ((1,), ("lone", 0, 1)),
    ],
)
def test_one_fault_is_told_once(numbers: tuple[int, ...], told: tuple[str, int, int]) -> None:
    assert faults(*numbers) == [told]


def test_the_numbers_are_those_of_the_right_list() -> None:
    assert [run.numbers for run in runs(1, 2, 5, 6)] == [(1, 2, 3, 4)]
    assert [run.numbers for run in runs(1, 3, 4, 2, 5)] == [(1, 2, 3, 0, 4)]


def test_others_help_to_understand() -> None:
    assert runs(1, 3, 4, 2, 5)[0].faults == (Fault("order", 3, 0, (1,)),)
    assert runs(1, 3, 3, 4)[0].faults == (Fault("duplicate", 1, 2, (2,)),)


def test_a_one_in_a_later_paragraph_is_a_list_of_its_own() -> None:
    assert faults(1, 2, 1, fresh=(2,)) == [("lone", 2, 1)]
    assert faults(1, 2, 1) == [("duplicate", 2, 3)]


def test_a_row_may_continue_a_list_from_elsewhere() -> None:
    no = [False, False]
    assert [run.faults for run in explain([4, 5], no, no, base=3)] == [()]


lengths = st.integers(3, 15)


@given(lengths, st.data())
def test_a_lost_number_is_one_gap(length: int, data: st.DataObject) -> None:
    lost = data.draw(st.integers(1, length - 1))
    row = [n for n in range(1, length + 1) if n != lost]
    assert faults(*row) == [("gap", lost - 1, lost)]


@given(lengths, st.data())
def test_a_repeated_number_is_one_duplicate(length: int, data: st.DataObject) -> None:
    twice = data.draw(st.integers(1, length))
    row = sorted([*range(1, length + 1), twice])
    assert faults(*row) == [("duplicate", twice, twice + 1)]


@given(lengths, st.data())
def test_two_exchanged_numbers_are_one_fault(length: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, length - 2))
    row = list(range(1, length + 1))
    row[at], row[at + 1] = row[at + 1], row[at]
    assert faults(*row) == [("order", at, at + 1)]


@given(lengths, st.data())
def test_one_changed_number_is_one_fault_at_its_place(length: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, length - 2))
    row = list(range(1, length + 1))
    row[at] = data.draw(st.integers(1, length + 3).filter(lambda n: n != at + 1))
    assert [place for _, place, _ in faults(*row)] == [at]


@given(st.lists(st.integers(1, 12), max_size=30))
def test_every_place_stands_in_one_list(row: list[int]) -> None:
    assert sorted(place for run in runs(*row) for place in run.places) == list(range(len(row)))


@given(st.lists(st.integers(1, 12), max_size=30))
def test_lists_without_faults_count_up(row: list[int]) -> None:
    for run in runs(*row):
        if not run.faults:
            assert [row[i] for i in run.places] == list(range(1, len(run.places) + 1))
