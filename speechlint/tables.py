"""Tables of words that stand beside the rules: rules/<pack>/<name>.tsv, lists as .txt.

Site text, and how sentences begin and end, are data. They are needed before any rule
is: while a draft is cut into lines and paragraphs. Lines that begin with # are comments;
they stand first.
"""

from __future__ import annotations

import os
from io import BytesIO

from speechlint.light import bisect
from speechlint.shipped import read, zipped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def folder() -> str:
    """Return the folder of the rules that come with speechlint."""
    here = os.path.dirname(os.path.abspath(__file__))
    bundled = os.path.join(here, "rules")  # in a wheel
    if os.path.isdir(bundled) or zipped():
        return bundled
    return os.path.join(os.path.dirname(here), "rules")


def rows(name: str) -> Iterator[list[str]]:
    """Yield the cells of each row of a table, e.g. "scrape/site.tsv"."""
    for line in text(name).split("\n"):
        if line and not line.startswith("#"):
            yield line.split("\t")


def by_word(name: str) -> dict[str, str]:
    """Return the first cell of each row with the others as they stand: few of them are asked for."""
    lines = _bare(name).rstrip("\n").split("\n")
    return {word: rest for line in lines for word, _, rest in [line.partition("\t")]}


def words(name: str) -> frozenset[str]:
    """Return the words of a list, parted by spaces or lines."""
    return frozenset(_bare(name).split())


_MANY = 10_000  # words that are asked for again: more than a draft asks for


class Sorted:
    """A list of words in the order of characters, several in a line; behind each a tab and its value.

    It is searched by halving, by its lines, as bytes: to decode 10,000 words and make a set of
    them takes 3 ms, and most drafts ask for fewer than a hundred. In a list all values are "".
    """

    def __init__(self, name: str) -> None:
        self._lines = lines(name)
        self._known: dict[str, str | None] = {}

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None

    def get(self, word: str) -> str | None:
        """Return the value of a word; None for an unknown word."""
        if word in self._known:
            return self._known[word]
        if len(self._known) >= _MANY:
            self._known.clear()
        found = self._known[word] = self._found(word) if word.split() == [word] else None
        return found

    def _found(self, word: str) -> str | None:
        key = word.encode("utf-8", "surrogatepass")
        after = key + b"!"  # more than what parts words, less than what longer ones go on with
        line = b" %b " % self._lines[bisect(self._lines, after) - 1].rstrip()
        if b" %b " % key in line:
            return ""
        _, found, rest = line.partition(b" %b\t" % key)
        return rest.partition(b" ")[0].decode() if found else None


def _bare(name: str) -> str:
    found = text(name)
    while found.startswith("#"):
        found = found.partition("\n")[2]
    return found


def text(name: str) -> str:
    """Return a table as it stands; as bytes it is read in a third of the time."""
    return stored(name).decode()


def lines(name: str) -> list[bytes]:
    """Return the lines of a table that are no comments before the first, each with its line end."""
    found = BytesIO(stored(name)).readlines()  # `split` looks at every byte
    while found[0].startswith(b"#"):
        del found[0]
    return found


def stored(name: str) -> bytes:
    """Return a table in UTF-8: to decode a long one takes longer than to look for a row."""
    data = read(os.path.join(folder(), *name.split("/")))
    return data.replace(b"\r\n", b"\n") if b"\r" in data else data
