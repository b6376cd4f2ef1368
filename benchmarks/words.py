"""The first cut of a text in a new process: jieba as it comes, and speechlint's way to it.

    python benchmarks/words.py            # 5 runs each

Milliseconds are those of import and first cut; memory is what the process has above bare Python
after it has cut the text; the rate is that of cutting it with jieba's model of new words. The
commands take turns. jieba's cache file goes to a folder of the run, and is there from the second
cut on ("cached").
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from measuring import ROOT, table

SCRIPT = """
import resource, sys, time
text = open(sys.argv[2], encoding="utf-8").read() * 5
bare = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
began = time.perf_counter()
if sys.argv[1] == "stock":
    import jieba
    jieba.setLogLevel("ERROR")
    cut = jieba.lcut
else:
    from speechlint.segmenter import tokenizer
    cut = tokenizer().lcut
cut("跨越发展")
first = time.perf_counter()
cut(text)
print(
    first - began,
    (time.perf_counter() - first) / len(text),
    resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - bare,
)
"""


def measured(which: str, folder: str) -> list[float]:
    """Return seconds to the first cut, seconds per character, and KiB (bytes on macOS)."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, which, str(ROOT / "examples" / "draft.txt")],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "TMPDIR": folder},
        text=True,
    )
    return [float(word) for word in done.stdout.split()]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()

    rows: dict[str, list[list[float]]] = {"jieba": [], "jieba, cached": [], "speechlint": []}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(args.runs):
            for cache in Path(folder).iterdir():
                cache.unlink()
            rows["jieba"].append(measured("stock", folder))
            rows["jieba, cached"].append(measured("stock", folder))
            rows["speechlint"].append(measured("ours", folder))
    told = []
    for name, runs in rows.items():
        first, rate, memory = (median(column) for column in zip(*runs, strict=True))
        told.append((name, f"{first * 1e3:.0f}", f"{memory / 1024:.0f}", f"{rate * 1e6:.1f}"))
    print(table(["words by", "first cut, ms", "memory, MB", "µs per character"], told))


if __name__ == "__main__":
    main()
