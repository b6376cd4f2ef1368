"""Cold start: `speechlint FILE` against `python -c pass` of the same environment.

    python benchmarks/startup.py                          # the two examples, 20 runs each
    python benchmarks/startup.py --runs 40 draft.txt
    python benchmarks/startup.py --peers                  # against other checkers too

In `examples/draft.txt` something is wrong in nearly every sentence, in `examples/clean.txt` nothing.

What the build writes counts only while no source has changed since: run `make bench`, or
`python -m speechlint.prepare` first. The commands take turns, so that whatever else the machine
does strikes all. In parentheses is the range of the middle half of the runs.
"""

import argparse
import sys
from pathlib import Path
from statistics import median

import peers
from measuring import ROOT, in_turn, middle, table

BARE = "python -c pass"
EXAMPLES = (ROOT / "examples" / "draft.txt", ROOT / "examples" / "clean.txt")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", default=[str(f) for f in EXAMPLES], metavar="file")
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--peers", action="store_true", help="install and measure them too")
    args = parser.parse_args()

    script = str(Path(sys.executable).with_name("speechlint"))
    named = {f"speechlint {Path(file).name}": file for file in args.files}
    commands = {
        BARE: [sys.executable, "-c", "pass"],
        "speechlint --version": [script, "--version"],
        **{name: [script, file] for name, file in named.items()},
    }
    found = [p for p in peers.installed() if not p.missing] if args.peers else []
    for peer in found:
        commands[peer.name] = [*peer.command, args.files[0]]
    if any(peer.name == "autocorrect-py" for peer in found):
        commands["python -c pass, of autocorrect-py"] = [peers.python(), "-c", "pass"]
    costs = in_turn(commands, args.runs)
    base = median(c.processor for c in costs[BARE])
    rows = []
    for name, taken in costs.items():
        clock, processor = [c.clock for c in taken], [c.processor for c in taken]
        ratio = median(processor) / base
        memory = median(c.memory for c in taken)
        times = (middle(clock, 1e3), middle(processor, 1e3))
        rows.append((name, *times, f"{ratio:.2f}", f"{memory:.0f}"))
    sizes = (f"{Path(file).name} of {Path(file).stat().st_size} bytes" for file in args.files)
    print(f"{', '.join(sizes)}; {args.runs} runs; others check the first.\n")
    head = ["command", "clock ms", "processor ms", "× python -c pass", "memory MB"]
    print(table(head, rows))
    for name in named:
        for what in ("clock", "processor"):
            ours, bare = (median(getattr(c, what) for c in costs[n]) for n in (name, BARE))
            print(f"\n{name}: {ours / bare:.2f} × python -c pass by {what}")


if __name__ == "__main__":
    main()
