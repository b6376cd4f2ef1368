"""A run that was killed goes on, and ends with the bytes of one that was not."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.corpus_command.drafts import command, rows, run, tables, text, write_records

KILLS = int(os.environ.get("SPEECHLINT_KILLS", "4"))
TOTAL = 100  # a second of work
FORMS = ("jsonl", "parquet")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")


def killed(seconds: float, *words: object) -> bool:
    """Start a run and kill it after a while; say whether it was still running."""
    process = subprocess.Popen(
        command(*words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/"
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait(30)
        return True
    return False


def kill_at_random(form: str, scratch: Path, total: int) -> None:
    """Kill runs so many times, each going on from the last; raise AssertionError for what is lost."""
    source = write_records(scratch / "drafts.jsonl", TOTAL)
    began = time.monotonic()
    whole = run(source, "--output", scratch / "whole", "--format", form, "--jobs", 2)
    lasted = time.monotonic() - began
    assert whole.returncode == 2, whole.stderr  # some records are broken
    chance = random.Random(form)  # noqa: S311
    kills = done = 0
    words = (source, "--output", scratch / "killed", "--format", form, "--jobs", 2, "--resume")
    while kills < total:
        if killed(chance.uniform(0, 0.7 * lasted), *words):
            kills += 1
            checkpoint = scratch / "killed" / "checkpoint.json"
            if checkpoint.exists():
                now = json.loads(checkpoint.read_text("utf-8"))["documents"]
                assert now >= done  # what is done stays done
                done = now
        else:  # it came to its end: begin anew
            assert tables(scratch / "killed") == tables(scratch / "whole")
            shutil.rmtree(scratch / "killed")
            done = 0
    ended = run(*words)
    assert ended.returncode == 2, ended.stderr
    assert ended.stdout.replace("killed", "whole") == whole.stdout
    assert tables(scratch / "killed") == tables(scratch / "whole")


@pytest.mark.parametrize("form", FORMS)
def test_kill_at_random_moments(form: str, tmp_path: Path) -> None:
    kill_at_random(form, tmp_path, KILLS)


@LINUX
def test_a_killed_run_leaves_no_process(tmp_path: Path) -> None:
    source = write_records(tmp_path / "drafts.jsonl", TOTAL)
    words = (source, "--output", tmp_path / "out", "--jobs", 2)
    process = subprocess.Popen(command(*words), stdout=subprocess.DEVNULL)
    for _ in range(300):
        if len(children := _children(process.pid)) == 2:
            break
        time.sleep(0.02)
    assert len(children) == 2
    process.kill()
    process.wait(30)
    for _ in range(1000):
        if not any(map(_alive, children)):
            break
        time.sleep(0.02)
    assert not any(map(_alive, children))


def _children(parent: int) -> list[int]:
    found = []
    for folder in Path("/proc").iterdir():
        try:
            stat = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(stat[1]) == parent:
            found.append(int(folder.name))
    return found


def _alive(process: int) -> bool:
    try:
        stat = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def test_ctrl_c_keeps_what_is_done(tmp_path: Path) -> None:
    source = write_records(tmp_path / "drafts.jsonl", TOTAL)
    assert run(source, "--output", tmp_path / "whole").returncode == 2
    process = subprocess.Popen(
        command(source, "--output", tmp_path / "out"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )
    time.sleep(0.6)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) in ((130, "已中断\n"), (2, ""))
    assert run(source, "--output", tmp_path / "out", "--resume").returncode == 2
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder of three drafts."""
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    for number in range(3):
        (drafts / f"{number}.txt").write_text(text(number), encoding="utf-8")
    return drafts


def half(folder: Path, output: Path) -> None:
    """Make an output folder as a run leaves it that was killed after two of the drafts."""
    last = folder / "2.txt"
    last.rename(folder.parent / "2.txt")
    assert run(folder, "--output", output).returncode == 0
    (folder.parent / "2.txt").rename(last)
    (output / "summary.jsonl").unlink()
    checkpoint = output / "checkpoint.json"
    state = json.loads(checkpoint.read_text("utf-8"))
    checkpoint.write_text(json.dumps({**state, "finished": False}), encoding="utf-8")


def test_what_is_not_known_to_be_whole_is_cut_off(folder: Path, tmp_path: Path) -> None:
    assert run(folder, "--output", tmp_path / "whole").returncode == 0
    half(folder, tmp_path / "out")
    with (tmp_path / "out" / "diagnostics.jsonl").open("ab") as stream:
        stream.write(b'{"document": 2, "id": "2.t')  # torn
    (tmp_path / "out" / ".speechlint-left").write_text("of a write that was killed")
    assert run(folder, "--output", tmp_path / "out", "--resume").returncode == 0
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")


