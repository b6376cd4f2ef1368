"""A cluster of two nodes, one of which is killed: the same tables, in the same order.

Ray is large, so it is not among what the tests of every day need; tests/corpus_command/ray.sh
installs it in an environment of its own.
"""

from __future__ import annotations

import os
import time
from functools import partial
from typing import Any

import pytest

pytest.importorskip("ray", reason="Ray is not installed: run tests/corpus_command/ray.sh")

from pathlib import Path

import ray
from ray.cluster_utils import Cluster

from speechlint.corpus import cluster
from speechlint.corpus.drafts import Input
from speechlint.corpus.engines import engine
from speechlint.corpus.question import Settings
from speechlint.corpus.run import Output, run
from speechlint.running import Overrides
from tests.corpus_command.drafts import tables, write_records

pytestmark = pytest.mark.filterwarnings("default")  # Ray's own
TOTAL = 240


@pytest.fixture
def nodes() -> Any:
    """Two nodes with a processor each, raylets of their own."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    other = made.add_node(num_cpus=1)
    ray.init(address=made.address, log_to_driver=False)
    made.wait_for_nodes()
    yield made, other
    ray.shutdown()
    made.shutdown()


def workers(node: Any) -> int:
    """Return how many processes check drafts below a node's raylet."""
    (raylet,) = node.all_processes["raylet"]
    parents: dict[int, int] = {}
    checking = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text().rpartition(")")[2].split()
            words = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        parents[int(folder.name)] = int(stat[1])
        if b"speechlint.corpus.worker" in words:
            checking.append(int(folder.name))
    return sum(raylet.process.pid in lineage(process, parents) for process in checking)


def lineage(process: int, parents: dict[int, int]) -> list[int]:
    """Return the process that started one, the one that started that, and so on."""
    found = []
    while process := parents.get(process, 0):
        found.append(process)
    return found


def test_a_node_is_killed_in_mid_run(nodes: Any, tmp_path: Path) -> None:
    made, other = nodes
    input_ = Input(str(write_records(tmp_path / "drafts.jsonl", TOTAL)))
    settings = Settings(Overrides())
    run(input_, Output(str(tmp_path / "local")), settings, engine("local", 2))
    seen: list[int] = []
    both = [False]  # whether drafts were checked on both nodes at once

    def progress(number: int, through: float) -> None:
        del through
        seen.append(number)
        both[0] = both[0] or bool(workers(other) and workers(made.head_node))
        if number == TOTAL // 4:
            assert sum(node["Alive"] for node in ray.nodes()) == 2
            made.remove_node(other, allow_graceful=False)

    output = Output(str(tmp_path / "cluster"))
    run(input_, output, settings, partial(cluster.check, 0), progress=progress)
    assert both == [True]
    assert seen == list(range(1, TOTAL + 1))
    for _ in range(600):  # until the cluster has seen it
        if sum(node["Alive"] for node in ray.nodes()) == 1:
            break
        time.sleep(0.1)
    assert sum(node["Alive"] for node in ray.nodes()) == 1
    assert tables(tmp_path / "cluster") == tables(tmp_path / "local")
