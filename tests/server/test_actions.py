"""Code actions: mend it, mend all like it, or say that it shall not be reported."""

from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from tests.server.client import Client, spot, uri

TEXT = "截止目前，XX市开工20个，××市15个；截止目前，XX市已投产8个。\n"
FIX_ALL = "source.fixAll.speechlint"


def applied(text: str, action: lsp.CodeAction) -> str:
    """Return a text of one line with the edits of an action made."""
    assert action.edit
    assert action.edit.document_changes
    (change,) = action.edit.document_changes
    assert isinstance(change, lsp.TextDocumentEdit)
    assert change.text_document.version == 1
    for edit in sorted(change.edits, key=lambda e: e.range.start.character, reverse=True):
        assert isinstance(edit, lsp.TextEdit)
        start, end = edit.range.start, edit.range.end
        assert (start.line, end.line) == (0, 0)
        text = text[: start.character] + edit.new_text + text[end.character :]
    return text


async def opened(client: Client, folder: Path, text: str = TEXT) -> str:
    name = client.open(uri(folder / "draft.txt"), text)
    await client.published(name)
    return name


@pytest.mark.asyncio
async def test_a_quick_fix_and_all_of_its_rule(client: Client, tmp_path: Path) -> None:
    await client.begin(tmp_path)
    name = await opened(client, tmp_path)
    actions = await client.actions(name, spot(0, 1))
    assert [a.title for a in actions] == [
        "改为“截至目前”",
        "改正全文的““截止”误作“截至””（2 处）",
        "不再提示这一处",
        "加入词表：“截止目前”",
        "关闭此规则：“截止”误作“截至”",
        "改正全部有把握的（2 处）",
    ]
    assert applied(TEXT, actions[0]) == TEXT.replace("截止", "截至", 1)
    assert actions[0].is_preferred
    assert actions[0].diagnostics
    assert [d.code for d in actions[0].diagnostics] == ["word.as-of"]
    assert applied(TEXT, actions[1]) == TEXT.replace("截止", "截至")
    assert applied(TEXT, actions[-1]) == TEXT.replace("截止", "截至")
    assert actions[-1].kind == FIX_ALL


@pytest.mark.asyncio
async def test_only_the_kinds_that_are_wanted(client: Client, tmp_path: Path) -> None:
    await client.begin(tmp_path)
    name = await opened(client, tmp_path)
    for only in (["source.fixAll"], ["source"], [FIX_ALL]):
        actions = await client.actions(name, spot(0, 1), only)
        assert [a.title for a in actions] == ["改正全部有把握的（2 处）"]
    assert await client.actions(name, spot(0, 1), ["refactor", "source.fixAll.other"]) == []
    quick = await client.actions(name, spot(0, 1), ["quickfix"])
    assert {a.kind for a in quick} == {lsp.CodeActionKind.QuickFix}
    assert await client.actions(name, spot(0, 12), ["quickfix"]) == []


@pytest.mark.asyncio
async def test_saving_moves_no_lines(client: Client, tmp_path: Path) -> None:
    """A broken line is mended on request, not under whoever is still writing it."""
    await client.begin(tmp_path)
    text = (
        "截止目前，全市各级干部群众齐心协力，共同推进各项工\n作取得了新的成效，人民生活明显改善。\n"
    )
    name = await opened(client, tmp_path, text)
    quick = await client.actions(name, spot(0, 24), ["quickfix"])
    assert quick[0].diagnostics
    assert [d.code for d in quick[0].diagnostics] == ["scrape.wrap"]
    (everything,) = await client.actions(name, spot(0, 24), [FIX_ALL])
    assert everything.title == "改正全部有把握的（1 处）"
    assert applied(text, everything) == text.replace("截止", "截至")


@pytest.mark.asyncio
async def test_a_place_goes_into_the_baseline(client: Client, tmp_path: Path) -> None:
    await client.begin(tmp_path)
    name = await opened(client, tmp_path)
    actions = await client.actions(name, spot(0, 6))
    await client.act(next(a for a in actions if a.title == "不再提示这一处"))
    found = (await client.published(name)).diagnostics
    assert [d.range.start.character for d in found if d.code == "placeholder.mask"] == [14, 26]
    baseline = (tmp_path / ".speechlint-baseline.json").read_text("utf-8")
    assert baseline.count('"placeholder.mask"') == 1
    assert "XX" not in baseline


@pytest.mark.asyncio
async def test_a_word_is_allowed_where_there_is_a_configuration(
    client: Client, tmp_path: Path
) -> None:
    config = tmp_path / "speechlint.toml"
    config.write_text('# 本单位\nallow = ["峰峰"]  # 地名\n', "utf-8")
    await client.begin(tmp_path)
    name = await opened(client, tmp_path)
    actions = await client.actions(name, spot(0, 6))
    await client.act(next(a for a in actions if a.title == "加入词表：“XX市”"))
    found = (await client.published(name)).diagnostics
    assert [d.range.start.character for d in found if d.code == "placeholder.mask"] == [14]
    assert config.read_text("utf-8") == '# 本单位\nallow = ["峰峰", "XX市"]  # 地名\n'
    left = await client.run("speechlint.statistics", name)
    length = {"characters": 30, "seconds": 8}
    assert left == {"blanks": 1, "error": 3, "warning": 0, "info": 0, **length}


@pytest.mark.asyncio
async def test_a_rule_is_switched_off_after_asking(client: Client, tmp_path: Path) -> None:
    await client.begin(tmp_path)
    name = await opened(client, tmp_path)
    config = tmp_path / "speechlint.toml"
    (action,) = [
        a for a in await client.actions(name, spot(0, 1)) if a.title.startswith("关闭此规则")
    ]
    client.answer = "不用了"
    await client.act(action)
    assert not config.exists()
    client.answer = "建立"
    await client.act(action)
    assert config.read_text("utf-8") == 'ignore = ["word.as-of"]\n'
    found = (await client.published(name)).diagnostics
    assert {d.code for d in found} == {"placeholder.mask"}


@pytest.mark.asyncio
async def test_a_draft_without_a_file_has_nothing_to_be_written_beside(client: Client) -> None:
    await client.begin()
    name = client.open("untitled:Untitled-1", TEXT)
    await client.published(name)
    titles = [a.title for a in await client.actions(name, spot(0, 1), ["quickfix"])]
    assert titles == ["改为“截至目前”", "改正全文的““截止”误作“截至””（2 处）"]
    for command, *words in (
        ("suppress", "word.as-of", "0"),
        ("allow", "甲"),
        ("ignoreRule", "word"),
    ):
        with pytest.raises(JsonRpcException, match="没有存盘"):
            await client.run(f"speechlint.{command}", name, *words)


@pytest.mark.asyncio
async def test_a_client_without_versioned_edits(client: Client, tmp_path: Path) -> None:
    await client.begin(tmp_path, plain=True)
    name = await opened(client, tmp_path)
    action = (await client.actions(name, spot(0, 1)))[0]
    assert action.edit
    assert action.edit.changes
    (edit,) = action.edit.changes[name]
    assert (edit.range, edit.new_text) == (spot(0, 0, 4), "截至目前")
