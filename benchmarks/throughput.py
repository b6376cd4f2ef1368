"""Whole files of 1, 10 and 100 MB: time and memory of speechlint and of its peers.

    python benchmarks/throughput.py                        # all sizes, 240 s each at most
    python benchmarks/throughput.py --sizes 1 10 --limit 60
    python benchmarks/throughput.py --text varied

The text is that of the examples, over and over, as one measures a checker usually; paragraphs
that stand in it again speechlint knows already, as it knows what is the same in the drafts of a
folder. Or it is that of varied.py, in which no paragraph stands twice: of the sentences of the
examples, with other figures each time. Each tool is a process of its own that reads the file and
reports (speechlint counts by rule, on one core). Where a peer would pass the limit by its rate
at the size before, it is not tried; speechlint has no limit.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

from measuring import BUILD, Cost, cost, middle, table
from peers import Peer, installed

MB = 1_000_000
OURS = "speechlint"
RUNS, SLOW = 3, 20.0  # a run of so many seconds is not made again
_WRITE = "import sys, varied; open(sys.argv[3], 'w', encoding='utf-8').write(getattr(varied, sys.argv[1])(int(sys.argv[2])))"
TEXTS = {"examples": "repeated", "varied": "text"}  # who makes them, in varied.py


def written(kind: str, size: int) -> Path:
    """Return a file of a text of so many MB, made in a process of its own: it is large."""
    path = BUILD / f"{kind}-{size}.md"  # limae and zhlint want Markdown; it has no syntax in it
    command = [sys.executable, "-c", _WRITE, TEXTS[kind], str(size * MB), str(path)]
    subprocess.run(command, check=True, cwd=Path(__file__).parent)
    shutil.copy(path, path.with_suffix(".txt"))
    return path


def speechlint() -> Peer:
    script = Path(sys.executable).with_name("speechlint")
    return Peer(OURS, (str(script), "check", "--statistics"), "")


def measured(
    peers: list[Peer], kind: str, sizes: list[int], limit: int
) -> dict[str, dict[int, list[Cost]]]:
    """Return what each tool cost at each size that it was tried at."""
    costs: dict[str, dict[int, list[Cost]]] = {}
    for size in sizes:
        file = written(kind, size)
        for peer in peers:
            most = limit if peer.name != OURS else 0
            of_peer = costs.setdefault(peer.name, {})
            before = [(s, c) for s, c in of_peer.items() if s < size]
            if before and most and _hopeless(*before[-1], size, most):
                continue
            name = file.with_suffix(".txt").name if peer.name in {OURS, "textlint"} else file.name
            command = [*peer.command, name]
            of_peer[size] = [cost(command, limit=most, cwd=file.parent)]
            while len(of_peer[size]) < RUNS and of_peer[size][0].processor < SLOW:
                of_peer[size].append(cost(command, limit=most, cwd=file.parent))
            print(f"{peer.name}, {size} MB: {of_peer[size][-1]}", file=sys.stderr)
    return costs


def _hopeless(before: int, costs: list[Cost], size: int, limit: int) -> bool:
    """Say whether a tool would pass the limit, by its rate at the size before."""
    return costs[0].ended or costs[0].processor * size / before > limit


def told(costs: list[Cost] | None, size: int, limit: int) -> tuple[str, str, str]:
    """Return seconds, rate and memory."""
    if costs is None:
        return f"more than {limit}, by its rate", "–", "–"
    if any(c.ended for c in costs):
        return f"stopped at {limit}", f"< {size / limit:.2f}", f"{costs[0].memory:.0f}"
    taken = [c.processor for c in costs]
    return middle(taken, digits=2), f"{size / median(taken):.2f}", f"{costs[0].memory:.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--text", choices=TEXTS, default="examples")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10, 100], metavar="MB")
    parser.add_argument("--limit", type=int, default=240, help="seconds of processor time")
    parser.add_argument("--json", type=Path, help="write the numbers there too")
    args = parser.parse_args()

    BUILD.mkdir(parents=True, exist_ok=True)
    peers = [speechlint(), *installed()]
    costs = measured([p for p in peers if not p.missing], args.text, args.sizes, args.limit)
    rows = []
    for peer in peers:
        for size in args.sizes:
            if peer.missing:
                rows.append((peer.name, size, f"not installed: {peer.missing}", "–", "–", "–"))
                continue
            now = costs[peer.name].get(size)
            ours = costs[OURS].get(size)
            ratio = "–"
            if now and ours and not any(c.ended for c in (*now, *ours)):
                ratio = (
                    f"{median(c.processor for c in now) / median(c.processor for c in ours):.2f}"
                )
            rows.append((peer.name, size, *told(now, size, args.limit), ratio))
    print(table(["tool", "MB", "processor s", "MB/s", "memory MB", "× speechlint"], rows))
    if args.json:
        points = {
            name: [
                [size, median(c.processor for c in run)]
                for size, run in of_size.items()
                if not run[-1].ended
            ]
            for name, of_size in costs.items()
            if not of_size[min(of_size)][0].ended
        }
        args.json.write_text(json.dumps(points))


if __name__ == "__main__":
    main()
