"""The process that checks drafts: batches come in by its standard input, lines go out.

It is started afresh where a draft brings it down, so that nothing is lost but that draft.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys

from speechlint.corpus import lines, question
from speechlint.errors import ConfigError, PackError
from speechlint.running import Job, Runner

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.corpus.batches import Item
    from speechlint.corpus.lines import Lines
    from speechlint.corpus.question import Settings

READY = "ready"


class Refused(str):
    """Why nothing can be checked at all; Chinese."""

    __slots__ = ()


class Checker:
    """Makes lines of drafts, with the same settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._runner = Runner(settings.overrides)
        self._rules: dict[str, tuple[str, str]] = {}  # of each configuration

    def lines(self, item: Item) -> Lines:
        """Return what comes of a draft; raise PackError where no draft can be checked."""
        if item.failure:
            return lines.failed(item, item.failure)
        outcome = self._runner.run(Job(item.path, named=False, data=item.data))
        return lines.of(item, outcome, self._settings.level, self._held(item.path))

    def _held(self, path: str) -> tuple[str, str]:
        try:
            config = self._runner.checking.config_for(path)
            if config.file not in self._rules:
                self._rules[config.file] = question.rules(self._runner.checking, path)
        except ConfigError:  # the outcome says so
            return "", ""
        return self._rules[config.file]


def main() -> None:
    """Check what comes in until nothing more does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started us
    gc.set_threshold(100_000)  # as the command line does
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # whoever prints does not print into the lines

    def send(message: object) -> None:
        pickle.dump(message, sink, pickle.HIGHEST_PROTOCOL)
        sink.flush()

    try:
        checker = Checker(pickle.load(source))  # noqa: S301 (from the process that started us)
        send(READY)
        while True:
            for item in pickle.load(source):  # noqa: S301
                send(checker.lines(item))
    except (ConfigError, PackError) as error:
        send(Refused(error))
    except (EOFError, BrokenPipeError):  # it needs no more, or has gone
        os._exit(0)
