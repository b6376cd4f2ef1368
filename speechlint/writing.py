"""Write a file whole or not at all."""

from __future__ import annotations

import os
import tempfile


class ChangedError(Exception):
    """Somebody else has changed the file meanwhile."""


def replace_file(
    path: str, data: bytes, expected: bytes | None = None, *, private: bool = False
) -> None:
    """Put `data` in the place of a file, or make it; never leave half of it.

    Mode and owner of an existing file are kept; a symbolic link stays one, and a device or a
    pipe is written to. A `private` file nobody else may read. Raise OSError, or ChangedError
    where the file does not hold what is `expected`.
    """
    if os.path.exists(path) and not os.path.isfile(path):
        with open(path, "wb") as stream:
            stream.write(data)
        return
    path = os.path.realpath(path)
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".speechlint-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        ours = private or _dress(temporary, path)
        if expected is not None:
            _expect(path, expected)
        if ours:
            os.replace(temporary, path)
            return
        with open(path, "r+b") as stream:  # a new file would be somebody else's
            stream.write(data)
            stream.truncate()
        os.unlink(temporary)
    except BaseException:
        os.unlink(temporary)
        raise


def _expect(path: str, expected: bytes) -> None:
    with open(path, "rb") as stream:
        if stream.read() != expected:
            raise ChangedError


def _dress(temporary: str, path: str) -> bool:
    """Give a new file the mode and owner of the one it replaces; say whether that could be done.

    One that replaces none gets the mode that new files get: a temporary file is for us alone.
    """
    try:
        status = os.stat(path)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
        return True
    ours = os.stat(temporary)
    if (ours.st_uid, ours.st_gid) != (status.st_uid, status.st_gid):
        try:
            os.chown(temporary, status.st_uid, status.st_gid)
        except PermissionError:
            return False
    os.chmod(temporary, status.st_mode & 0o7777)
    return True
