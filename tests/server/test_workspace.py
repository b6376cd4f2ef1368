"""The drafts of a folder that no editor shows."""

import asyncio
from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from tests.server.client import Client, uri

TEXT = "今年安排XX个项目，截止目前开工20个。\n"


def write(path: Path, text: str, encoding: str = "utf-8") -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding)
    return uri(path)


async def diagnose(
    client: Client, *before: lsp.PreviousResultId, **keys: object
) -> lsp.WorkspaceDiagnosticReport:
    params = lsp.WorkspaceDiagnosticParams([*before], **keys)  # type: ignore[arg-type]
    return await client.wait(client.workspace_diagnostic_async(params))


@pytest.mark.asyncio
async def test_every_draft_of_every_folder(client: Client, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    files = [
        write(one / "a.txt", TEXT, "gb18030"),
        write(one / "b" / "c.md", "# 讲话\n\n今年安排XX个项目。\n"),
        write(two / "d.txt", "同志们，一切都好。\n"),
    ]
    shown = write(one / "shown.txt", TEXT)
    write(one / "notes.txt", "nothing to do with it\n")
    write(one / "code.py", "# 今年安排XX个项目\n")
    (two / "broken.txt").write_bytes(b"\0\1\2")
    write(two / "speechlint.toml", 'exclude = ["old/"]\n')
    write(two / "old" / "e.txt", TEXT)
    await client.begin(roots=[one, two], pull=True)
    client.open(shown, TEXT)
    report = await diagnose(client)
    found = {
        item.uri: [d.code for d in item.items]
        for item in report.items
        if isinstance(item, lsp.WorkspaceFullDocumentDiagnosticReport)
    }
    assert {name: found[name] for name in files} == {
        files[0]: ["placeholder.mask", "word.as-of"],
        files[1]: ["placeholder.mask"],
        files[2]: [],
    }
    assert shown not in found
    assert [codes for name, codes in found.items() if name not in files] == [[], []]
    known = [lsp.PreviousResultId(item.uri, item.result_id or "") for item in report.items]
    write(one / "a.txt", TEXT.replace("XX", "三十"), "gb18030")
    again = await diagnose(client, *known)
    kinds = {item.uri: item.kind for item in again.items}
    assert kinds.pop(files[0]) == "full"
    assert set(kinds.values()) == {"unchanged"}


@pytest.mark.asyncio
async def test_progress_parts_and_cancellation(client: Client, tmp_path: Path) -> None:
    for number in range(60):
        write(tmp_path / f"{number:02}.txt", TEXT * 30)
    await client.begin(tmp_path, pull=True)
    report = await diagnose(client, work_done_token=1, partial_result_token=2)
    parts = [p["items"] for p in client.progress_of(2)]
    assert sum(map(len, parts)) + len(report.items) == 60
    assert len(parts) == 3
    told = client.progress_of(1)
    assert told[0]["kind"] == "begin"
    assert told[0]["cancellable"] is True
    assert [t["message"] for t in told[1:-1]] == [f"{n}/60" for n in range(1, 61)]
    assert told[-1] == {"kind": "end"}

    running = asyncio.ensure_future(diagnose(client, work_done_token=3))
    await client.wait_for_notification(lsp.PROGRESS)
    client.window_work_done_progress_cancel(lsp.WorkDoneProgressCancelParams(3))
    assert len((await running).items) < 60

    params = lsp.WorkspaceDiagnosticParams([])
    answer = client.protocol.send_request(lsp.WORKSPACE_DIAGNOSTIC, params, msg_id="gone")
    client.cancel_request(lsp.CancelParams("gone"))
    with pytest.raises(JsonRpcException, match="canceled"):
        await client.wait(asyncio.wrap_future(answer))


@pytest.mark.asyncio
async def test_folders_come_and_go(client: Client, tmp_path: Path) -> None:
    name = write(tmp_path / "late" / "a.txt", TEXT)
    await client.begin(pull=True)
    assert not (await diagnose(client)).items
    folder = lsp.WorkspaceFolder(uri(tmp_path / "late"), "late")
    event = lsp.WorkspaceFoldersChangeEvent([folder], [])
    client.workspace_did_change_workspace_folders(lsp.DidChangeWorkspaceFoldersParams(event))
    assert [item.uri for item in (await diagnose(client)).items] == [name]
