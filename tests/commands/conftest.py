"""Run commands in an empty folder, inside this process or in one of their own."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from speechlint.cli import main


class Result(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


class Office:
    """A folder of drafts, and commands run in it."""

    def __init__(self, main_: Callable[..., Result]) -> None:
        self.run = main_

    def write(self, path: str, text: str | bytes = "", encoding: str = "utf-8") -> None:
        data = text if isinstance(text, bytes) else text.encode(encoding)
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(data)

    def process(self, *words: str, stdin: bytes = b"", **environment: str) -> Result:
        """Run a command in a process of its own, as a user does."""
        done = subprocess.run(
            [sys.executable, "-m", "speechlint", *words],
            input=stdin,
            capture_output=True,
            check=False,
            env={**os.environ, **environment},
        )
        encoding = environment.get("PYTHONIOENCODING", "utf-8")
        return Result(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))


@pytest.fixture
def office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Office:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path.parent / "nobody"))
    monkeypatch.setenv("PYTHONUTF8", "1")
    monkeypatch.chdir(tmp_path)

    def run(*words: str, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(words)
        out, err = capsysbinary.readouterr()
        return Result(code, out.decode(), err.decode())

    return Office(run)
