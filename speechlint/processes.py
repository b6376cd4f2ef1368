"""Check many files in several processes."""

from __future__ import annotations

import os

from speechlint.failing import Failure
from speechlint.running import Outcome, Runner

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Executor, Future

    from speechlint.running import Job, Overrides


def run_all(jobs: Sequence[Job], overrides: Overrides, processes: int) -> Iterator[Outcome]:
    """Check all files, with 0 in as many processes as there are processors.

    The outcomes come in the order of the jobs.
    """
    processes = min(processes or os.cpu_count() or 1, len(jobs))
    if processes <= 1:
        yield from map(Runner(overrides).run, jobs)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children

    size = max(1, min(16, len(jobs) // processes // 4))
    chunks = [jobs[at : at + size] for at in range(0, len(jobs), size)]
    pool = ProcessPoolExecutor(processes, initializer=_start, initargs=(overrides,))
    try:
        futures = [_submitted(pool, chunk) for chunk in chunks]
        for future, chunk in zip(futures, chunks, strict=True):
            yield from _result(future, chunk)
    except BaseException:  # Ctrl-C, or nobody wants the rest: do not wait for it
        for worker in active_children():
            worker.terminate()
        raise
    finally:
        pool.shutdown()


def _submitted(pool: Executor, jobs: Sequence[Job]) -> Future[list[Outcome]]:
    """Hand jobs to a pool; of one that is broken already the future says so."""
    from concurrent.futures import Future
    from concurrent.futures.process import BrokenProcessPool

    try:
        return pool.submit(_run, jobs)
    except BrokenProcessPool as error:
        future: Future[list[Outcome]] = Future()
        future.set_exception(error)
        return future


def _result(future: Future[list[Outcome]], jobs: Sequence[Job]) -> list[Outcome]:
    from concurrent.futures.process import BrokenProcessPool

    try:
        return future.result()
    except BrokenProcessPool:
        message = "检查它的进程意外停了（内存不够？），请加 --jobs 1 再试"
        return [Outcome(None, (Failure(job.path, message),)) for job in jobs]


_runners: list[Runner] = []  # one per worker process


def _start(overrides: Overrides) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started us
    _runners.append(Runner(overrides))


def _run(jobs: Sequence[Job]) -> list[Outcome]:
    return [_runners[0].run(job) for job in jobs]
