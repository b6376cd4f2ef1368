"""Configuration: per folder, watched, and the last good one while a new one is broken."""

from pathlib import Path

import pytest
from lsprotocol import types as lsp

from tests.server.client import Client, uri

TEXT = "今年安排XX个项目，截止目前开工20个。\n"


def codes(found: lsp.PublishDiagnosticsParams) -> list[object]:
    return [d.code for d in found.diagnostics]


def notify(client: Client, *files: Path) -> None:
    events = [lsp.FileEvent(uri(file), lsp.FileChangeType.Changed) for file in files]
    client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams(events))


def prefer(client: Client, **options: object) -> None:
    """Set something in the editor; what is not named is not set."""
    settings = {"speechlint": {"pause": 0, **options}}
    client.set_configuration(settings)
    client.workspace_did_change_configuration(lsp.DidChangeConfigurationParams(settings))


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.asyncio
async def test_each_folder_has_its_own(client: Client, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    write(one / "speechlint.toml", 'ignore = ["placeholder"]\n')
    write(two / "speechlint.toml", '[severity]\n"word.as-of" = "info"\n')
    await client.begin(roots=[one, two])
    first, second = (client.open(uri(folder / "a.txt"), TEXT) for folder in (one, two))
    assert codes(await client.published(first)) == ["word.as-of"]
    found = await client.published(second)
    assert codes(found) == ["placeholder.mask", "word.as-of"]
    assert found.diagnostics[1].severity is lsp.DiagnosticSeverity.Information
    assert lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES in client.registered


@pytest.mark.asyncio
async def test_a_broken_one_is_told_once_and_the_last_good_one_stays(
    client: Client, tmp_path: Path
) -> None:
    config = write(tmp_path / "speechlint.toml", 'ignore = ["placeholder"]\n')
    await client.begin(tmp_path)
    name = client.open(uri(tmp_path / "a.txt"), TEXT)
    assert codes(await client.published(name)) == ["word.as-of"]
    for space in ("", " "):
        write(config, f'ignore = ["placeholders"]{space}\n')
        notify(client, config)
        assert codes(await client.published(name)) == ["word.as-of"]
    notify(client, write(config, 'exclude = ["!"]\n'))
    assert codes(await client.published(name)) == ["word.as-of"]
    told, last = client.messages
    assert f"{config}：不认识文件名的写法 !" in last.message
    assert told.type is lsp.MessageType.Warning
    assert f"{config}：第 1 行：没有规则或规则族 placeholders" in told.message
    assert "先按改动前的设置检查" in told.message
    other = client.open(uri(tmp_path / "b.txt"), TEXT)
    assert codes(await client.published(other)) == ["word.as-of"]
    write(config, 'ignore = ["word"]\n')
    notify(client, config)
    assert codes(await client.published(name)) == ["placeholder.mask"]
    assert len(client.messages) == 2


@pytest.mark.asyncio
async def test_what_a_configuration_names_is_watched_too(client: Client, tmp_path: Path) -> None:
    config = tmp_path / "speechlint.toml"
    write(config, 'words = "词.csv"\nallow = "许.txt"\npacks = ["own/"]\n')
    words = write(tmp_path / "词.csv", "误,正,说明\n江洲,江州,\n")
    allow = write(tmp_path / "许.txt", "# 无\n")
    write(tmp_path / "own" / "pack.toml", 'title = "本单位"\nwhy = "约定"\n')
    rule = 'title = "t"\nwhy = "w"\nmessage = "m"\nchecker = "substitution"\n'
    own = write(
        tmp_path / "own" / "start.toml",
        f'{rule}[options]\nwords = {{ "开工" = "动工" }}\n[[examples]]\nbad = "⟦开工⟧"\n'
        '[[examples]]\ngood = "动工"\n',
    )
    text = "江洲今年开工XX个。\n"
    await client.begin(tmp_path)
    name = client.open(uri(tmp_path / "a.txt"), text)
    assert codes(await client.published(name)) == ["word.house", "own.start", "placeholder.mask"]
    write(words, "误,正,说明\n江周,江州,\n")
    notify(client, words)
    assert codes(await client.published(name)) == ["own.start", "placeholder.mask"]
    write(allow, "XX个\n")
    notify(client, allow)
    assert codes(await client.published(name)) == ["own.start"]
    write(own, "title =\n")
    notify(client, own)
    assert codes(await client.published(name)) == ["own.start"]
    assert "start.toml" in client.messages[-1].message
    notify(client, write(config, 'words = "词.csv"\nallow = "许.txt"\n'))
    assert codes(await client.published(name)) == []


@pytest.mark.asyncio
async def test_what_is_set_in_the_editor_holds_over_the_last_good_one(
    client: Client, tmp_path: Path
) -> None:
    config = write(tmp_path / "speechlint.toml", 'ignore = ["numbering"]\nwords = "词.csv"\n')
    words = write(tmp_path / "词.csv", "误,正,说明\n江洲,江州,\n")
    await client.begin(tmp_path)
    name = client.open(uri(tmp_path / "a.txt"), f"江洲{TEXT}")
    everything = ["word.house", "placeholder.mask", "word.as-of"]
    assert codes(await client.published(name)) == everything
    for broken, text in ((config, "ignore = [\n"), (words, "误\n")):
        good = broken.read_text("utf-8")
        notify(client, write(broken, text))
        assert codes(await client.published(name)) == everything
        prefer(client, select=["word.house"])
        assert codes(await client.published(name)) == ["word.house"]
        prefer(client, ignore=["word.as-of"])
        assert codes(await client.published(name)) == ["word.house", "placeholder.mask"]
        other = client.open(uri(tmp_path / f"{broken.stem}.txt"), f"江洲{TEXT}")
        assert codes(await client.published(other)) == ["word.house", "placeholder.mask"]
        prefer(client)
        assert codes(await client.published(name)) == everything
        notify(client, write(broken, good))
        assert codes(await client.published(name)) == everything
    first, second = client.messages
    assert str(config) in first.message
    assert str(words) in second.message


@pytest.mark.asyncio
async def test_what_is_set_in_the_editor_holds_where_none_was_ever_good(
    client: Client, tmp_path: Path
) -> None:
    write(tmp_path / "speechlint.toml", "ignore = [\n")
    await client.begin(tmp_path, options={"pause": 0, "ignore": ["placeholder"]})
    name = client.open(uri(tmp_path / "a.txt"), TEXT)
    assert codes(await client.published(name)) == ["word.as-of"]


@pytest.mark.asyncio
async def test_a_broken_baseline_hides_nothing(client: Client, tmp_path: Path) -> None:
    write(tmp_path / ".speechlint-baseline.json", "{")
    await client.begin(tmp_path)
    name = client.open(uri(tmp_path / "a.txt"), TEXT)
    assert codes(await client.published(name)) == ["placeholder.mask", "word.as-of"]
    (told,) = client.messages
    assert "先按缺省的设置检查" in told.message


@pytest.mark.asyncio
async def test_what_is_wrong_in_the_editor_leaves_what_held(client: Client, tmp_path: Path) -> None:
    config = write(tmp_path / "speechlint.toml", 'ignore = ["word"]\n')
    await client.begin(tmp_path)
    name = client.open(uri(tmp_path / "a.txt"), TEXT)
    assert codes(await client.published(name)) == ["placeholder.mask"]
    prefer(client, select=["word.as-of"])
    assert codes(await client.published(name)) == ["word.as-of"]
    prefer(client, select=["words"])
    assert codes(await client.published(name)) == ["word.as-of"]
    (told,) = client.messages
    assert "没有规则或规则族 words" in told.message
    notify(client, write(config, 'severity = { "word.as-of" = "off" }\n'))
    assert codes(await client.published(name)) == []
    assert len(client.messages) == 1


@pytest.mark.asyncio
async def test_roster_and_fact_sheet_are_watched(client: Client, tmp_path: Path) -> None:
    write(tmp_path / "speechlint.toml", 'roster = "人.csv"\nfacts = "数.csv"\n')
    people = write(tmp_path / "人.csv", "姓名,职务,次序\n李建国,市长,2\n王立明,市委书记,1\n")
    facts = tmp_path / "数.csv"
    row = "指标,时期,数值,单位\n一般公共预算收入,2024年,{},亿元\n"
    write(facts, row.format("168.53"))
    await client.begin(tmp_path)
    text = "2024年，全市一般公共预算收入完成168.5亿元。市长李建国同志出席会议。\n"
    name = client.open(uri(tmp_path / "a.txt"), text)
    assert codes(await client.published(name)) == []
    notify(client, write(facts, row.format("1865.3")))
    assert codes(await client.published(name)) == ["figure.fact"]
    notify(client, write(people, "姓名,职务,次序\n李建国,市委书记,1\n王立明,市长,2\n"))
    assert codes(await client.published(name)) == ["figure.fact", "word.title"]


@pytest.mark.asyncio
async def test_a_client_that_watches_nothing_is_served_on_saving(
    client: Client, tmp_path: Path
) -> None:
    await client.begin(tmp_path, plain=True)
    name = client.open(uri(tmp_path / "a.txt"), TEXT)
    await client.published(name)
    assert client.registered == []
    write(tmp_path / "speechlint.toml", 'ignore = ["placeholder"]\n')
    document = lsp.TextDocumentIdentifier(name)
    client.text_document_did_save(lsp.DidSaveTextDocumentParams(document))
    assert codes(await client.published(name)) == ["word.as-of"]


@pytest.mark.asyncio
async def test_who_pulls_is_asked_to_pull_again(client: Client, tmp_path: Path) -> None:
    await client.begin(tmp_path, pull=True)
    name = client.open(uri(tmp_path / "a.txt"), TEXT)
    before = await client.pull(name)
    config = write(tmp_path / "speechlint.toml", 'ignore = ["placeholder"]\n')
    notify(client, config)
    after = await client.pull(name, before.result_id)
    assert [d.code for d in after.items] == ["word.as-of"]
    assert client.diagnostic_refresh_count == 1


@pytest.mark.asyncio
async def test_an_excluded_file_is_silent(client: Client, tmp_path: Path) -> None:
    write(tmp_path / "speechlint.toml", 'exclude = ["归档/"]\n')
    await client.begin(tmp_path)
    name = client.open(uri(tmp_path / "归档" / "a.txt"), TEXT)
    assert codes(await client.published(name)) == []
