"""Time per character at growing sizes: it must not grow with the size.

    python benchmarks/linear.py                 # 10 KB, 100 KB, 1 MB of examples/draft.txt
    python benchmarks/linear.py --rules 10      # and the ten slowest rules at 1 MB

A text of a size is an example over and over. Each is linted by a new linter, so nothing is
remembered; as one speech follows the other, the longest text is also one of many speeches.
"""

import argparse
import time
from pathlib import Path
from statistics import median

from speechlint import packs, sources
from speechlint.linter import Linter
from speechlint.rule import Rule

ROOT = Path(__file__).resolve().parent.parent
SIZES = {"10 KB": 10_000, "100 KB": 100_000, "1 MB": 1_000_000}


def grown(text: str, size: int) -> str:
    """Return the text over and over, `size` bytes of UTF-8 long.

    Each copy of a paragraph ends a little differently: equal ones are linted only once.
    """
    out: list[str] = []
    length = copy = 0
    while length < size:
        out.append(text.replace("。\n", f"，这是第{copy}遍说了。\n"))
        length += len(out[-1].encode())
        copy += 1
    return "".join(out).encode()[:size].decode(errors="ignore")


def seconds(rules: list[Rule], text: str) -> float:
    linter = Linter(rules)
    linter.lint(sources.document("。"))  # imports what the rules need
    began = time.perf_counter()
    linter.lint(sources.document(text))
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--rules", type=int, default=0, metavar="N", help="show the N slowest")
    args = parser.parse_args()

    rules = [r for r in packs.load_packs(packs.builtin()) if not r.preview]
    examples = [ROOT / "examples" / name for name in ("draft.txt", "clean.txt")]
    print("| text | size | characters | ms | µs per character |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for path in examples:
        for name, size in SIZES.items():
            text = grown(path.read_text(encoding="utf-8"), size)
            taken = median(seconds(rules, text) for _ in range(args.runs))
            print(
                f"| {path.name} | {name} | {len(text)} | {taken * 1e3:.0f} "
                f"| {taken / len(text) * 1e6:.2f} |"
            )
    if args.rules:
        text = grown(examples[0].read_text(encoding="utf-8"), SIZES["1 MB"])
        bare = seconds([], text)
        alone = sorted(((seconds([r], text) - bare, r.id) for r in rules), reverse=True)
        print(
            f"\n| rule alone, 1 MB (reading the text: {bare * 1e3:.0f} ms) | ms |\n| --- | ---: |"
        )
        for taken, name in alone[: args.rules]:
            print(f"| {name} | {taken * 1e3:.0f} |")


if __name__ == "__main__":
    main()
