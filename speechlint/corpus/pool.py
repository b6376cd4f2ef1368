"""Drafts checked in processes of their own, the results in the order of the drafts.

What a draft does to its process strikes that draft alone: one that takes too long is ended, one
that fell is tried once more, and the rest of the batch goes to a new process.
"""

from __future__ import annotations

import pickle
import queue
import subprocess
import sys
import threading
import time
from collections import deque
from contextlib import suppress

from typing_extensions import Self

from speechlint.corpus import CorpusError, lines
from speechlint.corpus.worker import READY, Refused
from speechlint.failing import Failure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from speechlint.corpus.batches import Item
    from speechlint.corpus.lines import Lines
    from speechlint.corpus.question import Settings

_AHEAD = 4  # batches for each process that may wait for their turn
_START = "import sys; sys.path[:] = {path!r}; from speechlint import shipped; shipped.install(); from speechlint.corpus.worker import main; main()"


class _Work:
    """A batch, and the lines of those of its drafts that are done."""

    def __init__(self, batch: list[Item]) -> None:
        self.batch = batch
        self.lines: list[Lines] = []
        self.falls = 0  # of the draft that is next

    @property
    def left(self) -> list[Item]:
        return self.batch[len(self.lines) :]

    def done(self, found: Lines) -> None:
        self.lines.append(found)
        self.falls = 0


class _Worker:
    """A process, and what it is at work on since when."""

    def __init__(self, settings: Settings, heard: queue.SimpleQueue[Any]) -> None:
        self.work: _Work | None = None
        self.since = 0.0
        self.ready = self.overdue = False
        self.process = subprocess.Popen(  # noqa: S603 (ourselves)
            [sys.executable, "-c", _START.format(path=sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a draft's words are nobody's business
        )
        threading.Thread(target=self._listen, args=(heard,), daemon=True).start()
        self.send(settings)

    def _listen(self, heard: queue.SimpleQueue[Any]) -> None:
        assert self.process.stdout is not None
        try:
            while True:
                heard.put((self, pickle.load(self.process.stdout)))  # noqa: S301 (our process)
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            heard.put((self, None))

    def send(self, message: object) -> None:
        assert self.process.stdin is not None
        try:
            pickle.dump(message, self.process.stdin, pickle.HIGHEST_PROTOCOL)
            self.process.stdin.flush()
        except OSError:  # it fell: whoever listens will say so
            pass

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            with suppress(OSError):  # what was still to be written
                stream.close()


class Pool:
    """Processes that check drafts; to be closed after use."""

    def __init__(self, settings: Settings, size: int) -> None:
        self._settings = settings
        self._heard: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._workers = [_Worker(settings, self._heard) for _ in range(size)]
        self._again: deque[_Work] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.end()

    def run(self, batches: Iterable[list[Item]]) -> Iterator[Lines]:
        """Yield the lines of the drafts, in their order; raise CorpusError."""
        source = iter(batches)
        begun: deque[_Work] = deque()  # in order, until the first is done
        while not self._hand_out(source, begun) or begun:
            self._hear()
            while begun and not begun[0].left:
                yield from begun.popleft().lines

    def _hand_out(self, source: Iterator[list[Item]], begun: deque[_Work]) -> bool:
        """Give work to who has none; say whether the source has run dry."""
        for worker in self._workers:
            if worker.work or not worker.ready:
                continue
            if self._again:
                work = self._again.popleft()
            elif len(begun) >= _AHEAD * len(self._workers):
                continue
            elif batch := next(source, None):
                work = _Work(batch)
                begun.append(work)
            else:
                return True
            worker.work, worker.since = work, time.monotonic()
            worker.send(work.left)
        return False

    def _hear(self) -> None:
        """Take in what a worker says; where none does, end those that have taken too long."""
        try:
            worker, message = self._heard.get(timeout=self._patience())
        except queue.Empty:
            for worker in self._workers:
                if worker.work and self._left(worker) <= 0:
                    worker.overdue = True
                    worker.process.kill()
            return
        if message is None:
            self._fell(worker)
        elif isinstance(message, Refused):
            raise CorpusError(str(message))
        elif message == READY:
            worker.ready = True
        else:
            worker.since = time.monotonic()
            worker.work.done(message)
            if not worker.work.left:
                worker.work = None

    def _patience(self) -> float | None:
        """Return the seconds until the first worker has taken too long, None if none works."""
        left = [self._left(w) for w in self._workers if w.work and not w.overdue]
        return max(0.0, min(left)) if left else None

    def _left(self, worker: _Worker) -> float:
        return worker.since + self._settings.timeout - time.monotonic()

    def _fell(self, worker: _Worker) -> None:
        """Put a new worker in the place of one that fell, and find out at which draft it did."""
        worker.end()
        if not worker.ready:
            raise CorpusError(f"检查用的进程起不来（退出码 {worker.process.returncode}）")
        self._workers[self._workers.index(worker)] = _Worker(self._settings, self._heard)
        work = worker.work
        if not work:
            return
        item = work.left[0]
        work.falls += 1
        if worker.overdue:
            told = f"检查了 {self._settings.timeout:g} 秒还没完，没有检查；可用 --timeout 放宽"
            work.done(lines.failed(item, Failure(item.id, told, "timeout")))
        elif work.falls > 1:  # once may be bad luck: who is short of memory ends any process
            told = "检查它的进程两次意外停了（内存不够？），没有检查"
            work.done(lines.failed(item, Failure(item.id, told, "crashed")))
        if work.left:
            self._again.append(work)
