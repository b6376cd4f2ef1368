"""Files that come with the package, wherever it lies: in a folder, or in a zip file (speechlint.pyz).

Inside a zip file a path goes on behind that of the file. Nothing is unpacked.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


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


def _loader() -> Any:
    return sys.modules["speechlint"].__loader__
