"""Diagnostics: pushed or pulled, never both; versions, encodings, places."""

import asyncio
from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls import uris

from tests.server.client import Client

DRAFT = "file:///drafts/开幕.txt"
TEXT = "同志们：\n\n😀今年安排XX个项目，截止目前开工20个。\n"
SUM = "上半年全市新签约86个项目，其中工业项目38个、农业项目35个、服务业项目17个。\n"
ENCODINGS = [(None, 6), (["utf-16"], 6), (["utf-8", "utf-16"], 16), (["utf-32"], 5)]


def opened(href: str) -> str:
    """Return the line at which VS Code opens a page."""
    page, _, line = href.partition("#L")
    return Path(str(uris.to_fs_path(page))).read_text("utf-8").split("\n")[int(line) - 1]


def places(found: list[lsp.Diagnostic]) -> list[tuple[str | int | None, int, int, int]]:
    return [
        (d.code, d.range.start.line, d.range.start.character, d.range.end.character) for d in found
    ]


@pytest.mark.asyncio
@pytest.mark.parametrize(("encodings", "column"), ENCODINGS)
async def test_pushed_with_version_in_the_encoding_agreed(
    client: Client, encodings: list[str] | None, column: int
) -> None:
    result = await client.begin(encodings=encodings)
    assert result.capabilities.position_encoding == (encodings or ["utf-16"])[0]
    assert result.capabilities.text_document_sync
    assert result.capabilities.diagnostic_provider is None
    client.open(DRAFT, TEXT)
    found = await client.published(DRAFT)
    assert found.version == 1
    assert places(list(found.diagnostics))[0] == ("placeholder.mask", 2, column, column + 2)


@pytest.mark.asyncio
async def test_a_change_is_reported_with_its_version(client: Client) -> None:
    await client.begin()
    client.open(DRAFT, TEXT)
    first = await client.published(DRAFT)
    assert [d.code for d in first.diagnostics] == ["placeholder.mask", "word.as-of"]
    version = client.change(DRAFT, TEXT.replace("XX", "30"))
    second = await client.published(DRAFT)
    assert second.version == version
    assert [d.code for d in second.diagnostics] == ["word.as-of"]


@pytest.mark.asyncio
async def test_of_changes_in_a_row_only_the_last_is_reported(client: Client) -> None:
    await client.begin(options={"pause": 150})
    client.open(DRAFT, TEXT)
    await client.published(DRAFT)
    for count in range(5):
        version = client.change(DRAFT, TEXT + "又有X个。" * (count + 1))
        await asyncio.sleep(0.01)
    found = await client.published(DRAFT)
    assert found.version == version
    assert len(found.diagnostics) == 7
    assert client.inbox(DRAFT).empty()


@pytest.mark.asyncio
async def test_what_is_closed_is_taken_back(client: Client) -> None:
    await client.begin(options={"pause": 50})
    client.open(DRAFT, TEXT)
    await client.published(DRAFT)
    client.change(DRAFT, TEXT * 2)
    client.close(DRAFT)
    assert (await client.published(DRAFT)).diagnostics == ()
    await asyncio.sleep(0.2)
    assert client.inbox(DRAFT).empty()


@pytest.mark.asyncio
async def test_pulled_and_never_pushed(client: Client) -> None:
    result = await client.begin(pull=True)
    provider = result.capabilities.diagnostic_provider
    assert isinstance(provider, lsp.DiagnosticOptions)
    assert (provider.identifier, provider.workspace_diagnostics) == ("speechlint", True)
    client.open(DRAFT, TEXT)
    report = await client.pull(DRAFT)
    assert [d.code for d in report.items] == ["placeholder.mask", "word.as-of"]
    again = await client.pull(DRAFT, report.result_id)
    assert again.kind == "unchanged"
    client.change(DRAFT, TEXT.replace("截止", "截至"))
    report = await client.pull(DRAFT, report.result_id)
    assert [d.code for d in report.items] == ["placeholder.mask"]
    client.close(DRAFT)
    assert not (await client.pull(DRAFT)).items
    assert client.inbox(DRAFT).empty()


@pytest.mark.asyncio
async def test_who_pulls_while_typing_gets_the_newest(client: Client) -> None:
    await client.begin(pull=True, options={"pause": 100})
    client.open(DRAFT, TEXT)
    client.change(DRAFT, TEXT + "又有X个。")
    pulls = [asyncio.ensure_future(client.pull(DRAFT))]
    await asyncio.sleep(0.02)
    client.change(DRAFT, TEXT.replace("XX", "30"))
    pulls.append(asyncio.ensure_future(client.pull(DRAFT)))
    reports = await asyncio.gather(*pulls)
    assert [[d.code for d in r.items] for r in reports] == [["word.as-of"]] * 2


@pytest.mark.asyncio
async def test_related_places_severity_and_page(client: Client) -> None:
    await client.begin()
    client.open(DRAFT, SUM)
    (found,) = (await client.published(DRAFT)).diagnostics
    assert (found.code, found.source) == ("figure.sum", "speechlint")
    assert found.severity is lsp.DiagnosticSeverity.Error
    assert found.code_description
    assert opened(found.code_description.href).endswith(" `figure.sum`")
    assert found.related_information
    related = [
        (r.location.uri, r.location.range.start.character) for r in found.related_information
    ]
    assert related == [(DRAFT, 20), (DRAFT, 28), (DRAFT, 37)]


@pytest.mark.asyncio
async def test_a_client_that_shows_little_is_sent_little(client: Client) -> None:
    await client.begin(plain=True)
    client.open(DRAFT, SUM)
    (found,) = (await client.published(DRAFT)).diagnostics
    assert (found.related_information, found.code_description) == (None, None)


@pytest.mark.asyncio
async def test_what_is_no_draft_stays_silent(client: Client) -> None:
    await client.begin()
    silent = [
        client.open("file:///code/main.py", "# 今年安排XX个项目\n", "python"),
        client.open("file:///code/notes.txt", "TODO: fix XX in the parser, XX in the lexer\n"),
        client.open("untitled:Untitled-1", "今年安排XX个项目", "python"),
        client.open("file:///drafts/empty.txt", ""),
    ]
    for name in silent:
        assert (await client.published(name)).diagnostics == ()
    client.change(silent[-1], TEXT)
    assert len((await client.published(silent[-1])).diagnostics) == 2


@pytest.mark.asyncio
async def test_a_draft_without_a_file_is_checked(client: Client) -> None:
    await client.begin()
    name = client.open("untitled:Untitled-2", TEXT)
    assert len((await client.published(name)).diagnostics) == 2
    name = client.open("untitled:Untitled-3", "## 要求\n\n今年安排**X**X个项目。\n", "markdown")
    assert [d.code for d in (await client.published(name)).diagnostics] == ["placeholder.mask"]
