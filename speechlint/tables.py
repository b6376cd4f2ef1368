"""Tables of words that stand beside the rules: rules/<pack>/<name>.tsv.

Site text, and how sentences begin and end, are data. They are needed before any rule
is: while a draft is cut into lines and paragraphs.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def folder() -> str:
    """Return the folder of the rules that come with speechlint."""
    here = os.path.dirname(os.path.abspath(__file__))
    bundled = os.path.join(here, "rules")  # in a wheel
    return bundled if os.path.isdir(bundled) else os.path.join(os.path.dirname(here), "rules")


def rows(name: str) -> Iterator[list[str]]:
    """Yield the cells of each row of a table, e.g. "scrape/site.tsv"; # begins a comment."""
    with open(os.path.join(folder(), *name.split("/")), encoding="utf-8") as stream:
        for line in stream.read().split("\n"):
            if line and not line.startswith("#"):
                yield line.split("\t")


def cells(name: str) -> list[str]:
    """Return the cells of a table of many short words, row after row; no comment but the first line."""
    with open(os.path.join(folder(), *name.split("/")), encoding="utf-8") as stream:
        stream.readline()
        return stream.read().split()
