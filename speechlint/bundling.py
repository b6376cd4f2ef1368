"""Writes what `shipped` reads: the compiled code of every module in one file."""

from __future__ import annotations

import os
from array import array

from speechlint import bared, sharing
from speechlint.shipped import PACKAGE, headed, python

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from types import CodeType

    from speechlint.shipped import Stamp


def render(folder: str, together: Collection[str] = ()) -> bytes:
    """Return the bundle of the package in a folder, for this Python.

    Its head holds Python's name, of each module at which of the numbers its own begin, which lie
    `together`, as far as there are such, and the sums of their stamps; behind it stand the numbers,
    and behind these the code of the modules.
    """
    found = dict(sorted(stamps(folder)))
    codes = {_name(path): _code(folder, path) for path in found}
    common = tuple(name for name in codes if name in together)
    data = sharing.dumps(tuple(codes[name] for name in common))
    places: dict[str, int] = {}
    numbers = array("Q")
    for path, stamp in found.items():
        name = _name(path)
        at = len(data)
        if name not in common:
            data += sharing.dumps(codes[name])
        places[name] = len(numbers)
        numbers.extend((*stamp, at, len(data)))
    asked = [stamp for path, stamp in found.items() if _name(path) in common]
    sums = tuple(map(sum, zip(*asked, strict=True))) or (0, 0)
    return headed((python(), places, common, sums), numbers.tobytes() + data)


def _name(path: str) -> str:
    return (PACKAGE + path[: -len(".py")]).replace("/", ".").removesuffix(".__init__")


def _code(folder: str, path: str) -> CodeType:
    with open(folder + path, encoding="utf-8") as stream:
        return bared.code(stream.read(), PACKAGE + path)


def stamps(folder: str, below: str = "") -> Iterator[tuple[str, Stamp]]:
    """Yield path, size and time of change of every module."""
    with os.scandir(folder + below) as entries:
        for entry in entries:
            name = entry.name
            if name.endswith(".py"):
                stat = entry.stat()
                yield f"{below}/{name}", (stat.st_size, stat.st_mtime_ns)
            elif "." not in name and name not in ("__pycache__", "rules") and entry.is_dir():
                yield from stamps(folder, f"{below}/{name}")
