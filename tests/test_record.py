"""Our NamedTuple behaves as the one of typing."""

from __future__ import annotations

import pickle
import typing

import pytest

from speechlint.record import NamedTuple


class Place(NamedTuple):
    name: str
    size: int = 1
    marks: tuple[str, ...] = ()

    @property
    def twice(self) -> int:
        return 2 * self.size


class Model(typing.NamedTuple):
    name: str
    size: int = 1
    marks: tuple[str, ...] = ()


class Empty(NamedTuple):
    pass


def test_fields_by_place_and_by_name_with_defaults() -> None:
    for args, named in (
        (("甲",), {}),
        (("甲", 3), {}),
        (("甲", 3, ("乙",)), {}),
        ((), {"name": "甲", "marks": ("乙",)}),
        (("甲",), {"size": 2}),
    ):
        ours, theirs = Place(*args, **named), Model(*args, **named)
        assert tuple(ours) == tuple(theirs)
        assert (ours.name, ours.size, ours.marks) == (theirs.name, theirs.size, theirs.marks)
        assert ours._asdict() == theirs._asdict()
    assert Place("甲", 4).twice == 8
    assert Place._fields == Model._fields
    assert Place._field_defaults == Model._field_defaults
    assert Empty() == ()


def test_a_tuple_with_a_name() -> None:
    place = Place("甲")

    assert tuple(place) == ("甲", 1, ())
    assert repr(place) == repr(Model("甲")).replace("Model", "Place")
    assert place._replace(size=5) == Place("甲", 5)
    assert hash(place) == hash(("甲", 1, ()))
    assert pickle.loads(pickle.dumps(place)) == place  # noqa: S301
    assert type(pickle.loads(pickle.dumps(place))) is Place  # noqa: S301
    match place:
        case Place(name, size):
            assert (name, size) == ("甲", 1)


def test_a_place_does_not_change() -> None:
    with pytest.raises(AttributeError):
        Place("甲").size = 2  # type: ignore[misc]


def test_wrong_fields_are_refused() -> None:
    with pytest.raises(TypeError, match="needs name"):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="no field width"):
        Place("甲", width=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="has 3 fields"):
        Place("甲", 2, (), 4)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="no field width"):
        Place("甲")._replace(width=2)  # type: ignore[call-arg]
