"""Rules and tables in the form in which they are used, as the build writes them into one file.

In a checkout it counts only while no rule file and no table has changed since. Like jieba's
dictionary the file is mapped into memory, and only what is asked for is read.
"""

from __future__ import annotations

import os
import sys

from speechlint import tables
from speechlint.light import cache
from speechlint.shipped import headed, mapped, parted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FILE = "_packed.bin"
_FORM = 20  # of what is written: another counts as not built
HEADS, TAILS = "word/heads.tsv", "word/tails.tsv"
SPUN = (
    "word/spun-pairs.tsv",
    "word/spun-company.tsv",
    "word/spun-doubtful.tsv",
    "word/spun-trace.tsv",
)
SITE = "scrape/site.tsv"
DOUBLES = "text/doubles.tsv"


def made(name: str) -> tuple[Any, ...] | None:
    """Return what the build made of tables, by its name there; None where that is not to be had.

    What was bytes is read where it lies.
    """
    head, data = _file()
    if name not in head:
        return None
    values, places = head[name]
    whole = list(values)
    for at, start, end in places:
        whole[at] = data[start:end]
    return tuple(whole)


@cache
def _file() -> tuple[dict[str, Any], memoryview]:
    nothing: tuple[dict[str, Any], memoryview] = {}, memoryview(b"")
    try:
        (signature, head), data = parted(mapped(FILE))
        installed = os.path.dirname(tables.folder()) == os.path.dirname(os.path.abspath(__file__))
        fits = signature[:2] == (sys.byteorder, _FORM)
        return (head, data) if fits and (installed or tables.unchanged(signature[2])) else nothing
    except (OSError, ValueError, EOFError, TypeError):  # not built, or not by us
        return nothing


def render(**values: tuple[Any, ...]) -> bytes:
    """Return the file of what was made of tables.

    Its head: what must be as it was, and what is read at once of each table, with the places of the
    bytes; behind it these.
    """
    head: dict[str, Any] = {}
    data = b""
    for name, parts in values.items():
        places = []
        for at, part in enumerate(parts):
            if isinstance(part, bytes):
                places.append((at, len(data), len(data) + len(part)))
                data += part
        read = tuple(None if isinstance(part, bytes) else part for part in parts)
        head[name] = read, tuple(places)
    return headed(((sys.byteorder, _FORM, tables.stamps()), head), data)
