"""Whatever a client sends: the server goes on, answers each request once, tells no words of a draft, and ends when told to.

`SPEECHLINT_MESSAGES=200 pytest -o faulthandler_timeout=0 tests/trust/test_server_messages.py` sends that many batches (4 otherwise).
"""

from __future__ import annotations

import os
import random
import tempfile
from typing import Any

import pytest

from tests.server.raw import PATIENCE, Editor
from tests.server.test_robustness import messages
from tests.trust.pieces import pieces

BATCHES = int(os.environ.get("SPEECHLINT_MESSAGES", "4"))
FIRST = 1000  # the number of the first request
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
    """Return messages, and the numbers of the requests among them."""
    maker = Maker(seed)
    sent = messages(*(maker.message(n) for n in range(FIRST, FIRST + size)))
    if maker.chance.random() < 0.5:  # bytes that are no message
        sent += b'Content-Length: 9\r\n\r\n{"a": [}}' + messages({"method": "x"})
    return sent, {*maker.ids}


@pytest.mark.parametrize("seed", range(BATCHES))
def test_a_hostile_client(seed: int) -> None:
    sent, asked = batch(seed)
    draft = {
        "uri": "file:///drafts/last.txt",
        "languageId": "plaintext",
        "version": 1,
        "text": "一、看。\n二、问。\n",
    }
    answers: list[dict[str, Any]] = []
    with tempfile.TemporaryFile() as log, Editor(log.fileno(), answers.append) as editor:
        editor.send(sent)
        editor.tell("textDocument/didOpen", {"textDocument": draft})
        last = editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": draft["uri"]}})
        editor.wait(lambda: asked <= {a["id"] for a in answers} and not editor.waiting)
        (found,) = (a["result"] for a in answers if a["id"] == last)
        assert [symbol["name"] for symbol in found] == ["一、看", "二、问"]
        assert editor.end() == 0
        log.seek(0)
        assert WORDS not in log.read().decode()
    assert sorted(a["id"] for a in answers) == [*range(1, editor.asked + 1), *sorted(asked)]
    assert all(("result" in a) != ("error" in a) for a in answers)


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        ({"method": "textDocument/hover", "params": {"textDocument": {"uri": URIS[0]}, "position": WORDS}}, -32602),
        ({"method": "textDocument/hover", "params": WORDS}, -32602),
        ({"method": "textDocument/hover"}, -32602),
        ({"method": "x/y"}, -32601),
        ({"method": "x/y", "params": WORDS}, -32601),
        ({"method": {}, "params": {}}, -32600),
    ],
)  # fmt: skip
@pytest.mark.parametrize("number", [7001, WORDS])
def test_a_request_that_cannot_be_read_is_answered(
    request_: dict[str, Any], code: int, number: object
) -> None:
    answers: list[dict[str, Any]] = []
    with tempfile.TemporaryFile() as log, Editor(log.fileno(), answers.append) as editor:
        editor.send(messages({"id": number, **request_}))
        assert editor.end() == 0
        log.seek(0)
        assert WORDS not in log.read().decode()
    (error,) = (a["error"] for a in answers if a["id"] == number)
    assert error["code"] == code
    assert WORDS not in error["message"]
    assert "data" not in error


def test_a_request_after_the_end_is_answered() -> None:
    answers: list[dict[str, Any]] = []
    with tempfile.TemporaryFile() as log, Editor(log.fileno(), answers.append) as editor:
        editor.ask("shutdown", None)
        last = editor.ask("textDocument/hover", {"textDocument": {"uri": URIS[0]}, "position": {"line": 0, "character": 0}})  # fmt: skip
        editor.wait(lambda: not editor.waiting)
        editor.tell("exit", None)
        assert editor.process.wait(PATIENCE) == 0
    (answer,) = (a for a in answers if a["id"] == last)
    assert answer["error"]["code"] == -32600
