"""Records: what a frozen dataclass does, without its price."""

from __future__ import annotations

import pytest

from speechlint.record import Record


class Place(Record):
    name: str
    size: int = 1

    def double(self) -> int:
        return 2 * self.size


def test_fields_by_place_and_by_name_with_defaults() -> None:
    assert [Place("甲").size, Place("甲", 3).double(), Place(name="乙", size=2).name] == [
        1,
        6,
        "乙",
    ]


def test_equal_fields_make_equal_records() -> None:
    assert Place("甲") == Place("甲", 1)
    assert Place("甲") != Place("乙")
    assert len({Place("甲"), Place("甲"), Place("乙")}) == 2
    assert repr(Place("甲")) == "Place(name='甲', size=1)"


def test_a_record_does_not_change() -> None:
    with pytest.raises(AttributeError, match="Place does not change"):
        Place("甲").size = 2  # type: ignore[misc]


def test_wrong_fields_are_refused() -> None:
    with pytest.raises(TypeError, match="needs name"):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="no field width"):
        Place("甲", width=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="has 2 fields"):
        Place("甲", 2, 3)  # type: ignore[call-arg]
