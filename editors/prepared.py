"""Run by a Python that is not the one of the build: make what lets speechlint start fast there.

    pythonX editors/prepared.py LIBS EXAMPLES

LIBS as `editors/libs.py` makes them. What is written (`speechlint.prepare`) depends on the Python
that writes it, and on nothing else: all files get the same time.
"""

import os
import shutil
import sys
from pathlib import Path

WHEN = 1767225600  # seconds


def prepare(libs: Path, examples: Path) -> None:
    """Write the files into the package that lies in `libs`; raise what its modules raise."""
    package = libs / "speechlint"
    shutil.copytree(examples, package / "examples")  # they are asked which expressions they need
    for path in libs.rglob("*"):
        os.utime(path, (WHEN, WHEN))
    sys.path.insert(0, str(libs))
    from speechlint import dictionary
    from speechlint import prepare as speechlint

    words = (package / dictionary.FILE).read_bytes()
    dictionary.render = lambda: words  # jieba's own, from which it was made, is not here
    speechlint.write(str(package))
    shutil.rmtree(package / "examples")


if __name__ == "__main__":
    prepare(*map(Path, sys.argv[1:]))
