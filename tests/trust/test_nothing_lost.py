"""Whatever goes wrong while a file is written, it holds the old draft or the new one, whole.

`python tests/trust/test_nothing_lost.py --kills 300` kills commands at random moments, and counts.
"""

from __future__ import annotations

import io
import os
import random
import re
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.corpus_command import test_resuming
from tests.sources.docx.making import docx, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
FAULTS = Path(__file__).with_name("faults.py")
DRAFT = "同志们：\r\n\r\n截止目前，全市开工项目 20 个,完成投资XX亿元。\r\n".encode("gb18030") * 30
WORD = docx(paragraph("同志们：") + paragraph("截止目前，全市开工XX个项目。"))
# Each command, and the file that it writes.
COMMANDS = {
    "fix": (["check", "--fix", "a.txt"], "a.txt"),
    "fix with a backup": (["check", "--unsafe-fixes", "--backup", "a.txt"], "a.txt"),
    "fix a Word file": (["check", "--fix", "a.docx"], "a.docx"),
    "baseline write": (["baseline", "write", "a.txt"], ".speechlint-baseline.json"),
    "annotate": (["check", "--annotate", "b.docx", "a.docx"], "b.docx"),
    "report": (["check", "--output-format", "json", "--output-file", "r.json", "a.txt"], "r.json"),
    "init": (["init"], "speechlint.toml"),
}


def folder(at: Path, what: str) -> Path:
    """Return a new folder with the drafts, and an older state of what the command writes."""
    shutil.rmtree(at, ignore_errors=True)
    at.mkdir()
    (at / "a.txt").write_bytes(DRAFT)
    (at / "a.docx").write_bytes(WORD)
    if what == "annotate":  # an older copy, to be written over
        (at / "b.docx").write_bytes(docx(paragraph("旧批注")))
    if what == "baseline write":
        entry = '{"path": "b.txt", "rule": "word.typo", "hash": "0123456789abcdef", "count": 1}'
        (at / ".speechlint-baseline.json").write_text(
            f'{{"version": 1, "entries": [\n{entry}\n]}}\n', "utf-8"
        )
    return at


def run(
    at: Path, what: str, step: int = 10**9, **more: object
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, str(FAULTS), str(step), *COMMANDS[what][0]]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": os.devnull}
    done: subprocess.CompletedProcess[bytes] = subprocess.run(
        command,
        cwd=at,
        capture_output=True,
        check=False,
        env=environment,
        **more,  # type: ignore[call-overload]
    )
    return done


def held(path: Path) -> object:
    """Return what a file holds; of a Word file its parts, without the time of its comments."""
    if not path.exists():
        return None
    data = path.read_bytes()
    if path.suffix != ".docx":
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {n: re.sub(rb'w:date="[^"]*"', b"", package.read(n)) for n in package.namelist()}


@pytest.mark.parametrize("what", COMMANDS)
def test_killed_at_each_step_of_its_writing(tmp_path: Path, what: str) -> None:
    at = folder(tmp_path / "drafts", what)
    name = COMMANDS[what][1]
    old, mode = held(at / name), stat.S_IMODE((at / "a.txt").stat().st_mode)
    whole = run(at, what)
    match = re.search(rb"steps=(\d+)", whole.stderr)
    assert match
    assert whole.returncode in {0, 1}
    new, steps = held(at / name), int(match[1])
    assert new != old
    assert steps >= 2
    seen = set()
    for step in range(steps):
        at = folder(tmp_path / "drafts", what)
        assert run(at, what, step).returncode == -signal.SIGKILL
        now = held(at / name)
        assert now in (old, new), f"step {step} of {steps}"
        seen.add(now == new)
        if name not in ("a.txt", "a.docx"):  # nothing else was touched
            assert (at / "a.txt").read_bytes() == DRAFT
            assert (at / "a.docx").read_bytes() == WORD
        for left in set(os.listdir(at)) - {"a.txt", "a.docx", name}:
            # A temporary file may be left: for us alone, or for those who may read the draft.
            assert left.startswith((".speechlint-", "a.txt.bak"))
            assert stat.S_IMODE((at / left).stat().st_mode) & ~mode == 0
    assert run(at, what).returncode in {0, 1, 2}  # the next run is none the worse for it
    assert held(at / name) == new
    assert False in seen


@pytest.mark.parametrize("what", ["fix", "fix a Word file", "fix with a backup", "annotate", "baseline write", "report"])  # fmt: skip
def test_a_full_disk(tmp_path: Path, what: str) -> None:
    """The limit on the size of files stands for it: the write fails in the same way."""
    at = folder(tmp_path / "drafts", what)
    name = COMMANDS[what][1]
    old, before = held(at / name), sorted(os.listdir(at))

    def narrow() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    done = run(at, what, preexec_fn=narrow)

    assert done.returncode == 2
    told = done.stderr.decode()
    assert "写不进去" in told
    assert "Traceback" not in told
    assert held(at / name) == old
    assert sorted(os.listdir(at)) == before


