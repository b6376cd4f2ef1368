"""What only a process of its own shows: streams, signals, workers."""

import json
import os
import pty
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from .conftest import Office

BAD = "截止目前，全市开工项目二十个。\n"
SPEECHLINT = [sys.executable, "-m", "speechlint"]


@pytest.fixture
def folder(office: Office) -> Office:
    for number in range(12):
        office.write(f"d/{number:02}.txt", BAD * (number + 1))
    office.write("d/binary.txt", b"\0")
    office.write("d/english.txt", "To be, or not to be.")
    return office


def test_exit_code_and_streams(office: Office) -> None:
    office.write("a.txt", BAD)
    result = office.process("a.txt", "none.txt")

    assert result.code == 2
    assert result.out.startswith("a.txt:1:1: 错误 word.as-of “截止目前”应为“截至目前” [可修复]\n")
    assert result.err == "none.txt：没有这个文件，请核对路径\n"


def test_standard_input(office: Office) -> None:
    result = office.process("-q", "--select", "word", "-", stdin=BAD.encode())

    assert result == (1, "-:1:1: 错误 word.as-of “截止目前”应为“截至目前” [可修复]\n", "")


class TestJobs:
    @pytest.mark.parametrize("words", [(), ("--output-format", "json"), ("--verbose",)])
    def test_several_processes_say_what_one_says(
        self, folder: Office, words: tuple[str, ...]
    ) -> None:
        one = folder.process("d", "--jobs", "1", *words)
        two = folder.process("d", "--jobs", "2", *words)

        assert one.code == 2
        assert two == one

    @pytest.mark.usefixtures("folder")
    def test_a_worker_that_dies_is_told(self) -> None:
        # As if the system had killed it.
        die = (
            "import os, speechlint.running as running\n"
            "running.Runner.run = lambda self, job: os._exit(9)\n"
            "from speechlint.cli import main\n"
            "raise SystemExit(main(['d', '--jobs', '2']))\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", die], capture_output=True, check=False, text=True
        )

        assert done.returncode == 2
        assert done.stderr == (
            "d/00.txt：检查它的进程意外停了（内存不够？），请加 --jobs 1 再试"
            "（另有 13 个文件也是这样）\n"
        )


class TestClosedPipe:
    @pytest.mark.usefixtures("folder")
    @pytest.mark.parametrize(
        ("words", "code"),
        [
            (("d",), 141),
            (("d", "--jobs", "2"), 141),
            (("d", "--output-format", "json"), 141),
            (("explain", "word"), 141),
            (("--help",), 141),
            (("check", "--help"), 0),  # argparse does not tell
        ],
    )
    def test_nobody_reads(self, words: tuple[str, ...], code: int) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run(
            [*SPEECHLINT, *words], stdout=writer, stderr=subprocess.PIPE, check=False, text=True
        )
        os.close(writer)

        assert done.returncode == code
        assert "Error" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("words", [("d",), ("d", "--output-format", "json"), ("rules",)])
def test_a_full_disk_is_told(words: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*SPEECHLINT, *words], stdout=full, stderr=subprocess.PIPE, check=False, text=True
        )

    assert done.returncode == 2
    assert done.stderr == "speechlint：输出写不进去（磁盘满了）\n"


class TestInterrupt:
    @pytest.mark.parametrize("words", [(), ("--jobs", "2")])
    def test_control_c(self, office: Office, words: tuple[str, ...]) -> None:
        # Two drafts that never end: the first to be opened says that the check has begun.
        office.write("a.txt", BAD)
        os.mkfifo("b.txt")
        # Where whoever runs the tests ignores the signal (a job in the background), a child would.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        process = subprocess.Popen(
            [*SPEECHLINT, "b.txt", "a.txt", *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        signal.signal(signal.SIGINT, before)
        with Path("b.txt").open("w", encoding="utf-8"):  # waits for the reader
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=30)

        assert (process.returncode, out, err) == (130, "", "已中断\n")


class TestConsole:
    def test_gbk(self, office: Office) -> None:
        office.write("a.txt", "😀“甲”截止目前，\n")
        result = office.process("a.txt", "--select", "word", PYTHONIOENCODING="gbk", PYTHONUTF8="0")

        assert result.code == 1
        assert result.out.splitlines()[:3] == [
            "a.txt:1:5: 错误 word.as-of “截止目前”应为“截至目前” [可修复]",
            "    ?“甲”截止目前，",
            "    " + "\u3000" * 4 + "^" * 8,
        ]

    def test_machine_formats_are_utf_8_on_every_console(self, office: Office) -> None:
        office.write("a.txt", "😀" + BAD)
        done = subprocess.run(
            [*SPEECHLINT, "a.txt", "--output-format", "json"],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"},
        )

        (file,) = json.loads(done.stdout.decode())["files"]
        assert file["diagnostics"][-1]["message"] == "“截止目前”应为“截至目前”"

    def test_a_console_that_knows_no_chinese(self, office: Office) -> None:
        office.write("a.txt", BAD)
        result = office.process("a.txt", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")

        assert result.code == 1
        assert result.out.startswith("a.txt:1:1: ?? word.as-of ")
        assert result.err == ""

    @pytest.mark.parametrize(
        ("environment", "words", "colour"),
        [({}, (), True), ({"NO_COLOR": "1"}, (), False), ({}, ("--no-color",), False)],
    )
    def test_colour_on_a_terminal_only(
        self, office: Office, environment: dict[str, str], words: tuple[str, ...], *, colour: bool
    ) -> None:
        office.write("a.txt", BAD)
        assert "\x1b" not in office.process("a.txt").out
        shown = on_terminal([*SPEECHLINT, "a.txt", *words], {"TERM": "xterm", **environment})

        assert "错误" in shown
        assert ("\x1b[31m" in shown) is colour


def on_terminal(command: list[str], environment: dict[str, str]) -> str:
    """Run a command on a terminal and return what it shows."""
    ours, theirs = pty.openpty()
    shown: list[bytes] = []

    def read() -> None:
        try:
            while chunk := os.read(ours, 4096):
                shown.append(chunk)
        except OSError:  # the terminal was closed
            return

    reader = threading.Thread(target=read)
    reader.start()
    clean = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    subprocess.run(command, stdout=theirs, check=False, env={**clean, **environment})
    os.close(theirs)
    reader.join()
    os.close(ours)
    return b"".join(shown).decode()
