"""A module without its annotations does what it did."""

from __future__ import annotations

import sys
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any

from speechlint import bared

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = '''"""About it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nowhere import Thing

KNOWN: dict[str, Thing] = {}
LATER: Thing


class Pair:
    """Two."""

    first: Thing
    second: int = 2

    def add(self, other: Thing, *, by: int = 1) -> Thing:
        sum_: Thing
        sum_: Thing = self.second + other + by
        self.second: int = sum_
        return sum_


def fail() -> Thing:
    raise KeyError


async def wait(server: Thing) -> None: ...
'''


def made(path: str) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": "made"}
    exec(bared.code(SOURCE, path), names)  # noqa: S102 (our own)
    return names


def test_what_type_checkers_read_is_gone() -> None:
    names = made("/a.py")

    assert names.get("__doc__") is None
    assert names["Pair"].__doc__ is None
    assert names["Pair"].add.__annotations__ == {}
    assert names["fail"].__annotations__ == {}
    assert "__annotations__" not in names or names["__annotations__"] == {}
    assert not {"Thing", "LATER", "annotations"} & names.keys()


def test_fields_of_a_class_keep_their_annotations() -> None:
    assert made("/a.py")["Pair"].__annotations__ == {"first": "Thing", "second": "int"}


def test_it_does_what_it_did_on_the_same_lines() -> None:
    names = made("/a.py")
    pair = names["Pair"]()

    assert pair.add(3, by=2) == 7
    assert pair.second == 7
    assert names["KNOWN"] == {}
    try:
        names["fail"]()
    except KeyError as error:
        place = error.__traceback__
        assert place
        assert place.tb_next
        assert SOURCE.split("\n")[place.tb_next.tb_lineno - 1] == "    raise KeyError"


def test_the_server_is_asked_what_its_functions_take() -> None:
    assert made("/server/a.py")["wait"].__annotations__ == {"server": "Thing", "return": "None"}


def test_every_step_keeps_its_line() -> None:
    def every(code: CodeType) -> Iterator[CodeType]:
        yield code
        for inner in code.co_consts:
            if isinstance(inner, CodeType):
                yield from every(inner)

    def steps(code: CodeType) -> dict[int, int | None]:
        return {at: line for start, end, line in code.co_lines() for at in range(start, end)}

    for file in sorted(Path(bared.__file__).parent.rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        plain = compile(source, "a.py", "exec", dont_inherit=True)
        small = plain if sys.version_info < (3, 11) else bared._without_columns(plain)
        for one, other in zip(every(small), every(plain), strict=True):
            assert steps(one) == steps(other), file
