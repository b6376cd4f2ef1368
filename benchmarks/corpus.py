"""What `speechlint corpus` costs a draft, and a billion of them.

    python benchmarks/corpus.py               # 600 drafts of about 9 KB

The drafts are pieces of the text of varied.py, as JSON Lines. Checked by one process; core-hours
are of processor time, all processes together.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path

import varied
from measuring import BUILD, cost, table

BILLION = 1_000_000_000


def written(path: Path, total: int, size: int) -> int:
    """Write so many drafts; return the bytes of their texts."""
    written = 0
    with path.open("w", encoding="utf-8") as stream:
        for number, draft in zip(range(total), varied.drafts(size), strict=False):
            written += len(draft.encode())
            record = {"id": number, "text": draft}
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    return written


def handling(words: list[str]) -> float:
    """Run the command; return the seconds of the process that reads and writes, and no other."""
    code = (
        "import sys, time; from speechlint.cli import main; main(sys.argv[1:]);"
        "print(time.process_time(), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, *words]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return float(done.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--drafts", type=int, default=600)
    parser.add_argument("--size", type=int, default=9000, help="bytes of a draft")
    args = parser.parse_args()

    BUILD.mkdir(parents=True, exist_ok=True)
    source, output = BUILD / "corpus.jsonl", BUILD / "corpus"
    size = written(source, args.drafts, args.size)
    script = str(Path(sys.executable).with_name("speechlint"))
    words = ["corpus", str(source), "--output", str(output), "--jobs", "1", "--overwrite"]
    rows = []
    for form in ("jsonl", "parquet"):
        own = handling([*words, "--format", form])
        taken = cost([script, *words, "--format", form])
        out = sum(path.stat().st_size for path in output.glob(f"*.{form}"))
        each, into, out_of = (x / args.drafts for x in (taken.processor, size, out))
        rows.append(
            (
                *(form, f"{each * 1e3:.1f}", f"{own / args.drafts * 1e3:.2f}"),
                *(f"{size / taken.processor / 1e6:.2f}", f"{out_of:.0f}", f"{taken.memory:.0f}"),
                f"{each * BILLION / 3600:,.0f}",
                *(f"{x * BILLION / 1e12:.1f}" for x in (into, out_of)),
            )
        )
    shutil.rmtree(output)
    print(f"{args.drafts} drafts, {size / args.drafts:.0f} bytes each.\n")
    costs = ["ms a draft", "of it reading and writing", "MB/s", "bytes out a draft"]
    billion = ["core-hours a billion", "TB in", "TB out"]
    print(table(["tables", *costs, "memory MB, largest process", *billion], rows))


if __name__ == "__main__":
    main()
