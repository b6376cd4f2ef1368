"""How long an editor waits for the language server: the real process, over its pipes.

    python benchmarks/server.py [DRAFT]
    python benchmarks/server.py --sizes       # a table: 10 KB, 100 KB, 1 MB

A draft of 18,500 characters (made of the examples of the rules where none is given) is typed
into a thousand times. Printed are: from the start to the first diagnostics; from a change to
its diagnostics, without the pause; the memory after so many edits; and, apart, what grows with
the text whatever is edited (decoding, line index, conversion, encoding), at a megabyte.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
import timeit
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import varied
from lsprotocol import types as lsp
from measuring import table

from speechlint.api import builtin_rules
from speechlint.linter import Linter
from speechlint.server import create
from speechlint.server.convert import Positions
from speechlint.server.report import Reporter
from speechlint.sources import document

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

EDITS = 1000
SIZE = 18_500
MEGABYTE = 1_000_000
SIZES = {10_000: 200, 100_000: 100, MEGABYTE: 20}  # bytes, and how often to type
DRAFT = "file:///drafts/draft.txt"


class Editor:
    """A client that does nothing but wait."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "speechlint", "server", "--stdio"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        options = {"pause": 0}
        capabilities = {"textDocument": {"publishDiagnostics": {"relatedInformation": True}}}
        params = {"processId": None, "rootUri": None, "capabilities": capabilities}
        self.send("initialize", {**params, "initializationOptions": options}, number=1)
        self.receive()
        self.send("initialized", {})
        self.version = 0
        self.found = 0

    def send(self, method: str, params: Any, number: int | None = None) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        data = json.dumps(message if number is None else {**message, "id": number}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self.process.stdin.flush()

    def receive(self) -> Any:
        stream = self.process.stdout
        assert stream
        size = 0
        while line := stream.readline().strip():
            if line.startswith(b"Content-Length:"):
                size = int(line.split()[1])
        return json.loads(stream.read(size))

    def type(self, text: str) -> float:
        """Send a text and wait for its diagnostics; return the seconds."""
        start = time.perf_counter()
        self.version += 1
        if self.version == 1:
            item = {"uri": DRAFT, "languageId": "plaintext", "version": 1, "text": text}
            self.send("textDocument/didOpen", {"textDocument": item})
        else:
            document = {"uri": DRAFT, "version": self.version}
            params = {"textDocument": document, "contentChanges": [{"text": text}]}
            self.send("textDocument/didChange", params)
        while True:
            message = self.receive()
            params = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" and (
                params["version"] == self.version
            ):
                self.found = len(params["diagnostics"])
                return time.perf_counter() - start

    def memory(self) -> float:
        """Return the megabytes in use, 0 where the system does not say."""
        status = Path(f"/proc/{self.process.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else []
        return next((int(x.split()[1]) / 1024 for x in lines if x.startswith("VmRSS")), 0.0)

    def processor(self) -> float:
        """Return the seconds that the server has worked, 0 where the system does not say."""
        stat = Path(f"/proc/{self.process.pid}/stat")
        fields = stat.read_text().rpartition(")")[2].split() if stat.exists() else []
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields else 0.0

    def end(self) -> None:
        self.send("shutdown", None, number=2)
        self.receive()
        self.send("exit", None)
        self.process.wait(30)


def draft(size: int) -> str:
    """Return a draft of a size: the examples of the project, again and again.

    Each paragraph names another annex, so that none is there twice.
    """
    folder = Path(__file__).parents[1] / "examples"
    texts = [(folder / name).read_text("utf-8") for name in ("draft.txt", "clean.txt")]
    lines = "\n\n".join(texts).split("\n")
    out: list[str] = []
    left = size
    while left > 0:
        line = lines[len(out) % len(lines)]
        out.append(f"{line}详见附件{len(out)}。" if line.endswith("。") else line)
        left -= len(out[-1]) + 1
    return "\n".join(out)[:size]


def edited(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    deed = chance.random()
    if deed < 0.45:
        return text[:at] + chance.choice("的是在和一二3%，。XX“”") + text[at:]
    if deed < 0.9:
        return text[:at] + text[at + 1 :]
    return text[:at] + "\n" + text[at:] if deed < 0.95 else text.replace("\n", "", 1)


def rest(text: str) -> list[tuple[str, float]]:
    """Return what grows with the text whatever is edited, in seconds: the best of five each."""
    found = Linter(builtin_rules()).lint(document(text))
    protocol = create().protocol
    change = {"textDocument": {"uri": DRAFT, "version": 2}, "contentChanges": [{"text": text}]}
    message = json.dumps(
        {"jsonrpc": "2.0", "method": "textDocument/didChange", "params": change}
    ).encode()
    can = lsp.PublishDiagnosticsClientCapabilities(
        related_information=True, code_description_support=True
    )
    reporter = Reporter(
        lsp.ClientCapabilities(
            text_document=lsp.TextDocumentClientCapabilities(publish_diagnostics=can)
        ),
        pulls=False,
    )

    def convert() -> list[lsp.Diagnostic]:
        return reporter.report(DRAFT, Positions(text, "utf-16"), found, builtin_rules())

    told = lsp.PublishDiagnosticsNotification(lsp.PublishDiagnosticsParams(DRAFT, convert(), 2))
    steps: dict[str, Callable[[], object]] = {
        "decoding": lambda: json.loads(message, object_hook=protocol.structure_message),
        "line index and conversion": convert,
        "encoding": lambda: json.dumps(told, default=protocol._serialize_message),  # noqa: SLF001
    }
    return [(name, min(timeit.repeat(step, number=1))) for name, step in steps.items()]


class Waits(NamedTuple):
    """How long one waits for the diagnostics of a change, and how long the server works: ms."""

    median: float
    late: float  # the 99th percentile
    longest: float
    processor: float


def keystrokes(editor: Editor, text: str, total: int, report: Collection[int] = ()) -> Waits:
    """Type into a draft that is open, and say how long one waits.

    Every other change takes the last one back: what is measured stays the same draft.
    """
    chance = random.Random(1)  # noqa: S311 (the same edits each time)
    times = []
    worked = editor.processor()
    for number in range(1, total + 1):
        times.append(1000 * editor.type(edited(text, chance) if number % 2 else text))
        if number in report:
            print(f"memory after {number} edits: {editor.memory():.1f} MB")
    times.sort()
    late = times[total * 99 // 100]
    worked = editor.processor() - worked
    return Waits(times[total // 2], late, times[-1], 1000 * worked / total)


def told(waits: Waits) -> str:
    return (
        f"change to diagnostics: median {waits.median:.1f} ms,"
        f" 99th percentile {waits.late:.1f} ms, longest {waits.longest:.1f} ms;"
        f" processor {waits.processor:.1f} ms each"
    )


def by_size() -> None:
    """Print how long one waits in drafts of varied text of three sizes, a server for each."""
    rows = []
    for size, edits in SIZES.items():
        text = varied.text(size)
        start = time.perf_counter()
        editor = Editor()
        editor.type(text)
        first = time.perf_counter() - start
        waits = keystrokes(editor, text, edits)
        memory = editor.memory()
        editor.end()
        times = (waits.median, waits.late, waits.processor)
        rows.append(
            (
                *(f"{size // 1000} KB", len(text), editor.found, edits, f"{first:.2f}"),
                *(f"{t:.1f}" for t in times),
                f"{memory:.0f}",
            )
        )
    head = ["draft", "characters", "diagnostics", "edits", "start to first diagnostics, s"]
    waited = ["median ms", "99th percentile ms", "processor ms", "memory MB"]
    print("From a change to its diagnostics, by the clock, without the pause.\n")
    print(table([*head, *waited], rows))


def main() -> None:
    if sys.argv[1:] == ["--sizes"]:
        by_size()
        return
    text = Path(sys.argv[1]).read_text("utf-8") if len(sys.argv) > 1 else draft(SIZE)
    start = time.perf_counter()
    editor = Editor()
    answered = time.perf_counter() - start
    editor.type(text)
    first = time.perf_counter() - start
    print(f"draft of {len(text)} characters, {editor.found} diagnostics")
    print(
        f"start to first diagnostics: {first:.2f} s, to the answer to initialize {answered:.2f} s"
    )
    print(told(keystrokes(editor, text, EDITS, (EDITS // 10, EDITS // 2, EDITS))))
    large = draft(MEGABYTE // 3)
    print(f"draft of {len(large.encode())} bytes")
    editor.type(large)
    print(f"{editor.found} diagnostics")
    print(told(keystrokes(editor, large, 20)))
    editor.end()
    steps = rest(large)
    print("of it " + ", ".join(f"{name} {1000 * t:.0f} ms" for name, t in steps))


if __name__ == "__main__":
    main()
