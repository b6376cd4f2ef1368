"""All measurements in one run, as a report in Markdown and a plot: `make bench`.

    python benchmarks/report.py                   # into build/bench
    python benchmarks/report.py --snapshot        # and into benchmarks/, to be committed
    python benchmarks/report.py --limit 60        # seconds of processor time for each file of a peer

The peers are installed into build/bench, and what is not to be had is named.
"""

from __future__ import annotations

import argparse
import json
import platform
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from measuring import BUILD, ROOT, load, machine
from peers import RULES
from plot import plot

if TYPE_CHECKING:
    from collections.abc import Sequence

# Each prints what it found as Markdown, and may be run alone.
SECTIONS: Sequence[tuple[str, Sequence[str]]] = (
    ("Cold start", ["startup.py", "--peers"]),
    ("Throughput and memory", ["throughput.py", "--json", str(BUILD / "points.json")]),
    ("Throughput where no paragraph stands twice", ["throughput.py", "--text", "varied"]),
    ("Cost against size", ["linear.py"]),
    ("Cost of each rule", ["pace.py", "--rules", "500", "--files", "1000"]),
    ("Keystrokes through the language server", ["server.py", "--sizes"]),
    ("First cut of words", ["words.py"]),
    ("Many drafts", ["corpus.py"]),
)
_HEAD = """# Measurements

Made by `make bench`, in one run; each section says by which script, which may be run alone. Ratios are
what to look at: absolute times are those of this machine. Times are of processor time unless it is
said otherwise, medians with the range of the middle half in parentheses.
"""


def versions() -> str:
    node = shutil.which("node")
    words = [f"Python {platform.python_version()}"]
    if node:
        told = subprocess.run([node, "--version"], capture_output=True, check=False, text=True)
        words.append(f"Node {told.stdout.strip().lstrip('v')}")
    names = ", ".join(name.rpartition("/")[2] for name in RULES)
    return f"{', '.join(words)}; autocorrect-py 2.14.0, limae 0.13.4, zhlint 0.8.2, textlint 15.8.0 with the rules {names}"


def section(title: str, words: Sequence[str]) -> str:
    """Run a script; return its output under a title. What it complains of goes to the terminal."""
    print(f"{title} …", file=sys.stderr)
    script = str(ROOT / "benchmarks" / words[0])
    done = subprocess.run(
        [sys.executable, script, *words[1:]], check=False, stdout=subprocess.PIPE, text=True
    )
    if done.returncode:
        raise SystemExit(f"{words[0]} ended with {done.returncode}")
    shown = " ".join(words[: words.index("--json")] if "--json" in words else words)
    return f"## {title}\n\n`python benchmarks/{shown}`\n\n{done.stdout.strip()}\n"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--snapshot", action="store_true")
    parser.add_argument("--limit", type=int, default=240)
    args = parser.parse_args()

    BUILD.mkdir(parents=True, exist_ok=True)
    parts = [
        _HEAD,
        f"- Machine: {machine()}; load when it began: {load()}\n- Versions: {versions()}\n",
    ]
    for title, words in SECTIONS:
        limited = [*words, "--limit", str(args.limit)] if words[0] == "throughput.py" else words
        parts.append(section(title, limited))
        if "--json" in words:
            parts.append("![Cost against size](cost.svg)\n")
            lines = json.loads((BUILD / "points.json").read_text())
            drawn = plot("Time against size, one core", lines)
            (BUILD / "cost.svg").write_text(drawn, encoding="utf-8")
        (BUILD / "report.md").write_text("\n".join(parts), encoding="utf-8")  # as far as it is
    if args.snapshot:
        shutil.copy(BUILD / "report.md", ROOT / "benchmarks" / "REPORT.md")
        shutil.copy(BUILD / "cost.svg", ROOT / "benchmarks" / "cost.svg")
    print(f"{BUILD.relative_to(ROOT) / 'report.md'}")


if __name__ == "__main__":
    main()
