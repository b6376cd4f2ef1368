"""Drafts to be checked, written for these tests, and runs of the command over them."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

from speechlint.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
START = "import sys; from speechlint.corpus import journal; journal._SECONDS = 0.02; from speechlint.cli import main; raise SystemExit(main(sys.argv[1:]))"


def text(number: int) -> str:
    """Return a draft that no other number has."""
    name = ("draft.txt", "clean.txt")[number % 2]
    whole = (EXAMPLES / name).read_text(encoding="utf-8")
    return whole.replace("。\n", f"，这是第{number}份说的。\n")


def write_records(path: Path, total: int) -> Path:
    """Write JSON Lines with so many drafts, some of them broken."""
    with path.open("w", encoding="utf-8") as stream:
        for number in range(total):
            record = {"id": f"d{number}", "text": text(number)}
            line = json.dumps(record, ensure_ascii=bool(number % 3))
            stream.write("{broken\n" if number % 17 == 5 else line + "\n")
    return path


def command(*words: object) -> list[str]:
    """Return the command line of a run that brings what is done to the disk again and again."""
    return [sys.executable, "-c", START, "corpus", *map(str, words)]


class Done(NamedTuple):
    """What a run has come to."""

    returncode: int
    stdout: str
    stderr: str


def run(*words: object) -> Done:
    """Run the command in this process; its workers are others."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(["corpus", *map(str, words)])
    return Done(code, out.getvalue(), err.getvalue())


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def tables(folder: Path) -> dict[str, bytes]:
    """Return every file of an output folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
