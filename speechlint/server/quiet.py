"""What the server writes beside its answers: to standard error, and never a word of a draft.

pygls puts whole messages into its log, and so the draft into the editor's output panel, which
people paste into bug reports.
"""

from __future__ import annotations

import logging
import os
import sys

from speechlint.failing import place_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO


class _Sparse(logging.Formatter):
    """Leave out what a message of pygls is about; of an error name class and place."""

    def format(self, record: logging.LogRecord) -> str:
        ours = record.name.startswith("speechlint")
        line = f"{record.name}: {record.getMessage() if ours else record.msg}"
        error = record.exc_info[1] if record.exc_info else None
        return f"{line} ({place_of(error)})" if isinstance(error, Exception) else line


class _Expected(logging.Filter):
    """Drop what happens every day: the answer that is cancelled had been given."""

    def filter(self, record: logging.LogRecord) -> bool:
        return not str(record.msg).startswith("Cancel notification for unknown")


def log_to_stderr() -> None:
    """Log warnings and errors, and nothing that could hold a draft's text."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Sparse())
    handler.addFilter(_Expected())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


def reserved_stdout() -> BinaryIO:
    """Return standard output for the answers alone; whatever else is printed goes to the log."""
    stream = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return stream
