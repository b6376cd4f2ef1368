"""A client that speaks to the real process, over its standard input and output."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar, Union

from lsprotocol import types as lsp
from pygls import uris
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES

if TYPE_CHECKING:
    from collections.abc import Awaitable
    from pathlib import Path

T = TypeVar("T")
TIMEOUT = 30  # seconds: a guard against hanging, no measure


class Client(LanguageClient):
    """What an editor is to the server."""

    def __init__(self) -> None:
        super().__init__(converter_factory=_converter)
        self.registered: list[str] = []
        self.answer: str | None = None  # what the user answers when asked
        self.edits: list[lsp.ApplyWorkspaceEditParams] = []
        self.versions: dict[str, int] = {}
        self.partial: list[lsp.ProgressParams] = []
        self._published: dict[str, asyncio.Queue[lsp.PublishDiagnosticsParams]] = {}
        for method, handle in {**DEFAULT_CLIENT_FEATURES, **_FEATURES}.items():
            self.feature(method)(handle)

    async def begin(self, root: Path | None = None, /, **can: Any) -> lsp.InitializeResult:
        """Introduce the client: see `capabilities` for what it can do."""
        options = can.pop("options", {"pause": 0})
        roots = can.pop("roots", [root] if root else [])
        folders = [lsp.WorkspaceFolder(uri(path), path.name) for path in roots]
        self.set_configuration({"speechlint": options})
        params = lsp.InitializeParams(
            capabilities=capabilities(**can),
            workspace_folders=folders,
            initialization_options=options,
        )
        return await self.wait(self.initialize_session(params))

    @staticmethod
    async def wait(answer: Awaitable[T]) -> T:
        return await asyncio.wait_for(answer, TIMEOUT)

    def open(self, name: str, text: str, language: str = "plaintext") -> str:
        """Open a draft and return its URI."""
        self.versions[name] = 1
        item = lsp.TextDocumentItem(name, language, 1, text)
        self.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return name

    def change(self, name: str, text: str) -> int:
        """Replace a draft's text; return its version."""
        self.versions[name] += 1
        whole = lsp.TextDocumentContentChangeWholeDocument(text)
        document = lsp.VersionedTextDocumentIdentifier(self.versions[name], name)
        self.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [whole]))
        return self.versions[name]

    def close(self, name: str) -> None:
        document = lsp.TextDocumentIdentifier(name)
        self.text_document_did_close(lsp.DidCloseTextDocumentParams(document))

    async def published(self, name: str) -> lsp.PublishDiagnosticsParams:
        """Return the next diagnostics that are published for a draft."""
        return await self.wait(self.inbox(name).get())

    def inbox(self, name: str) -> asyncio.Queue[lsp.PublishDiagnosticsParams]:
        return self._published.setdefault(name, asyncio.Queue())

    async def pull(self, name: str, before: str | None = None) -> Any:
        document = lsp.TextDocumentIdentifier(name)
        params = lsp.DocumentDiagnosticParams(document, previous_result_id=before)
        return await self.wait(self.text_document_diagnostic_async(params))

    async def actions(
        self, name: str, place: lsp.Range, only: list[str] | None = None
    ) -> list[lsp.CodeAction]:
        context = lsp.CodeActionContext([], only=only)
        params = lsp.CodeActionParams(lsp.TextDocumentIdentifier(name), place, context)
        found = await self.wait(self.text_document_code_action_async(params))
        return [action for action in found or [] if isinstance(action, lsp.CodeAction)]

    def progress_of(self, token: int) -> list[Any]:
        """Return what was told of something long."""
        return [p.value for p in self.partial if p.token == token]

    async def run(self, command: str, *arguments: Any) -> Any:
        params = lsp.ExecuteCommandParams(command, list(arguments))
        return await self.wait(self.workspace_execute_command_async(params))

    async def act(self, action: lsp.CodeAction) -> Any:
        """Carry out an action that is a command."""
        assert action.command
        return await self.run(action.command.command, *(action.command.arguments or []))


def capabilities(
    *,
    pull: bool = False,
    encodings: list[str] | None = None,
    plain: bool = False,
    asks: bool = True,
) -> lsp.ClientCapabilities:
    """Return what a client can do: `pull` asks for diagnostics, `plain` shows only the least."""
    rich = not plain
    document = lsp.TextDocumentClientCapabilities(
        publish_diagnostics=lsp.PublishDiagnosticsClientCapabilities(
            related_information=rich, code_description_support=rich, version_support=True
        ),
        document_symbol=lsp.DocumentSymbolClientCapabilities(
            hierarchical_document_symbol_support=rich
        ),
        diagnostic=lsp.DiagnosticClientCapabilities(
            related_information=rich, code_description_support=rich
        )
        if pull
        else None,
    )
    workspace = lsp.WorkspaceClientCapabilities(
        configuration=asks,
        workspace_edit=lsp.WorkspaceEditClientCapabilities(document_changes=rich),
        diagnostics=lsp.DiagnosticWorkspaceClientCapabilities(refresh_support=rich),
        did_change_watched_files=lsp.DidChangeWatchedFilesClientCapabilities(
            dynamic_registration=rich
        ),
        did_change_configuration=lsp.DidChangeConfigurationClientCapabilities(
            dynamic_registration=rich
        ),
    )
    return lsp.ClientCapabilities(
        general=lsp.GeneralClientCapabilities(position_encodings=encodings) if encodings else None,
        window=lsp.WindowClientCapabilities(
            work_done_progress=True, show_document=lsp.ShowDocumentClientCapabilities(rich)
        ),
        workspace=workspace,
        text_document=document,
    )


def uri(path: Path) -> str:
    return str(uris.from_fs_path(str(path)))


def spot(line: int, start: int, end: int | None = None) -> lsp.Range:
    """Return a range inside a line; a cursor where no end is given."""
    return lsp.Range(lsp.Position(line, start), lsp.Position(line, start if end is None else end))


def _converter() -> Any:
    """Return pygls' converter, which takes an action that is carried out by a command for one."""
    converter: Any = default_converter()  # type: ignore[no-untyped-call]

    def structured(value: dict[str, Any], _: object) -> Any:
        kind = lsp.Command if isinstance(value.get("command"), str) else lsp.CodeAction
        return converter.structure(value, kind)

    converter.register_structure_hook(Union[lsp.Command, lsp.CodeAction], structured)
    return converter


def _register(client: Client, params: lsp.RegistrationParams) -> None:
    client.registered += [r.method for r in params.registrations]


def _published(client: Client, params: lsp.PublishDiagnosticsParams) -> None:
    client.inbox(params.uri).put_nowait(params)


def _edit(client: Client, params: lsp.ApplyWorkspaceEditParams) -> lsp.ApplyWorkspaceEditResult:
    client.edits.append(params)
    return lsp.ApplyWorkspaceEditResult(applied=True)


def _ask(client: Client, params: lsp.ShowMessageRequestParams) -> lsp.MessageActionItem | None:
    return next((a for a in params.actions or [] if a.title == client.answer), None)


def _progress(client: Client, params: lsp.ProgressParams) -> None:
    client.partial.append(params)


_FEATURES: dict[str, Any] = {
    lsp.CLIENT_REGISTER_CAPABILITY: _register,
    lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: _published,
    lsp.WORKSPACE_APPLY_EDIT: _edit,
    lsp.WINDOW_SHOW_MESSAGE_REQUEST: _ask,
    lsp.PROGRESS: _progress,
}
