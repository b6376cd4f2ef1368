"""Time per character at growing sizes: it must not grow with the size.

    python benchmarks/linear.py                 # 10 KB, 100 KB, 1 MB of examples/draft.txt
    python benchmarks/linear.py --rules 10      # and the ten slowest rules at 1 MB

A text of a size is an example over and over. Each is linted by a new linter, so nothing is
remembered; as one speech follows the other, the longest text is also one of many speeches.
What nobody writes must not take longer for being long: all of it in one line, and a list whose
items follow one another without end.
"""

import argparse
import gc
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


def texts() -> dict[str, str]:
    """Return what is to be grown, by name."""
    found = {
        name: (ROOT / "examples" / name).read_text(encoding="utf-8")
        for name in ("draft.txt", "clean.txt")
    }
    found["one line"] = found["clean.txt"].replace("\n", "")
    found["one list"] = "一是完成投资35亿元以上，二是增长4.5%左右，三是建成近20个项目。"
    return found


def seconds(rules: list[Rule], text: str) -> float:
    linter = Linter(rules)
    linter.lint(sources.document("。"))  # imports what the rules need
    began = time.process_time()
    linter.lint(sources.document(text))
    return time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--rules", type=int, default=0, metavar="N", help="show the N slowest")
    args = parser.parse_args()

    gc.set_threshold(100_000)  # as the command line does
    rules = [r for r in packs.load_packs(packs.builtin()) if not r.preview]
    examples = texts()
    print("| text | size | characters | ms | µs per character |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for kind, piece in examples.items():
        for name, size in SIZES.items():
            text = grown(piece, size)
            taken = median(seconds(rules, text) for _ in range(args.runs))
            print(
                f"| {kind} | {name} | {len(text)} | {taken * 1e3:.0f} "
                f"| {taken / len(text) * 1e6:.2f} |"
            )
    if args.rules:
        text = grown(examples["draft.txt"], SIZES["1 MB"])
        bare = seconds([], text)
        alone = sorted(((seconds([r], text) - bare, r.id) for r in rules), reverse=True)
        print(
            f"\n| rule alone, 1 MB (reading the text: {bare * 1e3:.0f} ms) | ms |\n| --- | ---: |"
        )
        for taken, name in alone[: args.rules]:
            print(f"| {name} | {taken * 1e3:.0f} |")


if __name__ == "__main__":
    main()
