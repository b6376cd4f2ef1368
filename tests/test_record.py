"""Our NamedTuple and Enum behave as those of typing and enum."""

from __future__ import annotations

import copy
import enum
import json
import pickle
import typing
from typing import Any

import pytest

from speechlint.record import Enum, NamedTuple, WithOptions


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
    fields = {f"field_{number}": "int" for number in range(50)}
    wide: Any = type("Wide", (NamedTuple,), {"__annotations__": fields})
    assert wide(*range(50)).field_49 == 49


def test_a_tuple_with_a_name() -> None:
    place = Place("甲")

    assert tuple(place) == ("甲", 1, ())
    assert repr(place) == repr(Model("甲")).replace("Model", "Place")
    assert place._replace(size=5) == Place("甲", 5)
    assert hash(place) == hash(("甲", 1, ()))
    assert pickle.loads(pickle.dumps(place)) == place  # noqa: S301
    assert type(pickle.loads(pickle.dumps(place))) is Place  # noqa: S301


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


class Checker(WithOptions):
    words: tuple[str, ...]
    most: int = 3


def test_a_checker_has_the_options_it_is_given_and_the_defaults_of_the_others() -> None:
    one, other = Checker(words=("甲",)), Checker(most=5, words=())

    assert (one.words, one.most) == (("甲",), 3)
    assert (other.words, other.most) == ((), 5)
    assert vars(Checker)["most"] == 3


def test_wrong_options_are_refused() -> None:
    with pytest.raises(TypeError, match=r"^Checker needs words$"):
        Checker(most=5)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"^Checker has no option width, word$"):
        Checker(words=(), word=(), width=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="positional"):
        Checker(())  # type: ignore[call-arg]


class Level(str, Enum):
    """As severities are."""

    HIGH = "high"
    LOW = "low"

    @property
    def rank(self) -> int:
        return len(self.value)


class Count(int, Enum):
    NONE = 0
    SOME = 2


class TheirLevel(str, enum.Enum):
    HIGH = "high"
    LOW = "low"


class TheirCount(int, enum.Enum):
    NONE = 0
    SOME = 2


@pytest.mark.parametrize(
    ("ours", "theirs"), [(Level, TheirLevel), (Count, TheirCount)], ids=["str", "int"]
)
def test_members_as_those_of_enum(ours: type[enum.Enum], theirs: type[enum.Enum]) -> None:
    assert [m.name for m in ours] == [m.name for m in theirs] == list(ours.__members__)
    for one, other in zip(ours, theirs, strict=True):
        assert one.value == other.value == one
        assert bool(one) is bool(other)
        assert ours(one.value) is one
        assert ours(one) is one
        assert hash(one) == hash(one.value)
        assert repr(one).replace("<", "<Their") == repr(other)
        assert json.dumps(one) == json.dumps(other)
        for protocol in (2, pickle.HIGHEST_PROTOCOL):
            assert pickle.loads(pickle.dumps(one, protocol)) is one  # noqa: S301
        assert copy.deepcopy(one) is one
    with pytest.raises(ValueError, match=rf"'x' is not a valid {ours.__name__}"):
        ours("x")


def test_what_is_no_constant_is_no_member() -> None:
    assert Level.LOW.rank == 3
    assert len(list(Level)) == 2
    assert isinstance(Level.LOW, Level)
    assert Level.LOW is not Level.HIGH  # type: ignore[comparison-overlap]
