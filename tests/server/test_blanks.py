"""Blanks: rename fills equal ones alike; the next one; how many are left."""

from typing import Any

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from tests.server.client import Client, spot

DRAFT = "file:///drafts/开幕.txt"
TEXT = "😀XX市今年开工20个，XX县15个。\n\nXX市已投产8个，同比增长%。\n"


async def opened(client: Client, **can: Any) -> None:
    await client.begin(**can)
    client.open(DRAFT, TEXT)
    await client.published(DRAFT)


def edited(edit: lsp.WorkspaceEdit) -> list[tuple[lsp.Range, str]]:
    assert edit.document_changes
    (change,) = edit.document_changes
    assert isinstance(change, lsp.TextDocumentEdit)
    return [(e.range, e.new_text) for e in change.edits if isinstance(e, lsp.TextEdit)]


@pytest.mark.asyncio
async def test_rename_fills_every_equal_blank(client: Client) -> None:
    await opened(client)
    document, place = lsp.TextDocumentIdentifier(DRAFT), lsp.Position(2, 1)
    prepared = await client.text_document_prepare_rename_async(
        lsp.PrepareRenameParams(document, place)
    )
    assert prepared == lsp.PrepareRenamePlaceholder(spot(2, 0, 3), "XX市")
    edit = await client.text_document_rename_async(lsp.RenameParams(document, place, "江州市"))
    assert edit
    assert edited(edit) == [(spot(0, 2, 5), "江州市"), (spot(2, 0, 3), "江州市")]


@pytest.mark.asyncio
async def test_nothing_to_rename_where_there_is_no_blank(client: Client) -> None:
    await opened(client)
    document = lsp.TextDocumentIdentifier(DRAFT)
    for place in (lsp.Position(0, 8), lsp.Position(2, 13)):  # a word, and a value that vanished
        prepared = await client.text_document_prepare_rename_async(
            lsp.PrepareRenameParams(document, place)
        )
        assert prepared is None
        with pytest.raises(JsonRpcException, match="没有空白"):
            await client.text_document_rename_async(lsp.RenameParams(document, place, "甲"))


@pytest.mark.asyncio
async def test_the_command_fills_through_the_client(client: Client) -> None:
    await opened(client, options={"pause": 0, "asks": True})
    titles = [a.title for a in await client.actions(DRAFT, spot(0, 3))]
    assert "把全文的“XX市”改为…（2 处）" in titles
    assert await client.run("speechlint.fillBlank", DRAFT, "XX市", "江州市") == 2
    (asked,) = client.edits
    assert [text for _, text in edited(asked.edit)] == ["江州市"] * 2
    assert await client.run("speechlint.fillBlank", DRAFT, "XX村", "江村") == 0
    for arguments in ([], [DRAFT, "XX市"], [DRAFT, "XX市", None], ["file:///x.txt", "a", "b"]):
        with pytest.raises(JsonRpcException):
            await client.run("speechlint.fillBlank", *arguments)


@pytest.mark.asyncio
async def test_from_blank_to_blank(client: Client) -> None:
    await opened(client)
    place: dict[str, int] | None = None
    seen = []
    for _ in range(5):
        found = await client.run("speechlint.nextBlank", DRAFT, *([place] if place else []))
        start = found["start"] if isinstance(found, dict) else found.start
        line, character = (
            (start["line"], start["character"])
            if isinstance(start, dict)
            else (start.line, start.character)
        )
        place = {"line": line, "character": character}
        seen.append((line, character))
    assert seen == [(0, 2), (0, 13), (2, 0), (2, 11), (0, 2)]
    assert [shown.uri for shown in client.shown_documents] == [DRAFT] * 5
    client.change(DRAFT, "都填好了，请审阅。\n")
    assert await client.run("speechlint.nextBlank", DRAFT) is None
