"""What an extension shows on pages of its own, and what the user sets in the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from lsprotocol import types as lsp

from tests.server.client import Client, uri

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "今年安排XX个项目，截止目前开工20个。\n"


def codes(found: lsp.PublishDiagnosticsParams) -> list[object]:
    return [d.code for d in found.diagnostics]


async def ask(client: Client, command: str, *arguments: Any) -> Any:
    return await client.workspace_execute_command_async(
        lsp.ExecuteCommandParams(command, arguments=list(arguments))
    )


@pytest.mark.asyncio
async def test_the_page_of_a_rule(client: Client, tmp_path: Path) -> None:
    await client.begin(tmp_path)
    page = await ask(client, "speechlint.explain", "numbering.gap")
    assert page.startswith("## 序号缺号 `numbering.gap`\n")
    assert await ask(client, "speechlint.explain", "numbering.gaps") is None


@pytest.mark.asyncio
async def test_all_rules(client: Client, tmp_path: Path) -> None:
    await client.begin(tmp_path)
    rules = await ask(client, "speechlint.rules")
    assert ["numbering.gap", "序号缺号"] in [list(rule) for rule in rules]


@pytest.mark.asyncio
async def test_the_report_of_an_open_draft(client: Client, tmp_path: Path) -> None:
    await client.begin(tmp_path)
    name = client.open(uri(tmp_path / "稿.txt"), TEXT)
    page = await ask(client, "speechlint.report", name)
    assert "<title>校对：稿.txt</title>" in page
    assert "待填的空白 1 处" in page


@pytest.mark.asyncio
async def test_what_is_set_in_the_editor_holds_over_the_files(
    client: Client, tmp_path: Path
) -> None:
    (tmp_path / "speechlint.toml").write_text('ignore = ["word"]\n', "utf-8")
    await client.begin(tmp_path)
    name = client.open(uri(tmp_path / "a.txt"), TEXT)
    assert codes(await client.published(name)) == ["placeholder.mask"]
    for options, found in (
        ({"ignore": ["placeholder"]}, []),
        ({"select": ["word"]}, ["word.as-of"]),
        ({"select": "word", "preset": "loud"}, ["placeholder.mask"]),
    ):
        client.set_configuration({"speechlint": options})
        client.workspace_did_change_configuration(lsp.DidChangeConfigurationParams(settings=None))
        assert codes(await client.published(name)) == found
