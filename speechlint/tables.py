"""Tables of words that stand beside the rules: rules/<pack>/<name>.tsv, lists as .txt.

Site text, and how sentences begin and end, are data. They are needed before any rule
is: while a draft is cut into lines and paragraphs. Lines that begin with # are comments;
they stand first.
"""

from __future__ import annotations

import os

from speechlint.light import cache
from speechlint.shipped import read, zipped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    # The names of all rule files and tables, a line each, the sums of their sizes and times of
    # change (to write all these numbers down takes a quarter of what it takes to ask for them);
    # the names of their folders, and the sum of the times at which these changed.
    Stamps = tuple[str, int, int, str, int]


@cache
def folder() -> str:
    """Return the folder of the rules that come with speechlint."""
    here = os.path.dirname(os.path.abspath(__file__))
    bundled = os.path.join(here, "rules")  # in a wheel
    if os.path.isdir(bundled) or zipped():
        return bundled
    return os.path.join(os.path.dirname(here), "rules")


def stamps() -> Stamps:
    """Return what tells whether a rule file or a table has changed since."""
    root, names, sizes, times = folder(), [], 0, 0
    packs = [name for name in sorted(os.listdir(root)) if "." not in name]
    for pack in packs:
        with os.scandir(f"{root}/{pack}") as entries:
            for entry in entries:
                if entry.name.endswith((".toml", ".tsv", ".txt")):
                    stat = entry.stat()
                    names.append(f"{pack}/{entry.name}")
                    sizes += stat.st_size
                    times += stat.st_mtime_ns
    # What is released is to be the same wherever it is built.
    changes = _changes(packs) if os.path.exists(f"{root}/../.git") else 0
    return "\n".join(sorted(names)), sizes, times, "\n".join(packs), changes


def unchanged(known: Stamps) -> bool:
    """Say whether `stamps` would return the same of the files, in half the time.

    Folders are listed only where one of them has changed since: else none of its files is new or
    gone. Windows tells of each file while it lists them.
    """
    names, sizes, times, packs, changes = known
    if os.name == "nt" or _changes(packs.split("\n")) != changes:
        return stamps()[:3] == known[:3]
    root, stat = folder(), os.stat
    for name in names.split("\n"):
        now = stat(f"{root}/{name}")
        sizes -= now.st_size
        times -= now.st_mtime_ns
    return sizes == times == 0


def _changes(packs: Sequence[str]) -> int:
    """Return the sum of the times at which the folders of the rules have changed."""
    root = folder()
    return sum([os.stat(f"{root}/{pack}").st_mtime_ns for pack in (".", *packs)])


def rows(name: str) -> Iterator[list[str]]:
    """Yield the cells of each row of a table, e.g. "scrape/site.tsv"."""
    for line in text(name).split("\n"):
        if line and not line.startswith("#"):
            yield line.split("\t")


def by_word(name: str) -> dict[str, str]:
    """Return the first cell of each row with the others as they stand: few of them are asked for."""
    lines = bare(name).rstrip("\n").split("\n")
    return {word: rest for line in lines for word, _, rest in [line.partition("\t")]}


def bare(name: str) -> str:
    """Return a table without the comments at its head."""
    found = text(name)
    while found.startswith("#"):
        found = found.partition("\n")[2]
    return found


def text(name: str) -> str:
    """Return a table as it stands."""
    return read(os.path.join(folder(), *name.split("/"))).decode().replace("\r\n", "\n")
