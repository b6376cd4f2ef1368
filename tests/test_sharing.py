"""What is equal in code is written once, and read as it was."""

from __future__ import annotations

import marshal
import sys
from pathlib import Path
from typing import Any

import pytest

import speechlint
from speechlint import bared, sharing

NEW = pytest.mark.skipif(
    sys.version_info < (3, 11), reason="before 3.11 code is written as marshal writes it"
)
SOURCE = """
def tell(number, *rest, key=(1, 2.5, "甲\\ud800", b"x", frozenset("ab"), None, ...), **more):
    def inner(step):
        nonlocal number
        number += step
        return [number for _ in range(2)], rest, key, more, __name__
    return inner, lambda: (number, 1 << 40, -1, 1j, True)
inner, last = tell(1, 2, 3, four=4)
said = inner(5), last()
class Kept:
    def twice(self):
        return __class__.__name__ * 2
said += (Kept().twice(),)
"""


def run(code: Any) -> Any:
    space: dict[str, Any] = {"__name__": "here"}
    exec(code, space)  # noqa: S102
    return space["said"]


def test_code_does_what_it_did() -> None:
    code = compile(SOURCE, "some.py", "exec")
    read = marshal.loads(sharing.dumps(code))  # noqa: S302

    assert read == code
    assert run(read) == run(code)
    assert run(read)[0] == ([6, 6], (2, 3), tell_key(), {"four": 4}, "here")


def tell_key() -> tuple[Any, ...]:
    return (1, 2.5, "甲\ud800", b"x", frozenset("ab"), None, ...)


def test_and_so_does_that_of_every_module() -> None:
    folder = Path(speechlint.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        code = bared.code(path.read_text("utf-8"), path.name)

        assert marshal.loads(sharing.dumps(code)) == code  # noqa: S302


@NEW
def test_what_is_equal_is_written_once() -> None:
    names = tuple("".join(("some", "name", str(number))) for number in range(300))
    again = tuple("".join(("some", "name", str(number))) for number in range(300))
    long = "甲" * 300

    written = sharing.dumps((names, again, long, long[:-1] + "甲"))
    first, second, one, other = marshal.loads(written)  # noqa: S302

    assert first == second == names
    assert first is second
    assert one is other
    assert written.count(b"somename299") == 1


@pytest.mark.parametrize(
    "values", [(0, False), (1, 1.0), (0.0, -0.0), ("a", b"a"), ((1,), (True,))]
)
def test_what_only_compares_equal_is_not(values: tuple[Any, Any]) -> None:
    read = marshal.loads(sharing.dumps((values[:1], values[1:])))  # noqa: S302

    assert repr(read) == repr((values[:1], values[1:]))


def test_where_python_writes_code_otherwise_marshal_writes_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = compile(SOURCE, "some.py", "exec")
    monkeypatch.setattr(sharing, "_head", lambda _value: (ord("c"), b""))

    assert marshal.loads(sharing.dumps(code)) == code  # noqa: S302
