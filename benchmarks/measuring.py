"""What the measurements share: what a process costs, spread, tables in Markdown.

Processor time is that of a process and all that it waited for. Where others work on the machine
too, it stays about the same, while the time by the clock does not: so ratios are of processor
time. Memory is the greatest that was resident; a process that is smaller than the one that
starts it (15 MB) cannot be told from it.
"""

from __future__ import annotations

import os
import platform
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "bench"
# Installed programs are compiled once and for all; the first run here must be let do it.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


class Cost(NamedTuple):
    """What a process took: seconds by the clock and of processor time, and MB.

    One that was `ended` had not come to its end at the limit.
    """

    clock: float
    processor: float
    memory: float
    ended: bool = False


def cost(command: Sequence[str], *, limit: int = 0, cwd: Path | None = None) -> Cost:
    """Run a command, for `limit` seconds of processor time at most; its output goes nowhere."""

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))

    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=ENVIRONMENT,
        cwd=cwd,
        preexec_fn=bound if limit else None,  # noqa: PLW1509
    )
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    memory = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return Cost(clock, usage.ru_utime + usage.ru_stime, memory, process.returncode < 0)


def in_turn(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, list[Cost]]:
    """Run commands in turn, so that whatever else the machine does strikes all.

    A first run of each is not counted: it compiles modules, and warms the disk's cache.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            taken = cost(command)
            if run:
                costs[name].append(taken)
    return costs


def middle(values: Sequence[float], scale: float = 1, digits: int = 1) -> str:
    """Return a median, and the range of the middle half where there is one."""
    told = f"{median(values) * scale:.{digits}f}"
    if len(values) < 3:
        return told
    low, _, high = quantiles(values, n=4)
    return f"{told} ({low * scale:.{digits}f}–{high * scale:.{digits}f})"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table in Markdown; all columns but the first are of numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def load() -> str:
    """Return how many processes want a processor: times by the clock are long where many do."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not known"


def machine() -> str:
    """Return what kind of machine this is."""
    cpu = platform.processor() or platform.machine()
    memory = ""
    if sys.platform == "linux":
        models = [x for x in Path("/proc/cpuinfo").read_text().split("\n") if "model name" in x]
        cpu = models[0].partition(":")[2].strip() if models else cpu
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        memory = f", {size / (1 << 30):.0f} GB"
    return f"{platform.system()}, {cpu}, {os.cpu_count()} processors{memory}"
