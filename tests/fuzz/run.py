"""Fuzz for a while: every target, guided by the code that is reached, and the server's messages.

    python tests/fuzz/run.py --minutes 10

Needs `pip install --group fuzz`. Each target gets its share of the time, one after the other; a
table at the end says how many inputs were tried, how many places of the code were reached, and
the slowest input. What fails is written to `--findings`; exit code 1 then.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
# Shares of the time: what people write in has the most ways to go wrong.
SHARES = {"draft": 5, "fix": 5, "word": 4, "reading": 1, "config": 1, "pack": 2, "table": 2}
SLOWEST = 60  # seconds that one input may take before it is called a hang


class Result(NamedTuple):
    """What became of a target: inputs tried, places reached, seconds of the slowest input."""

    name: str
    tried: int
    reached: int
    slowest: int
    failed: bool


def fuzz(name: str, seconds: int, corpus: Path, findings: Path) -> Result:
    """Try a target for so many seconds."""
    folder = corpus / name
    folder.mkdir(parents=True, exist_ok=True)
    command = [
        sys.executable, str(HERE / "target.py"), name, str(folder), f"-max_total_time={seconds}",
        f"-timeout={SLOWEST}", "-max_len=400", "-print_final_stats=1", "-rss_limit_mb=3000",
        "-report_slow_units=5", f"-artifact_prefix={findings}/{name}-",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, check=False, cwd=HERE.parents[1])
    log = done.stderr.decode(errors="replace") + done.stdout.decode(errors="replace")
    if done.returncode:
        (findings / f"{name}.log").write_text(log, "utf-8")
        print(log[-3000:])
    return Result(
        name, _last(r"stat::number_of_executed_units:\s*(\d+)", log) or _last(r"#(\d+)\s", log),
        _last(r"cov: (\d+)", log), _last(r"stat::slowest_unit_time_sec:\s*(\d+)", log), done.returncode != 0,
    )  # fmt: skip


def _last(pattern: str, log: str) -> int:
    found = re.findall(pattern, log)
    return int(found[-1]) if found else 0


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--target", action="append", choices=SHARES, help="only these")
    parser.add_argument(
        "--corpus", type=Path, help="inputs to begin with, and to keep for the next time"
    )
    parser.add_argument("--findings", type=Path, help="where inputs that fail are written")
    args = parser.parse_args()
    scratch = Path(tempfile.mkdtemp(prefix="speechlint-fuzz-"))
    corpus, findings = args.corpus or scratch / "corpus", args.findings or scratch / "findings"
    findings.mkdir(parents=True, exist_ok=True)
    names = args.target or list(SHARES)
    whole = sum(SHARES[name] for name in names)
    results = []
    for name in names:
        seconds = max(5, round(args.minutes * 60 * SHARES[name] / whole))
        results.append(fuzz(name, seconds, corpus, findings))
        print(f"{name}: {results[-1]}", flush=True)
    print("\n| target | inputs | places reached | slowest, s | |\n|---|---|---|---|---|")
    for r in results:
        print(
            f"| {r.name} | {r.tried:,} | {r.reached:,} | {r.slowest} | {'FAILED' if r.failed else 'held'} |"
        )
    if any(r.failed for r in results):
        print(f"what failed: {findings}")
    return int(any(r.failed for r in results))


if __name__ == "__main__":
    sys.exit(main())
