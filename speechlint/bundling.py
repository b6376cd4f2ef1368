"""Writes what `bundle` reads: the compiled code of every module in one file."""

from __future__ import annotations

import marshal
import os
from array import array

from speechlint import bared
from speechlint.bundle import PACKAGE, python
from speechlint.shipped import headed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.bundle import Stamp


def render(folder: str) -> bytes:
    """Return the bundle of the package in a folder, for this Python.

    Its head holds Python's name, and of each module at which of the numbers its own begin; behind
    it stand the numbers, and behind these the code of the modules.
    """
    found = dict(sorted(stamps(folder)))
    places: dict[str, int] = {}
    numbers = array("Q")
    codes = b""
    for path, stamp in found.items():
        name = (PACKAGE + path[: -len(".py")]).replace("/", ".")
        with open(folder + path, encoding="utf-8") as stream:
            code = bared.code(stream.read(), PACKAGE + path)
        at = len(codes)
        codes += marshal.dumps(code)
        package = name.endswith(".__init__")
        places[name.removesuffix(".__init__")] = len(numbers)
        numbers.extend((package, *stamp, at, len(codes)))
    return headed((python(), places), numbers.tobytes() + codes)


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
