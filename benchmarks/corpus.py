"""What `speechlint corpus` costs a draft, and a billion of them.

    python benchmarks/corpus.py               # 600 drafts of about 9 KB

The drafts are pieces of the text of varied.py, as JSON Lines. Checked by one process; core-hours
are of processor time, all processes together.
"""

from __future__ import annotations

import argparse
import json
import shutil
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
    rows = []
    for form in ("jsonl", "parquet"):
        shutil.rmtree(output, ignore_errors=True)
        taken = cost(
            [
                script,
                "corpus",
                str(source),
                "--output",
                str(output),
                "--jobs",
                "1",
                "--format",
                form,
            ]
        )
        out = sum(path.stat().st_size for path in output.glob(f"*.{form}"))
        rows.append(
            (
                form,
                f"{taken.processor / args.drafts * 1e3:.1f}",
                f"{size / taken.processor / 1e6:.2f}",
                f"{out / args.drafts:.0f}",
                f"{taken.memory:.0f}",
                f"{taken.processor / args.drafts * BILLION / 3600:,.0f}",
                f"{size / args.drafts * BILLION / 1e12:.1f}",
                f"{out / args.drafts * BILLION / 1e12:.1f}",
            )
        )
    shutil.rmtree(output)
    print(f"{args.drafts} drafts, {size / args.drafts:.0f} bytes each.\n")
    print(
        table(
            [
                *(
                    "tables",
                    "ms a draft",
                    "MB/s",
                    "bytes out a draft",
                    "memory MB, largest process",
                ),
                *("core-hours a billion", "TB in", "TB out"),
            ],
            rows,
        )
    )


if __name__ == "__main__":
    main()
