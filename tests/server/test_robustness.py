"""Whatever an editor sends: never a crash, never a drifted range, never a draft's words in the log."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from speechlint import lint
from tests.server.client import Client, spot, uri
from tests.server.conftest import COMMAND

DRAFT = "file:///drafts/开幕.txt"
ODD = "甲\v乙\f丙\x1c丁\x85戊\u2028己\u2029庚\ud83d辛😀𠀀\r\n今年安排XX个项目。\r又有XX户。\n"


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.asyncio
async def test_no_range_drifts_whatever_the_text_holds(client: Client) -> None:
    await client.begin()
    text = "同志们：\n\n" + ODD * 3
    client.open(DRAFT, text)
    found = (await client.published(DRAFT)).diagnostics
    marked = [d.range for d in found if d.code == "placeholder.mask"]
    assert [(r.start.line, r.start.character, r.end.character) for r in marked] == [
        (line, column, column + 2)
        for block in range(3)
        for line, column in ((3 + 3 * block, 4), (4 + 3 * block, 2))
    ]
    assert [d.code for d in found] == [d.rule for d in lint(text)]
    line = "甲\v乙\u2028😀\ud83d，安排XX个"
    client.change(DRAFT, f"{line}项目，全市上下要抓好落实。\n")
    found = (await client.published(DRAFT)).diagnostics
    (mask,) = (d.range.start for d in found if d.code == "placeholder.mask")
    assert (mask.line, mask.character) == (0, utf16(line[:-3]))


@pytest.mark.asyncio
async def test_gbk_opened_as_utf8_is_told_and_nothing_else(client: Client) -> None:
    await client.begin()
    client.open(DRAFT, "同志们：今年安排XX个项目。\n".encode("gbk").decode("utf-8", "replace"))
    (found,) = (await client.published(DRAFT)).diagnostics
    assert found.code == "scrape.mojibake"
    symbols = lsp.DocumentSymbolParams(lsp.TextDocumentIdentifier(DRAFT))
    assert not await client.text_document_document_symbol_async(symbols)


@pytest.mark.asyncio
async def test_a_megabyte_while_others_are_served(client: Client) -> None:
    await client.begin()
    block = "全市上下要提高认识，加快进度，抓好各项任务的落实。\n\n" * 50
    text = "同志们：\n\n" + ("今年安排XX个项目。\n\n" + block) * 260
    assert len(text.encode()) > 1_000_000
    client.open(DRAFT, text)
    small = client.open("file:///drafts/small.txt", "今年安排XX个项目。\n")
    client.change(DRAFT, text.replace("XX", "三十"))
    assert len((await client.published(small)).diagnostics) == 1
    found = await client.published(DRAFT)
    if found.version == 1:  # the check was done before the change came
        found = await client.published(DRAFT)
    assert found.version == 2
    assert not [d for d in found.diagnostics if d.code == "placeholder.mask"]


@pytest.mark.asyncio
async def test_a_checker_that_raises_leaves_the_others(client: Client, tmp_path: Path) -> None:
    """An option that builds a checker which falls over: a group that the expression lacks."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "pack.toml").write_text('title = "t"\nwhy = "w"\n', "utf-8")
    (tmp_path / "own" / "bad.toml").write_text(
        'title = "t"\nwhy = "w"\nmessage = "{nothing}"\nchecker = "substitution"\n'
        'options = { words = { "开工" = "动工" } }\n'
        '[[examples]]\nbad = "⟦开工⟧"\n[[examples]]\ngood = "动工"\n',
        "utf-8",
    )
    (tmp_path / "speechlint.toml").write_text('packs = ["own/"]\n', "utf-8")
    await client.begin(tmp_path)
    name = client.open(uri(tmp_path / "a.txt"), "今年开工XX个项目。\n")
    found = (await client.published(name)).diagnostics
    assert [d.code for d in found] == ["placeholder.mask"]


@pytest.mark.asyncio
async def test_places_outside_the_text_are_taken_in(client: Client) -> None:
    await client.begin()
    client.open(DRAFT, "今年安排XX个项目。\n")
    far = lsp.Range(lsp.Position(0, 0), lsp.Position(10**6, 10**6))
    assert await client.actions(DRAFT, far)
    document = lsp.TextDocumentIdentifier(DRAFT)
    params = lsp.HoverParams(document, lsp.Position(10**6, 10**6))
    assert await client.text_document_hover_async(params) is None
    for name in ("file:///drafts/closed.txt", "untitled:x", "http://example.org/x.txt"):
        assert await client.actions(name, spot(0, 0)) == []


def messages(*bodies: dict[str, object]) -> bytes:
    out = b""
    for body in bodies:
        data = json.dumps({"jsonrpc": "2.0", **body}).encode()
        out += b"Content-Length: %d\r\n\r\n%b" % (len(data), data)
    return out


def test_standard_output_holds_answers_and_the_log_no_word_of_the_draft() -> None:
    """Whatever goes wrong: messages of the wrong form, unknown methods, the client gone."""
    item = {"uri": DRAFT, "languageId": "plaintext", "version": 1, "text": "绝密" * 50}
    wrong = {"uri": DRAFT, "languageId": 7, "version": "绝密", "text": {"绝密": "绝密"}}
    place = {"textDocument": {"uri": DRAFT}, "position": "绝密"}
    sent = messages(
        {"id": 1, "method": "initialize", "params": {"processId": None, "capabilities": {}, "rootUri": None}},
        {"method": "initialized", "params": {}},
        {"method": "textDocument/didOpen", "params": {"textDocument": item}},
        {"method": "textDocument/didOpen", "params": {"textDocument": wrong}},
        {"id": 2, "method": "textDocument/hover", "params": place},
        {"id": 3, "method": "绝密/绝密", "params": {"绝密": "绝密"}},
        {"id": 4, "method": "workspace/executeCommand", "params": {"command": "绝密"}},
        {"id": 5, "method": "shutdown"},
        {"method": "exit"},
    )  # fmt: skip
    done = subprocess.run(COMMAND, input=sent, capture_output=True, timeout=30, check=False)
    assert done.returncode == 0
    assert "绝密" not in done.stderr.decode()
    rest = done.stdout
    ids = []
    while rest:
        head = re.match(rb"Content-Length: (\d+)\r\n(?:[^\r\n]+\r\n)*\r\n", rest)
        assert head
        end = head.end() + int(head[1])
        ids.append(json.loads(rest[head.end() : end]).get("id"))
        rest = rest[end:]
    assert {1, 2, 3, 4, 5} <= set(ids)


@pytest.mark.parametrize("arguments", [["server"], ["server", "--stdio"]])
def test_a_client_that_goes_away_ends_the_server(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "speechlint", *arguments]
    done = subprocess.run(command, input=b"", capture_output=True, timeout=30, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
