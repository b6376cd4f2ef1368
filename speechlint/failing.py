"""What could not be checked, and why."""

from __future__ import annotations

import os

from speechlint.errors import ConfigError, OptionError, PackError, ReadError
from speechlint.record import NamedTuple


class Failure(NamedTuple):
    """Something that could not be checked; the message is Chinese.

    `reason` says why in a word: that of a `ReadError`, "config", or "raised" for an error of ours.
    """

    path: str
    message: str
    reason: str = "unreadable"


def failed(path: str, error: Exception) -> Failure:
    """Return what an error says of a file; raise it where no file can be checked."""
    if isinstance(error, PackError):
        raise error
    if isinstance(error, ReadError):
        return Failure(path, str(error), error.reason)
    if isinstance(error, ConfigError):
        return Failure(path, str(error), "config")
    return Failure(
        path,
        f"speechlint 自己出错（{place_of(error)}），这个文件没有检查；请把这一行告诉开发者",
        "raised",
    )


def place_of(error: Exception) -> str:
    """Return class and place of an error; its own words may hold the draft's."""
    if isinstance(error, (OptionError, PackError)):
        return str(error)
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    file = place.tb_frame.f_code.co_filename if place else ""
    line = place.tb_lineno if place else 0
    return f"{type(error).__name__}，{os.path.basename(file)}:{line}"
