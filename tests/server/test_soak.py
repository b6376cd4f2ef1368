"""The short form of the soak, and a client that is killed."""

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from speechlint.server.framing import Input
from tests.server.soak import soak

# A client that opens a long draft, and says which process is its server.
CLIENT = """
import os, time
from tests.server.raw import Editor
editor = Editor(2)
item = {"uri": "file:///a.txt", "languageId": "plaintext", "version": 1, "text": "今年安排XX个项目。\\n" * 30000}
editor.tell("textDocument/didOpen", {"textDocument": item})
print(editor.process.pid, flush=True)
time.sleep(600)
"""


def test_hundreds_of_changes_among_garbage() -> None:
    told: list[str] = []
    assert soak(150, 6, told.append) == []
    assert told


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="processes are seen in /proc")
def test_a_client_that_is_killed_leaves_no_server() -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", CLIENT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as client:
        assert client.stdout
        server = int(client.stdout.readline())
        assert alive(server)
        client.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    guard = time.monotonic() + 60
    while alive(server) and time.monotonic() < guard:
        time.sleep(0.1)
    assert not alive(server)


def alive(process: int) -> bool:
    """Say whether a process still runs; one that nobody has buried does not."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text("utf-8")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] not in "ZX"


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (b"Content-Length: 12\r\n", b"Content-Length: 12\r\n"),
        (b"content-length:12\n", b"Content-Length: 12\r\n"),
        (b'{"a": 1}Content-Length: 12\r\n', b"Content-Length: 12\r\n"),
        (b"Content-Length: 0012\r\n", b"Content-Length: 12\r\n"),
        (b"Content-Length: 0\r\n", b"\n"),
        (b"Content-Length: 99999999999\r\n", b"\n"),
        (b"Content-Length: " + b"9" * 5000 + b"\r\n", b"\n"),
        (b"Content-Length: many\r\n", b"Content-Length: many\r\n"),
        (b"Content-Type: text\r\n", b"Content-Type: text\r\n"),
        (b"\r\n", b"\r\n"),
        (b"", b""),
    ],
)
def test_lengths_are_found_again(line: bytes, read: bytes) -> None:
    stream = Input(io.BytesIO(line + b"rest"))
    assert stream.readline() == (read if line else b"rest")
    assert stream.read(4) == (b"rest" if line else b"")
