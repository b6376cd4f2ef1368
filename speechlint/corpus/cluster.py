"""Drafts checked on a Ray cluster, by Ray Data.

The input is read by one task on the node that was asked, and flows as blocks to tasks on any
node; each checks in a process of its own, as on one machine. Ray makes again what was lost with
a node. Blocks come back in the order of the drafts.
"""

from __future__ import annotations

import logging
import os
import pickle

from speechlint.api import Checking
from speechlint.corpus import CorpusError, question
from speechlint.corpus.pool import Pool
from speechlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from typing import Any

    from speechlint.corpus.batches import Reading
    from speechlint.corpus.lines import Lines
    from speechlint.corpus.question import Settings

_BLOCK = 1 << 20  # bytes of drafts in a block: a second or two of work
_pools: dict[bytes, Pool] = {}  # of this process, by settings


class _Asked(NamedTuple):
    """What every node is to do alike: `rules` are those that hold for what is in the path."""

    path: str
    settings: Settings
    program: str
    rules: tuple[str, str]


def installed() -> Any:
    """Return Ray; raise CorpusError where it is not installed."""
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise CorpusError(
            "--engine ray 要用 Ray，还没有安装：pip install 'speechlint[ray]'"
        ) from error
    return ray


def check(
    jobs: int, reading: Reading, settings: Settings, note: Callable[[str], None]
) -> Generator[Lines, None, None]:
    """Yield the lines of the drafts; `note` hears nothing, the input is read elsewhere.

    Raise CorpusError where the cluster cannot go on.
    """
    del note
    ray = installed()
    from ray.data import DataContext

    before = logging.root.manager.disable
    logging.disable(logging.ERROR)  # what goes wrong is told by us
    if not ray.is_initialized():
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing leaves the cluster
        ray.init(log_to_driver=False)
    context = DataContext.get_current().copy()
    context.execution_options.preserve_order = True
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    context.target_max_block_size = _BLOCK
    context.target_min_block_size = 0
    here = ray.get_runtime_context().get_node_id()
    asked = pickle.dumps(_asked(reading.input.path, settings))
    try:
        with DataContext.current(context):
            read = ray.data.read_datasource(
                _source(reading),
                override_num_blocks=1,
                num_cpus=0,
                label_selector={"ray.io/node-id": here},  # it may be the only one with the input
            )
            found = read.map_batches(
                _check,
                batch_size=None,
                batch_format="pyarrow",
                fn_args=(asked,),
                concurrency=jobs or None,
                num_cpus=1,
            )
            for rows in found.iter_batches(batch_size=None, batch_format="pyarrow"):
                for row in rows.column("lines"):
                    yield from pickle.loads(row.as_py())  # noqa: S301 (of our own tasks)
    except ray.exceptions.RayError as error:
        raise CorpusError(
            f"Ray 集群上没能做下去（{_cause(error)}）；解决后加 --resume 接着做"
        ) from error
    finally:
        logging.disable(before)


def _cause(error: BaseException) -> str:
    """Return why a task failed: in our words where they are ours."""
    seen = error
    while not isinstance(seen, CorpusError):
        under = getattr(seen, "cause", None) or seen.__cause__
        if under is None:
            return type(seen).__name__
        seen = under
    return str(seen)


def _source(reading: Reading) -> Any:
    import pyarrow as pa
    from ray.data import Datasource, ReadTask
    from ray.data.block import BlockMetadata

    def blocks() -> Iterator[Any]:
        for batch in reading.batches():
            yield pa.table({"batch": [pickle.dumps(batch)]})

    class Drafts(Datasource):  # type: ignore[misc]
        def estimate_inmemory_data_size(self) -> None:
            return None

        def get_read_tasks(self, parallelism: int, *_: Any, **__: Any) -> list[Any]:
            del parallelism
            unknown = BlockMetadata(num_rows=None, size_bytes=None, exec_stats=None)
            return [ReadTask(blocks, unknown)]

    return Drafts()


def _asked(path: str, settings: Settings) -> _Asked:
    """Return what every node is to do alike for an input."""
    checking = Checking(settings.overrides.base(), adjust=settings.overrides.adjust)
    inside = os.path.join(os.path.abspath(path), "draft.txt")
    rules = question.rules(checking, inside)
    return _Asked(os.path.abspath(path), settings, question.program(), rules)


def _agreed(asked: _Asked) -> Settings:
    """Return the settings; raise CorpusError where this node would find something else."""
    here = _asked(asked.path, asked.settings)
    if here.program != asked.program:
        raise CorpusError("集群各节点上的 speechlint 不是同一个版本，请都装成一样的")
    if here.rules != asked.rules:
        raise CorpusError("集群各节点上的配置、词表不一样，请放在各节点都有的同一个位置")
    return asked.settings


def _check(rows: Any, asked: bytes) -> Any:
    """Check the drafts of a block."""
    import pyarrow as pa

    if asked not in _pools:
        _pools[asked] = Pool(_agreed(pickle.loads(asked)), 1)  # noqa: S301
    batches = (pickle.loads(row.as_py()) for row in rows["batch"])  # noqa: S301
    lines = list(_pools[asked].run(batches))
    return {"lines": pa.array([pickle.dumps(lines)], pa.binary())}
