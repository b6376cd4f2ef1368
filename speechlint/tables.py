"""Tables of words that stand beside the rules: rules/<pack>/<name>.tsv.

Site text, and how sentences begin and end, are data. They are needed before any rule
is: while a draft is cut into lines and paragraphs. Lines that begin with # are comments;
they stand first.
"""

from __future__ import annotations

import os

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
    """A list of words, or a table of two columns, in the order of characters.

    It is searched by halving where it stands: to make a set of 10,000 words takes 2 ms, and most
    drafts ask for fewer than a hundred.
    """

    def __init__(self, name: str) -> None:
        self._text = "\n" + _bare(name).replace(" ", "\n").rstrip() + "\n"
        self._known: dict[str, str | None] = {}

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None

    def get(self, word: str) -> str | None:
        """Return what the second column says of a word, "" in a list; None for an unknown word."""
        if word in self._known:
            return self._known[word]
        if len(self._known) >= _MANY:
            self._known.clear()
        found = self._known[word] = self._found(word)
        return found

    def _found(self, word: str) -> str | None:
        text = self._text
        low, high = 0, len(text) - 1  # the line ends between which the word may stand
        while low < high:
            start = text.rfind("\n", low, (low + high) // 2 + 1) + 1
            end = text.index("\n", start)
            found, _, value = text[start:end].partition("\t")
            if found == word:
                return value
            if found < word:
                low = end
            else:
                high = start - 1
        return None


def _bare(name: str) -> str:
    found = text(name)
    while found.startswith("#"):
        found = found.partition("\n")[2]
    return found


def text(name: str) -> str:
    """Return a table as it stands; as bytes it is read in a third of the time."""
    return stored(name).decode()


def stored(name: str) -> bytes:
    """Return a table in UTF-8: to decode a long one takes longer than to look for a row."""
    return read(os.path.join(folder(), *name.split("/"))).replace(b"\r\n", b"\n")
