"""Whatever a client sends: the server goes on, answers no request twice, tells no words of a draft, and ends when told to.

A request that cannot be read (a text in the place of a number) is named in the log and not answered: so pygls does it.

`SPEECHLINT_MESSAGES=200 pytest -o faulthandler_timeout=0 tests/trust/test_server_messages.py` sends that many batches (4 otherwise).
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
from typing import Any

import pytest

from tests.server.conftest import COMMAND
from tests.server.test_robustness import messages
from tests.trust.pieces import pieces

BATCHES = int(os.environ.get("SPEECHLINT_MESSAGES", "4"))
LAST = 10**6  # the number of a sound request after all that
WORDS = "绝密甲乙丙"
URIS = (
    "file:///drafts/a.txt",
    "file:///drafts/b.md",
    "untitled:1",
    "http://a.cn/x.txt",
    "file:///",
    "",
    "::",
    "file:///drafts/%00.txt",
    "file:///dev/null",
)
REQUESTS = (
    "textDocument/codeAction",
    "textDocument/hover",
    "textDocument/documentSymbol",
    "textDocument/foldingRange",
    "textDocument/inlayHint",
    "textDocument/prepareRename",
    "textDocument/rename",
    "textDocument/diagnostic",
    "workspace/diagnostic",
    "workspace/executeCommand",
    "textDocument/definition",
    "x/y",
    "initialize",
)
NOTES = (
    "textDocument/didOpen",
    "textDocument/didChange",
    "textDocument/didClose",
    "textDocument/didSave",
    "workspace/didChangeConfiguration",
    "workspace/didChangeWatchedFiles",
    "workspace/didChangeWorkspaceFolders",
    "$/cancelRequest",
    "$/setTrace",
    "x/z",
    "initialized",
)
COMMANDS = (
    "speechlint.nextBlank",
    "speechlint.fillBlank",
    "speechlint.statistics",
    "speechlint.fixAll",
    "speechlint.ignorePlace",
    "speechlint.allowWord",
    "speechlint.ignoreRule",
    "speechlint.explain",
    "x",
)
ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    2**31,
    2**63,
    1.5,
    "",
    "x",
    WORDS,
    [],
    {},
    [[]],
    {"a": None},
)


class Maker:
    """Makes messages: most nearly right, some of any form at all."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311
        self.ids: list[int] = []

    def text(self) -> str:
        some = self.chance.choices(pieces(), k=self.chance.randrange(25))
        return WORDS + "".join(some) + self.chance.choice(("", "\ud83d", "\r", "\0"))

    def place(self) -> dict[str, Any]:
        return {"line": self.number(), "character": self.number()}

    def number(self) -> Any:
        return self.chance.choice((0, 1, 2, 5, 10**6, -1, 2**31 - 1))

    def span(self) -> dict[str, Any]:
        return {"start": self.place(), "end": self.place()}

    def params(self, method: str) -> Any:
        uri = self.chance.choice(URIS)
        document = {"uri": uri}
        if method == "textDocument/didOpen":
            return {
                "textDocument": {
                    **document,
                    "languageId": "plaintext",
                    "version": self.number(),
                    "text": self.text(),
                }
            }
        if method == "textDocument/didChange":
            change: dict[str, Any] = {"text": self.text()}
            if self.chance.random() < 0.2:
                change["range"] = self.span()
            return {
                "textDocument": {**document, "version": self.number()},
                "contentChanges": [change],
            }
        if method == "textDocument/codeAction":
            return {"textDocument": document, "range": self.span(), "context": {"diagnostics": []}}
        if method == "workspace/executeCommand":
            values: tuple[Any, ...] = (uri, self.place(), WORDS, 0, None, {"a": 1}, [])
            return {
                "command": self.chance.choice(COMMANDS),
                "arguments": self.chance.choices(values, k=self.chance.randrange(4)),
            }
        if method == "workspace/didChangeConfiguration":
            return {
                "settings": {
                    "speechlint": {
                        "pause": self.chance.choice(ODD),
                        "select": self.chance.choice(ODD),
                        "preset": self.chance.choice(ODD),
                    }
                }
            }
        if method == "workspace/didChangeWatchedFiles":
            return {"changes": [{"uri": uri, "type": self.chance.choice((1, 2, 3))}]}
        if method == "$/cancelRequest":
            return {"id": self.chance.choice(self.ids or [0])}
        if method == "textDocument/inlayHint":
            return {"textDocument": document, "range": self.span()}
        if method == "textDocument/rename":
            return {"textDocument": document, "position": self.place(), "newName": self.text()}
        return {"textDocument": document, "position": self.place()}

    def message(self, number: int) -> dict[str, Any]:
        request = self.chance.random() < 0.5
        method = self.chance.choice(REQUESTS if request else NOTES)
        params = self.params(method)
        if self.chance.random() < 0.15:  # something else in the place of a part
            if isinstance(params, dict) and self.chance.random() < 0.7:
                params[self.chance.choice([*params, "x"])] = self.chance.choice(ODD)
            else:
                params = self.chance.choice(ODD)
        body = {"method": method, "params": params}
        if request:
            self.ids.append(number)
            body["id"] = number
        return body


def batch(seed: int, size: int = 120) -> tuple[bytes, set[int]]:
    maker = Maker(seed)
    first = {
        "id": 0,
        "method": "initialize",
        "params": {"processId": None, "capabilities": {}, "rootUri": None},
    }
    bodies: list[dict[str, Any]] = [
        first,
        {"method": "initialized", "params": {}},
        *(maker.message(n) for n in range(1, size)),
    ]
    sent = messages(*bodies)
    if maker.chance.random() < 0.5:  # bytes that are no message
        sent += b'Content-Length: 9\r\n\r\n{"a": [}}' + messages({"method": "x"})
    draft = {
        "uri": "file:///drafts/last.txt",
        "languageId": "plaintext",
        "version": 1,
        "text": "一、看。\n二、问。\n",
    }
    return sent + messages(
        {"method": "textDocument/didOpen", "params": {"textDocument": draft}},
        {
            "id": LAST,
            "method": "textDocument/documentSymbol",
            "params": {"textDocument": {"uri": draft["uri"]}},
        },
        {"id": LAST + 1, "method": "shutdown"},
        {"method": "exit"},
    ), {*maker.ids, 0, LAST, LAST + 1}


@pytest.mark.parametrize("seed", range(BATCHES))
def test_a_hostile_client(seed: int) -> None:
    sent, asked = batch(seed)
    done = subprocess.run(COMMAND, input=sent, capture_output=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    assert WORDS not in done.stderr.decode()
    answered: list[int] = []
    rest = done.stdout
    while rest:
        head = re.match(rb"Content-Length: (\d+)\r\n(?:[^\r\n]+\r\n)*\r\n", rest)
        assert head, rest[:200]
        end = head.end() + int(head[1])
        body = json.loads(rest[head.end() : end])
        rest = rest[end:]
        if "id" in body and "method" not in body and body["id"] is not None:
            assert ("result" in body) != ("error" in body)
            answered.append(body["id"])
    assert len(answered) == len(set(answered)), "twice"
    assert set(answered) <= asked
    assert {0, LAST, LAST + 1} <= set(answered)  # it is still there
    assert len(answered) > len(asked) // 4
