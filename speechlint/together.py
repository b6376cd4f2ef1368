"""Which modules every check needs: those that a check of a few lines asks for."""

from __future__ import annotations

import os
import subprocess
import sys
from tempfile import TemporaryDirectory

# With what nearly every draft has: figures, a unit, quotation marks, brackets, letters that may be a blank.
_DRAFT = (
    "一、总体情况\n\n今年以来，全市（含县）完成投资约10亿元，同比增长5%，其中工业3亿元；新建“双百”项目12个、XX个，"
    "覆盖率由85%提高到90%以上，年内新开工个项目。2025年比2024年多建学校、医院、公园等5处，其中学校2所、医院2所、公园1处。三次产业占比分别为10%、40%、50%，其中工业占30%。“十四五”期间，坚持“三个聚焦”。\n"
)
# What is there before the command knows what is asked of it is left out: it needs no common piece.
_ASK = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from speechlint import cli, shipped
before = {*sys.modules}
cli.main()
print(*sorted({*sys.modules} - before), sep="\\n")
"""


def names(folder: str) -> frozenset[str]:
    """Return the modules of the package in a folder; none where no other process can be asked."""
    with TemporaryDirectory() as place:
        draft = os.path.join(place, "draft.txt")
        with open(draft, "w", encoding="utf-8") as stream:
            stream.write(_DRAFT)
        command = [sys.executable, "-X", "utf8", "-c", _ASK, os.path.dirname(folder), draft]
        try:
            done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
        except (OSError, subprocess.CalledProcessError):
            return frozenset()
    return frozenset(
        name for name in done.stdout.decode().split("\n") if name.startswith("speechlint.")
    )
