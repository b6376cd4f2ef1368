"""Code as `marshal` writes it, but what is equal is written once. For the build.

`marshal` knows an object again only where it is the same one. Of names and constants, of tables of lines and of
kinds of variables most are but equal from function to function, and each is made anew when a module is read.
"""

from __future__ import annotations

import marshal
from collections import Counter
from struct import pack
from types import CodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_REF = 0x80  # in the type of what is written again: later it is told by its number
_LOCAL, _CELL, _FREE = 0x20, 0x40, 0x80  # kinds of variables
_SHORT = 256
_SHARED = (str, bytes, tuple, frozenset, CodeType)


def dumps(value: Any) -> bytes:
    """Return what `marshal.loads` reads as the same value."""
    try:
        written = _Writer(value).written
        if marshal.loads(written) == value:  # noqa: S302
            return written
    except (AttributeError, ValueError, EOFError, TypeError):  # a Python that writes code otherwise
        pass
    return marshal.dumps(value)


class _Writer:
    def __init__(self, value: Any) -> None:
        self._times: Counter[bytes] = Counter()
        self._numbers: dict[bytes, int] = {}
        self._keys: dict[int, bytes] = {}
        self._kept: list[Any] = []  # while their numbers are keys
        self._count(value)
        self.written = b"".join(self._parts(value))

    def _key(self, value: Any) -> bytes:
        if id(value) not in self._keys:
            self._kept.append(value)
            self._keys[id(value)] = marshal.dumps(value, 1)
        return self._keys[id(value)]

    def _count(self, value: Any) -> None:
        if isinstance(value, _SHARED):
            key = self._key(value)
            self._times[key] += 1
            if self._times[key] == 1:
                for part in _inside(value):
                    self._count(part)

    def _parts(self, value: Any) -> Iterator[bytes]:
        """Yield a value in pieces: its type, its size, what is inside."""
        if not isinstance(value, _SHARED):
            yield marshal.dumps(value, 1)
            return
        key = self._key(value)
        if key in self._numbers:
            yield b"r" + pack("<I", self._numbers[key])
            return
        flag = 0
        if self._times[key] > 1:
            flag, self._numbers[key] = _REF, len(self._numbers)
        kind, head = _head(value)
        yield bytes([kind | flag]) + head
        inside = _inside(value)
        if isinstance(value, CodeType):
            *before, lines, raises = inside
            for part in before:
                yield from self._parts(part)
            yield pack("<i", value.co_firstlineno)
            inside = [lines, raises]
        for part in inside:
            yield from self._parts(part)


def _head(value: Any) -> tuple[int, bytes]:
    """Return the type of a value and what stands before its parts."""
    if isinstance(value, CodeType):
        counts = (value.co_argcount, value.co_posonlyargcount, value.co_kwonlyargcount)
        return ord("c"), pack("<5i", *counts, value.co_stacksize, value.co_flags)
    if isinstance(value, (tuple, frozenset)):
        if isinstance(value, tuple) and len(value) < _SHORT:
            return ord(")"), bytes([len(value)])
        return ord("(" if isinstance(value, tuple) else ">"), pack("<I", len(value))
    if isinstance(value, bytes):
        return ord("s"), pack("<I", len(value)) + value
    if value.isascii() and len(value) < _SHORT:
        return ord("Z" if value.isidentifier() else "z"), bytes([len(value)]) + value.encode()
    data = value.encode("utf-8", "surrogatepass")
    return ord("u"), pack("<I", len(data)) + data


def _inside(value: Any) -> list[Any]:
    if not isinstance(value, CodeType):
        return list(value) if isinstance(value, (tuple, frozenset)) else []
    cells = {*value.co_cellvars}
    alone = [name for name in value.co_cellvars if name not in value.co_varnames]
    kinds = [_LOCAL | _CELL if name in cells else _LOCAL for name in value.co_varnames]
    kinds += [_CELL] * len(alone) + [_FREE] * len(value.co_freevars)
    names = (*value.co_varnames, *alone, *value.co_freevars)
    first = (value.co_code, value.co_consts, value.co_names, names, bytes(kinds))
    said = (value.co_filename, value.co_name, value.co_qualname)
    return [*first, *said, value.co_linetable, value.co_exceptiontable]
