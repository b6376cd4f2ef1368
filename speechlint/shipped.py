"""Files that come with the package, wherever it lies: in a folder, or in a zip file (speechlint.pyz).

Inside a zip file a path goes on behind that of the file. Nothing is unpacked.
"""

import marshal
import os
import sys

_SIZE = 4  # bytes that hold the size of a head
TYPE_CHECKING = False
if TYPE_CHECKING:
    from mmap import mmap
    from typing import Any, Union

    Mapped = Union[bytes, mmap]


def zipped() -> bool:
    """Say whether the package lies in a zip file."""
    return hasattr(_loader(), "archive")


def read(path: str) -> bytes:
    """Return what a file holds, of this package or of any other place; raise OSError."""
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except (FileNotFoundError, NotADirectoryError):
        if not zipped():
            raise
    data: bytes = _loader().get_data(path)
    return data


def mapped(name: str) -> "Mapped":
    """Return what the build wrote into a file beside the modules, in memory only where it is read.

    Processes share it. Raise OSError, or ValueError for an empty file.
    """
    path = f"{os.path.dirname(os.path.abspath(__file__))}/{name}"
    try:
        from mmap import ACCESS_READ, mmap
    except ImportError:  # in a browser
        return read(path)
    if zipped():
        return read(path)
    number = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        return mmap(number, 0, access=ACCESS_READ)
    finally:
        os.close(number)


def headed(head: "Any", rest: bytes) -> bytes:
    """Return what `parted` parts again: the size of the head, the head, which is marshalled, the rest."""
    written = marshal.dumps(head)
    return len(written).to_bytes(_SIZE, "little") + written + rest


def parted(data: "Mapped") -> "tuple[Any, memoryview]":
    """Return the head of a file that the build wrote, and the rest, not copied.

    Raise ValueError, EOFError or TypeError for what is no such file.
    """
    start = _SIZE + int.from_bytes(data[:_SIZE], "little")
    return marshal.loads(data[_SIZE:start]), memoryview(data)[start:]  # noqa: S302 (our own file)


def own(name: str) -> str:
    """Return the name of a file that is written for this Python; a zip file has several."""
    return f"{sys.implementation.cache_tag}/{name}" if zipped() else name


def _loader() -> "Any":
    return sys.modules["speechlint"].__loader__
