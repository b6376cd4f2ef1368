"""Cold start: `speechlint FILE` against `python -c pass` of the same environment.

    python benchmarks/startup.py                          # examples/draft.txt, 20 runs each
    python benchmarks/startup.py --runs 40 examples/clean.txt

What the build writes counts only while no source has changed since: run `make bench`, or
`python -m speechlint.prepare` first. The commands take turns, so that whatever else the machine
does strikes all. The spread is the range of the middle half of the runs.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parent.parent
# Installed programs are compiled once and for all; the first run here must be let do it.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def seconds(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT, check=False)
    return time.perf_counter() - began


def row(name: str, times: list[float], base: float) -> str:
    low, _, high = quantiles(times, n=4)
    return (
        f"| {name} | {median(times) * 1e3:.1f} | {low * 1e3:.1f}–{high * 1e3:.1f} "
        f"| {median(times) / base:.2f} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", nargs="?", default=str(ROOT / "examples" / "draft.txt"))
    parser.add_argument("--runs", type=int, default=20)
    args = parser.parse_args()

    script = os.path.join(os.path.dirname(sys.executable), "speechlint")
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "speechlint --version": [script, "--version"],
        f"speechlint {os.path.basename(args.file)}": [script, args.file],
    }
    for command in commands.values():  # compiles the modules, and warms the disk's cache
        seconds(command)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(args.runs):
        for name, command in commands.items():
            times[name].append(seconds(command))
    base = median(times["python -c pass"])
    print("| command | median ms | middle half | × python |")
    print("| --- | ---: | ---: | ---: |")
    for name, measured in times.items():
        print(row(name, measured, base))
    name, measured = list(times.items())[-1]
    print(f"\n{name}: {median(measured) / base:.2f} × python -c pass")


if __name__ == "__main__":
    main()
