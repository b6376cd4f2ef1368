"""Where drafts are checked: in processes of this machine, or on a cluster."""

from __future__ import annotations

import os
from functools import partial

from speechlint.corpus.pool import Pool

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from speechlint.corpus.batches import Reading
    from speechlint.corpus.lines import Lines
    from speechlint.corpus.question import Settings
    from speechlint.corpus.run import Engine

NAMES = ("local", "ray")


def engine(name: str, jobs: int) -> Engine:
    """Return an engine that checks with so many processes, 0 for all processors there are.

    Raise CorpusError where it is not installed.
    """
    if name == "local":
        return partial(_local, jobs or os.cpu_count() or 1)
    from speechlint.corpus import cluster

    cluster.installed()
    return partial(cluster.check, jobs)


def _local(
    jobs: int, reading: Reading, settings: Settings, note: Callable[[str], None]
) -> Generator[Lines, None, None]:
    with Pool(settings, jobs) as pool:
        yield from pool.run(reading.batches(note))
