"""Tables of words that stand beside the rules: rules/<pack>/<name>.tsv.

Site text, and how sentences begin and end, are data. They are needed before any rule
is: while a draft is cut into lines and paragraphs. Lines that begin with # are comments;
they stand first.
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
    """Yield the cells of each row of a table, e.g. "scrape/site.tsv"."""
    for line in text(name).split("\n"):
        if line and not line.startswith("#"):
            yield line.split("\t")


def words(name: str) -> frozenset[str]:
    """Return the words of a list, parted by spaces or lines."""
    return frozenset(_bare(name).split())


class Sorted:
    """A list of words in the order of their characters, searched by halving where it stands.

    To make a set of 10,000 words takes 2 ms, and most drafts ask for fewer than a hundred.
    """

    def __init__(self, name: str) -> None:
        self._text = f" {_bare(name).strip()} ".replace("\n", " ")

    def __contains__(self, word: str) -> bool:
        text = self._text
        low, high = 0, len(text) - 1  # the spaces between which the word may stand
        while low < high:
            start = text.rfind(" ", low, (low + high) // 2 + 1) + 1
            end = text.index(" ", start)
            found = text[start:end]
            if found == word:
                return True
            if found < word:
                low = end
            else:
                high = start - 1
        return False


def pairs(name: str) -> dict[str, str]:
    """Return a table of two columns without spaces; ten times as fast as `rows`."""
    cells = iter(_bare(name).split())
    return dict(zip(cells, cells, strict=True))


def _bare(name: str) -> str:
    found = text(name)
    while found.startswith("#"):
        found = found.partition("\n")[2]
    return found


def text(name: str) -> str:
    """Return a table as it stands; as bytes it is read in a third of the time."""
    with open(os.path.join(folder(), *name.split("/")), "rb") as stream:
        return stream.read().decode().replace("\r\n", "\n")
