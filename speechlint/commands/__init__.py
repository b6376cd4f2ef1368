"""One command a module: DESCRIPTION, `configure(parser)` and `run(args)`."""

from __future__ import annotations

from speechlint.record import Enum


class Exit(int, Enum):
    """What a command tells the shell."""

    CLEAN = 0
    FOUND = 1
    FAILED = 2