def test_an_output_folder_is_not_written_over(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    assert run(folder, "--output", output).returncode == 0
    before = tables(output)
    again = run(folder, "--output", output)
    assert (again.returncode, again.stderr) == (
        2,
        (
            f"speechlint：{output} 里有上一次的结果（已经做完，3 份）："
            "加 --resume 接着做，加 --overwrite 从头再来\n"
        ),
    )
    assert tables(output) == before
    done = run(folder, "--output", output, "--resume")  # nothing is left to do
    assert (done.returncode, done.stderr) == (0, "")
    assert tables(output) == before
    (folder / "2.txt").unlink()
    assert run(folder, "--output", output, "--overwrite").returncode == 0
    assert [row["id"] for row in rows(output / "documents.jsonl")] == ["0.txt", "1.txt"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--select", "placeholder"], "--select不一样"),
        (["--severity", "error"], "--severity不一样"),
        (["--format", "parquet"], "--format不一样"),
        (["--preset", "quiet"], "--preset不一样"),
    ],
)
def test_other_words_are_refused(words: list[str], told: str, folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    half(folder, output)
    refused = run(folder, "--output", output, "--resume", *words)
    assert (refused.returncode, refused.stderr) == (
        2,
        (
            f"speechlint：{output} 里是另一次运行的结果：{told}，不能混在一起；"
            "加 --overwrite 从头再来，或换一个 --output 文件夹\n"
        ),
    )


def test_another_input_is_refused(folder: Path, tmp_path: Path) -> None:
    half(folder, tmp_path / "out")
    other = tmp_path / "other"
    folder.rename(other)
    refused = run(other, "--output", tmp_path / "out", "--resume")
    assert refused.returncode == 2
    assert "里是另一次运行的结果：输入不一样" in refused.stderr


@pytest.mark.parametrize("change", ["edited", "gone", "before"])
def test_an_input_that_changed_is_refused(change: str, folder: Path, tmp_path: Path) -> None:
    half(folder, tmp_path / "out")
    if change == "edited":
        (folder / "1.txt").write_text("同志们：\n\n谢谢大家！\n", encoding="utf-8")
    elif change == "gone":
        (folder / "0.txt").unlink()
    else:
        (folder / "00.txt").write_text("同志们：\n\n谢谢大家！\n", encoding="utf-8")
    before = tables(tmp_path / "out")
    refused = run(folder, "--output", tmp_path / "out", "--resume")
    assert (refused.returncode, refused.stderr) == (
        2,
        (
            "speechlint：输入变了：前 2 份已经不是上次检查的那些，不能接着做；"
            "加 --overwrite 从头再来，或换一个 --output 文件夹\n"
        ),
    )
    for name in ("documents.jsonl", "diagnostics.jsonl"):  # what was not known to be whole is gone
        assert before[name].startswith(tables(tmp_path / "out")[name])


@pytest.mark.parametrize("where", ["drafts", "drafts/sub"])
def test_rules_that_changed_are_refused(where: str, tmp_path: Path) -> None:
    sub = tmp_path / "drafts" / "sub"
    sub.mkdir(parents=True)
    for number in range(3):
        (sub / f"{number}.txt").write_text(text(number), encoding="utf-8")
    home = tmp_path / where
    (home / "words.csv").write_text("误,正\n齐心协力,同心协力\n", encoding="utf-8")
    (home / "speechlint.toml").write_text('words = "words.csv"\n', encoding="utf-8")
    drafts = tmp_path / "drafts"
    output = tmp_path / "out"
    assert run(drafts, "--output", output).returncode == 0
    state = json.loads((output / "checkpoint.json").read_text("utf-8"))
    state["finished"] = False
    (output / "checkpoint.json").write_text(json.dumps(state), encoding="utf-8")
    (output / "summary.jsonl").unlink()
    (home / "words.csv").write_text("误,正\n万众一心,同心协力\n", encoding="utf-8")
    refused = run(drafts, "--output", output, "--resume")
    assert (refused.returncode, refused.stderr) == (
        2,
        (
            f"speechlint：{home / 'speechlint.toml'}：规则和上次不一样了，不能接着做；"
            "恢复原来的设置，或加 --overwrite 从头再来\n"
        ),
    )
    (home / "words.csv").write_text("误,正\n齐心协力,同心协力\n", encoding="utf-8")
    assert run(drafts, "--output", output, "--resume").returncode == 0


def test_a_table_that_lost_lines_is_refused(folder: Path, tmp_path: Path) -> None:
    half(folder, tmp_path / "out")
    table = tmp_path / "out" / "documents.jsonl"
    table.write_bytes(table.read_bytes()[:10])
    refused = run(folder, "--output", tmp_path / "out", "--resume")
    assert (refused.returncode, refused.stderr) == (
        2,
        (
            f"speechlint：{table} 比上次写下的短，被改过或没有存全；"
            "加 --overwrite 从头再来，或换一个 --output 文件夹\n"
        ),
    )


def test_two_at_once_are_refused(tmp_path: Path) -> None:
    source = write_records(tmp_path / "drafts.jsonl", TOTAL)
    first = subprocess.Popen(
        command(source, "--output", tmp_path / "out"), stdout=subprocess.DEVNULL
    )
    for _ in range(3000):
        if (tmp_path / "out" / "documents.jsonl").exists():
            break
        time.sleep(0.01)
    refused = run(source, "--output", tmp_path / "out", "--resume")
    first.kill()
    first.wait(30)
    assert (refused.returncode, refused.stderr) == (
        2,
        f"speechlint：{tmp_path / 'out'} 正被另一次运行使用，请等它做完\n",
    )


def test_a_folder_of_somebody_else_is_left_alone(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    output.mkdir()
    (output / "notes.txt").write_text("mine")
    for words in ([], ["--resume"], ["--overwrite"]):
        refused = run(folder, "--output", output, *words)
        assert (refused.returncode, refused.stderr) == (
            2,
            f"speechlint：{output} 里有别的文件（notes.txt），结果请写到一个新的或空的文件夹\n",
        )
    assert tables(output) == {"notes.txt": b"mine"}
