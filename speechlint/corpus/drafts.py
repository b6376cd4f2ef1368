"""The drafts of an input, in a fixed order, none of them read before its turn."""

from __future__ import annotations

import os

from speechlint.api import read_bytes
from speechlint.corpus import CorpusError
from speechlint.errors import ReadError
from speechlint.folders import walk
from speechlint.light import import_module
from speechlint.record import NamedTuple
from speechlint.sources import SUFFIXES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LARGEST = 256 << 20  # bytes of one draft; a draft of 100 MB takes 5 GB of memory to check
# What holds many drafts, and the module of this package that opens it.
CONTAINERS = {
    ".zip": "archive",
    ".jsonl": "records",
    ".ndjson": "records",
    ".jsonl.gz": "records",
    ".ndjson.gz": "records",
    ".parquet": "columns",
}


class Draft(NamedTuple):
    """A draft that is not read yet.

    `id` is what its owner knows it by. `path` says which configuration holds, and by its ending
    how the bytes are read. `mark` changes when another draft stands in its place. `through` is
    the share of the input that is passed with it, 0 where that is not known. `load` returns the
    bytes, or raises ReadError.
    """

    id: str
    path: str
    mark: str
    through: float
    load: Callable[[], bytes]


class Input(NamedTuple):
    """Where drafts come from. `text` and `id` are the fields of a record that hold them.

    Where the input is `measured`, a folder is counted before, so that its drafts know how far
    they are `through`.
    """

    path: str
    text: str = "text"
    id: str = "id"
    measured: bool = False

    def drafts(self, note: Callable[[str], None] = lambda _: None) -> Iterator[Draft]:
        """Yield the drafts; tell `note` what in a folder is passed over.

        Raise CorpusError where the input cannot be opened.
        """
        if os.path.isdir(self.path):
            yield from self._in_folder(note)
            return
        opener = container(self.path)
        if opener is None:
            known = "、".join(CONTAINERS)
            raise CorpusError(
                f"{self.path}：应是文件夹，或 {known} 文件；检查一份稿子用 speechlint check"
            )
        begun = False
        try:
            for draft in opener(self):
                begun = True
                yield draft
        except ReadError as error:
            if not begun:
                raise CorpusError(f"{self.path}：{error}") from error
            yield broken(os.path.basename(self.path), self.path, error)

    def _in_folder(self, note: Callable[[str], None]) -> Iterator[Draft]:
        endings = (*SUFFIXES, *CONTAINERS)
        total = sum(1 for _ in walk(self.path, lambda _: None, endings)) if self.measured else 0
        for number, path in enumerate(walk(self.path, note, endings)):
            name = os.path.relpath(path, self.path).replace(os.sep, "/")
            opener = container(path)
            if opener is None or os.path.isdir(path):  # a folder that is locked
                yield _file(path, name, (number + 1) / total if total else 0)
                continue
            try:
                for draft in opener(self._replace(path=path)):
                    through = (number + draft.through) / total if total else 0
                    yield draft._replace(
                        id=f"{name}:{draft.id}", mark=f"{name}:{draft.mark}", through=through
                    )
            except ReadError as error:
                yield broken(name, path, error)


def container(path: str) -> Callable[[Input], Iterator[Draft]] | None:
    """Return what opens a file that holds many drafts: it raises ReadError; None for others."""
    for ending, module in CONTAINERS.items():
        if path.lower().endswith(ending):
            opener: Callable[[Input], Iterator[Draft]]
            opener = import_module(f"speechlint.corpus.{module}").drafts
            return opener
    return None


def broken(name: str, path: str, error: ReadError) -> Draft:
    """Return the draft that stands for what could not be read."""

    def load() -> bytes:
        raise error

    return Draft(name, path, f"{name} {error.reason}", 0, load)


class TooLargeError(ReadError):
    """A draft that is larger than any."""

    reason = "too-large"


def limit(size: int) -> None:
    """Raise ReadError for a draft of so many bytes."""
    if size > LARGEST:
        raise TooLargeError(f"有 {size >> 20} MB，超过 {LARGEST >> 20} MB，不像一份稿子，没有检查")


def stamp(path: str) -> str:
    """Return size and time of change of a file: what changes when it does."""
    try:
        status = os.stat(path)
    except OSError:
        return "?"
    return f"{status.st_size} {status.st_mtime_ns}"


def _file(path: str, name: str, through: float) -> Draft:
    def load() -> bytes:
        if os.path.isfile(path):
            limit(os.path.getsize(path))
        return read_bytes(path)

    return Draft(name, path, f"{name} {stamp(path)}", through, load)
