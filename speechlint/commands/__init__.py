"""One command a module: DESCRIPTION, `configure(parser)` and `run(args)`."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What a command tells the shell."""

    CLEAN = 0
    FOUND = 1
    FAILED = 2
