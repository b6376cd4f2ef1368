"""Throughput: megabytes of text a second, what each rule takes of it, memory, many files.

    python benchmarks/pace.py                      # 1 and 10 MB, rules at 1 MB
    python benchmarks/pace.py --sizes 1 10 100     # four minutes and 3 GB more
    python benchmarks/pace.py --files 20000        # and as many short drafts, with 1 and 2 processes

A megabyte is a million bytes of UTF-8, a third of a million Chinese characters. The text is made
by varied.py: no paragraph stands twice, and a defect or what looks like one is in every third
sentence. Beside it stand the published reports of ../shared/corpus/clean, where that folder is:
what people write. One core, every stable rule; processor time, so that others on the machine
count little. What a view costs is put down to the rule that asks for it first.
"""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import varied
from measuring import ROOT, table

from speechlint import sources
from speechlint.api import builtin_rules
from speechlint.config import Config, choose
from speechlint.linter import Linter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.rule import Rule

CORPUS = ROOT.parent / "shared" / "corpus" / "clean"
MEGABYTE = 1_000_000


class Pace(NamedTuple):
    """How long some texts took: bytes of UTF-8, seconds of processor time, diagnostics."""

    size: int
    seconds: float
    found: int

    @property
    def speed(self) -> float:
        """Megabytes a second."""
        return self.size / self.seconds / MEGABYTE


def stable() -> list[Rule]:
    """Return the rules that a plain check runs."""
    return choose(Config(), builtin_rules(), "draft.txt")


def warm(rules: Sequence[Rule]) -> Linter:
    """Return a linter that has imported, read and compiled what it needs."""
    gc.set_threshold(100_000)  # as the command line does
    linter = Linter(rules)
    linter.lint(sources.document(varied.text(100_000, seed=7)))
    return linter


def measure(texts: Sequence[str], linter: Linter) -> Pace:
    """Lint texts one after the other."""
    began = time.process_time()
    found = sum(len(linter.lint(sources.document(text))) for text in texts)
    taken = time.process_time() - began
    return Pace(sum(len(text.encode()) for text in texts), taken, found)


def reports() -> list[str]:
    """Return the published reports, as far as there are any."""
    return [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))]


def rule_costs(text: str) -> dict[str, float]:
    """Return the seconds that each rule takes of a check of a text by all; "" is the rest."""
    taken: dict[str, float] = defaultdict(float)
    linter = warm(stable())
    for rule in linter.rules:
        _timed(linter, rule, taken)
    taken.clear()
    began = time.process_time()
    linter.lint(sources.document(text))
    taken[""] = time.process_time() - began - sum(taken.values())
    return dict(taken)


def _timed(linter: Linter, rule: Rule, taken: dict[str, float]) -> None:
    """Let the checker of a rule put down how long it takes."""
    checker = linter.checker(rule)

    class Timed:
        """Has the methods of the checker that it has, and no others."""

        def __getattr__(self, name: str) -> Any:
            method = getattr(checker, name)

            def timed(what: Any) -> Iterator[Any]:
                began = time.process_time()
                found = list(method(what))
                taken[rule.id] += time.process_time() - began
                return iter(found)

            return timed

    linter._checkers[rule.id] = Timed()  # noqa: SLF001 (to measure it)


def peak(megabytes: float) -> tuple[Pace, float]:
    """Lint a text in a process of its own; return also the memory it took, in megabytes."""
    code = (
        "import sys, resource; sys.path[:0] = [sys.argv[1]]; import pace, varied;"
        "linter = pace.warm(pace.stable()); text = varied.text(int(sys.argv[2]));"
        "memory = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024;"
        "before = memory(); print(*pace.measure([text], linter), memory() - before)"
    )
    size = str(int(megabytes * MEGABYTE))
    command = [sys.executable, "-c", code, str(Path(__file__).parent), size]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return Pace(int(out[0]), float(out[1]), int(out[2])), float(out[3])


def write_drafts(folder: Path, count: int, size: int = 3000) -> None:
    """Write as many drafts of about `size` bytes, a thousand in a folder."""
    for number, draft in zip(range(count), varied.drafts(size, seed=3), strict=False):
        home = folder / str(number // 1000)
        home.mkdir(exist_ok=True)
        (home / f"{number}.txt").write_text(draft, encoding="utf-8")


def check_folder(folder: Path, processes: int) -> tuple[float, float]:
    """Check a folder by the command; return wall seconds, and the most memory of one process."""
    code = (
        "import resource, sys; from speechlint.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "usage = (resource.getrusage(who).ru_maxrss for who in (0, -1))\n"
        "print(max(usage) / 1024, file=sys.stderr)"
    )
    options = ["check", "--quiet", "--jobs", str(processes), "--output-file", "/dev/null"]
    command = [sys.executable, "-c", code, *options, str(folder)]
    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return time.perf_counter() - began, float(done.stderr.split()[-1])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=float, nargs="*", default=[1, 10], metavar="MB")
    parser.add_argument("--rules", type=int, default=25, metavar="N", help="show the N slowest")
    parser.add_argument("--files", type=int, default=0, metavar="N", help="check N short drafts")
    args = parser.parse_args()

    rows = []
    if texts := reports():
        pace = measure(texts, warm(stable()))
        rows.append(_row("published reports", pace, "—"))
    for size in args.sizes:
        pace, memory = peak(size)
        rows.append(_row("varied", pace, f"{memory / size:.0f}"))
    print(table(["text", "MB", "seconds", "MB/s", "diagnostics", "memory, MB per MB"], rows))
    if args.rules:
        _show_rules(args.rules)
    if args.files:
        _show_files(args.files)


def _row(name: str, pace: Pace, memory: str) -> Sequence[object]:
    size = f"{pace.size / MEGABYTE:.1f}"
    return name, size, f"{pace.seconds:.2f}", f"{pace.speed:.2f}", pace.found, memory


def _show_rules(most: int) -> None:
    """Print what the slowest rules take, and whether that grows faster than the text."""
    small, large = (rule_costs(varied.text(size)) for size in (MEGABYTE // 10, MEGABYTE))
    rows = []
    whole = sum(large.values())
    for name, taken in sorted(large.items(), key=lambda pair: -pair[1])[:most]:
        growth = f"{taken / 10 / small[name]:.2f}" if small.get(name, 0) > 0.002 else "—"
        label = name or "cutting, gating, settling"
        rows.append((label, f"{taken * 1e3:.0f}", f"{taken / whole:.1%}", growth))
    head = ["rule", "ms a MB", "share", "1 MB against 0.1 MB, per character"]
    print(f"\n{table(head, rows)}")


def _show_files(count: int) -> None:
    rows = []
    for number in (count // 10, count):
        with tempfile.TemporaryDirectory() as name:
            write_drafts(Path(name), number)
            for processes in (1, 2):
                taken, memory = check_folder(Path(name), processes)
                rate = number / taken
                rows.append((number, processes, f"{taken:.1f}", f"{rate:.0f}", f"{memory:.0f}"))
    head = ["files", "processes", "seconds", "files a second", "MB of a process"]
    print(f"\n{table(head, rows)}")


if __name__ == "__main__":
    main()
