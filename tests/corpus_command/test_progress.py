"""How far a run has come, on a terminal; nothing anywhere else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from speechlint.commands import corpus

if TYPE_CHECKING:
    from pathlib import Path


def test_the_bar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    now = iter([100.0, 110.0, 110.05, 120.0])
    monkeypatch.setattr("time.monotonic", lambda: next(now))
    bar = corpus._Bar(shown=True)
    bar.show(1000, 0.25)  # what an earlier run has done is not of this one's speed
    bar.show(1001, 0.26)  # too soon
    bar.show(3000, 0.5)
    bar.clear()
    bar.clear()
    assert capsys.readouterr().err == (
        "\r\033[K[######------------------]  25% 1,000 份，每秒 0 份"
        "\r\033[K[############------------]  50% 3,000 份，每秒 100 份，还要 0:40"
        "\r\033[K"
    )


def test_an_input_that_cannot_be_measured(capsys: pytest.CaptureFixture[str]) -> None:
    corpus._Bar(shown=True).show(5, 0)
    corpus._Bar(shown=False).show(5, 0.5)
    assert capsys.readouterr().err == "\r\033[K5 份，每秒 0 份"


@pytest.mark.parametrize(
    ("seconds", "told"), [(0.4, "0:00"), (75, "1:15"), (3600 * 25 + 61, "25:01:01")]
)
def test_clock(seconds: float, told: str) -> None:
    assert corpus._clock(seconds) == told


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_on_a_terminal(tmp_path: Path) -> None:
    source = tmp_path / "drafts.jsonl"
    source.write_text(json.dumps({"text": "今年安排XX个项目。"}), encoding="utf-8")
    terminal, side = os.openpty()
    command = [sys.executable, "-m", "speechlint", "corpus", str(source)]
    done = subprocess.run(
        [*command, "--output", str(tmp_path / "out")],
        stderr=side,
        stdout=subprocess.PIPE,
        check=False,
    )
    os.close(side)
    told = b""
    while told.count(b"\033[K") < 2:
        told += os.read(terminal, 10_000)
    os.close(terminal)
    assert done.returncode == 0
    assert told.decode() == "\r\033[K[########################] 100% 1 份，每秒 0 份\r\033[K"
