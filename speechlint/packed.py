"""Tables of words in the form in which they are used, as the build writes them into `_packed.py`."""

from __future__ import annotations

import os
import sys

from speechlint import tables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_FORM = 4  # of what is written: another counts as not built
_HEAD = '"""Written by `python -m speechlint.prepare`; not to be edited, nor committed."""\n'
HEADS, TAILS = "word/heads.tsv", "word/tails.tsv"
SPUN = (
    "word/spun-pairs.tsv",
    "word/spun-company.tsv",
    "word/spun-doubtful.tsv",
    "word/spun-trace.tsv",
)
SITE = "scrape/site.tsv"
_TABLES = (HEADS, TAILS, *SPUN, SITE)


def made(name: str) -> Any:
    """Return what the build made of tables, by its name there; None where that is not to be had."""
    try:
        from speechlint import _packed  # type: ignore[attr-defined, unused-ignore]
    except ImportError:
        return None
    written: Any = _packed
    (order, form, *stamps) = written.SIGNATURE
    installed = os.path.dirname(tables.folder()) == os.path.dirname(os.path.abspath(__file__))
    fits = (order, form) == (sys.byteorder, _FORM) and (installed or stamps == stamped())
    return getattr(written, name) if fits else None


def stamped() -> list[tuple[int, int]]:
    """Return size and time of change of each table."""
    found = (os.stat(os.path.join(tables.folder(), *name.split("/"))) for name in _TABLES)
    return [(stat.st_size, stat.st_mtime_ns) for stat in found]


def render(**values: Any) -> str:
    """Return the source of `_packed.py`."""
    signature = (sys.byteorder, _FORM, *stamped())
    lines = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    return f"{_HEAD}SIGNATURE = {signature!r}\n{lines}"
