"""Time per character at growing sizes: it must not grow with the size.

    python benchmarks/linear.py                 # 10 KB, 100 KB, 1 MB of examples/draft.txt

A text of a size is an example over and over. Each is linted by a new linter, so nothing is
remembered; as one speech follows the other, the longest text is also one of many speeches.
What nobody writes must not take longer for being long: all of it in one line, and a list whose
items follow one another without end.
"""

import argparse
import gc
import time
from statistics import median

from measuring import ROOT, table

from speechlint import packs, sources
from speechlint.linter import Linter
from speechlint.rule import Rule

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
    args = parser.parse_args()

    gc.set_threshold(100_000)  # as the command line does
    rules = [r for r in packs.load_packs(packs.builtin()) if not r.preview]
    examples = texts()
    rows = []
    for kind, piece in examples.items():
        for name, size in SIZES.items():
            text = grown(piece, size)
            taken = median(seconds(rules, text) for _ in range(args.runs))
            each = f"{taken / len(text) * 1e6:.2f}"
            rows.append((kind, name, len(text), f"{taken * 1e3:.0f}", each))
    print(table(["text", "size", "characters", "ms", "µs per character"], rows))


if __name__ == "__main__":
    main()