def test_a_device_that_is_always_full(tmp_path: Path) -> None:
    at = folder(tmp_path / "drafts", "fix")
    command = [sys.executable, "-m", "speechlint", "check", "--output-file", "/dev/full", "a.txt"]
    done = subprocess.run(command, cwd=at, capture_output=True, check=False)
    assert done.returncode == 2
    assert "报告写不进去" in done.stderr.decode()


@pytest.mark.parametrize("what", ["fix", "baseline write", "annotate"])
def test_a_folder_that_may_not_be_written(
    tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Root may write everywhere: so the system says no in the place of the permissions."""
    from speechlint import cli

    at = folder(tmp_path / "drafts", what)
    name = COMMANDS[what][1]
    old, before = held(at / name), sorted(os.listdir(at))

    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.chdir(at)
    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    assert cli.main(COMMANDS[what][0]) == 2
    assert "写不进去" in capsys.readouterr().err
    assert held(at / name) == old
    assert sorted(os.listdir(at)) == before


def test_another_name_of_the_same_file_keeps_the_old_draft_whole(tmp_path: Path) -> None:
    """A hard link: a file that is replaced is a new one, so nothing is half written anywhere."""
    at = folder(tmp_path / "drafts", "fix")
    os.link(at / "a.txt", at / "other.txt")
    assert run(at, "fix").returncode == 1
    assert (at / "other.txt").read_bytes() == DRAFT
    assert (at / "a.txt").read_bytes() == DRAFT.replace("截止目前".encode("gbk"), "截至目前".encode("gbk")).replace(b",", "，".encode("gbk"))  # fmt: skip


def test_a_link_to_a_draft_elsewhere_stays_one(tmp_path: Path) -> None:
    at = folder(tmp_path / "drafts", "fix")
    (tmp_path / "far").mkdir()
    shutil.move(at / "a.txt", tmp_path / "far" / "real.txt")
    (at / "a.txt").symlink_to("../far/real.txt")
    assert run(at, "fix").returncode == 1
    assert (at / "a.txt").is_symlink()
    assert (tmp_path / "far" / "real.txt").read_bytes() != DRAFT
    assert os.listdir(tmp_path / "far") == ["real.txt"]


def test_what_somebody_else_wrote_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the reading and the writing: the check itself takes the time to change the file."""
    from speechlint import api, cli

    at = folder(tmp_path / "drafts", "fix")
    monkeypatch.chdir(at)
    theirs = "别人刚写完的一稿。".encode()
    read = api.read_bytes

    def changed(path: str) -> bytes:
        data = read(path)
        Path(path).write_bytes(theirs)
        return data

    monkeypatch.setattr("speechlint.running.read_bytes", changed)
    assert cli.main(["check", "--fix", "a.txt"]) == 2
    assert (at / "a.txt").read_bytes() == theirs
    assert sorted(os.listdir(at)) == ["a.docx", "a.txt"]


def kill_at_random(scratch: Path, kills: int, say: Callable[[str], None] = print) -> None:
    """Kill each command so many times at random moments; raise AssertionError for a lost draft."""
    chance = random.Random(1)  # noqa: S311
    for what, (_, name) in COMMANDS.items():
        at = folder(scratch / "drafts", what)
        old = held(at / name)
        start = time.perf_counter()
        run(at, what)
        length, new = time.perf_counter() - start, held(at / name)
        counts = {"old": 0, "new": 0}
        for _ in range(kills):
            at = folder(scratch / "drafts", what)
            command = [sys.executable, "-m", "speechlint", *COMMANDS[what][0]]
            process = subprocess.Popen(command, cwd=at, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": str(ROOT)})  # fmt: skip
            # Most of the time goes by before anything is written: aim at the last part.
            time.sleep(chance.uniform(0.4, 1.1) * length)
            process.kill()
            process.wait()
            now = held(at / name)
            assert now in (old, new), what
            counts["new" if now == new else "old"] += 1
        say(
            f"{what}: killed {kills} times, {counts['old']} the old file, {counts['new']} the new one"
        )


def test_killed_at_random_moments(tmp_path: Path) -> None:
    kill_at_random(tmp_path, 3, lambda _: None)


if __name__ == "__main__":
    import argparse

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    total = parser.parse_args().kills
    with tempfile.TemporaryDirectory() as temporary:
        kill_at_random(Path(temporary), total)
        for form in test_resuming.FORMS:
            (scratch := Path(temporary) / form).mkdir()
            test_resuming.kill_at_random(form, scratch, total)
            print(f"corpus, {form}: killed {total} times, then the tables of an unbroken run")
