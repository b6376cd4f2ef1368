"""A client that speaks to the real process in bytes: also what no client library would send."""

from __future__ import annotations

import contextlib
import json
import subprocess
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.server.conftest import COMMAND, CONFIG

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self

TOLD = "绝密要点"  # stands in every draft, and may stand in no log
PATIENCE = 120  # seconds: a guard against hanging, no measure


def framed(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def garbage(uri: str) -> list[bytes]:
    """Return what no editor should send."""
    wrong: list[Any] = [
        {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": 7, "text": TOLD}}},
        {"method": "textDocument/didChange", "params": {"textDocument": {"uri": uri}}},
        {"method": "textDocument/didChange", "params": None},
        {"method": "textDocument/didClose", "params": {"textDocument": {"uri": "file:///none"}}},
        {"method": "textDocument/didChange", "params": {"textDocument": {"uri": "file:///none", "version": 1}, "contentChanges": [{"text": TOLD}]}},
        {"method": "secret/" + TOLD, "params": [TOLD]},
        {"method": "$/cancelRequest", "params": {"id": 10**9}},
        {"method": "$/setTrace", "params": {"value": TOLD}},
        {"method": "workspace/didChangeConfiguration", "params": {"settings": [TOLD]}},
        {"id": "x", "method": "secret/" + TOLD, "params": {}},
        {"id": "x", "method": "textDocument/hover", "params": {"textDocument": {"uri": uri}, "position": {"line": -1, "character": "0"}}},
        {"id": "x", "method": "workspace/executeCommand", "params": {"command": TOLD, "arguments": [TOLD]}},
        {"id": "x", "method": "workspace/executeCommand", "params": {"command": "speechlint.fillBlank", "arguments": [[], {}]}},
        {"id": "never asked", "result": {TOLD: TOLD}},
        {"id": None, "error": {"code": 1, "message": TOLD}},
        {},
    ]  # fmt: skip
    bodies = [json.dumps({"jsonrpc": "2.0", **body}).encode() for body in wrong]
    bodies += [b'{"jsonrpc": "2.0", ', b"[]", b"null", b"7", b"\xff\xfe\x00", b"[" * 10_000]
    heads = [
        b"Content-Length: many\r\n\r\n{}",
        b"\r\n\r\n",
        b"X: y\r\n\r\n",
        b"Content-Length: 5\r\n\r\n" + b'{"a": "' + TOLD.encode() + b'"}',
        b"Content-Length: 99999999999999\r\n\r\n",
    ]
    return [*map(framed, bodies), *heads]


class Editor:
    """A client in a thread of its own, which keeps what was said to it; `hear` is told each answer."""

    def __init__(self, log: int, hear: Callable[[dict[str, Any]], object] = id) -> None:
        self.process = subprocess.Popen(
            COMMAND, stdin=-1, stdout=-1, stderr=log, env=CONFIG.server_env
        )
        self.news = threading.Condition()
        self.published: dict[str, tuple[int | None, list[Any]]] = {}
        self.waiting: set[int] = set()
        self.hear = hear
        self.asked = 0
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}, "initializationOptions": {"pause": 0}})  # fmt: skip
        self.wait(lambda: not self.waiting)
        self.tell("initialized", {})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        self.listener.join()
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()

    def send(self, data: bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def tell(self, method: str, params: Any) -> None:
        self.send(
            framed(json.dumps({"jsonrpc": "2.0", "method": method, "params": params}).encode())
        )

    def ask(self, method: str, params: Any) -> int:
        self.asked += 1
        with self.news:
            self.waiting.add(self.asked)
        message = {"jsonrpc": "2.0", "id": self.asked, "method": method, "params": params}
        self.send(framed(json.dumps(message).encode()))
        return self.asked

    def wait(self, done: Callable[[], bool]) -> None:
        """Wait until something is so; raise TimeoutError when it does not become so."""
        with self.news:
            if not self.news.wait_for(lambda: done() or self.process.poll() is not None, PATIENCE):
                raise TimeoutError
        if self.process.poll() is not None:
            raise ConnectionError(f"the server is gone: {self.process.returncode}")

    def memory(self) -> float:
        """Return the megabytes in use, 0 where the system does not say."""
        status = Path(f"/proc/{self.process.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else []
        return next((int(x.split()[1]) / 1024 for x in lines if x.startswith("VmRSS")), 0.0)

    def end(self) -> int:
        self.ask("shutdown", None)
        self.tell("exit", None)
        return self.process.wait(PATIENCE)

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream
        while head := stream.readline():
            size = int(head.split()[1]) if head.startswith(b"Content-Length:") else 0
            while head.strip():
                head = stream.readline()
                size = int(head.split()[1]) if head.startswith(b"Content-Length:") else size
            self._take(json.loads(stream.read(size)))
        with self.news:
            self.news.notify_all()

    def _take(self, message: dict[str, Any]) -> None:
        with self.news:
            if message.get("method") == "textDocument/publishDiagnostics":
                params = message["params"]
                self.published[params["uri"]] = params.get("version"), params["diagnostics"]
            elif "method" not in message:
                self.waiting.discard(message.get("id"))
                self.hear(message)
            self.news.notify_all()
