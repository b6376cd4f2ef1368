"""From the first word of the client to the last."""

from __future__ import annotations

from lsprotocol import types as lsp

from speechlint.server import documents, workspace
from speechlint.server.server import Server  # noqa: TC001 (pygls looks at the annotations)

_SECTION = "speechlint"
# What a configuration is made of; an allow list may be a .txt.
_WATCHED = (
    "**/{speechlint.toml,pyproject.toml,.speechlint-baseline.json}",
    "**/*.{toml,csv,tsv,xlsx,txt}",
)


def register(server: Server) -> None:
    """Tell the server what is done here."""
    server.feature(lsp.INITIALIZE)(_initialize)
    server.feature(lsp.INITIALIZED)(_initialized)
    server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)(_configuration)
    server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_watched)
    server.feature(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(_folders)
    server.feature(lsp.SHUTDOWN)(_shutdown)


def _initialize(ls: Server, params: lsp.InitializeParams) -> None:
    ls.begin(params)
    if ls.pulls:  # offered only now: who does not ask is told
        options = lsp.DiagnosticOptions(
            inter_file_dependencies=False, workspace_diagnostics=True, identifier=_SECTION
        )
        ls.feature(lsp.TEXT_DOCUMENT_DIAGNOSTIC, options)(documents.diagnose)
        ls.feature(lsp.WORKSPACE_DIAGNOSTIC)(workspace.diagnose)


async def _initialized(ls: Server, _: lsp.InitializedParams) -> None:
    can = ls.client_capabilities.workspace
    asked = []
    watching = can and can.did_change_watched_files
    if watching and watching.dynamic_registration:
        watchers = [lsp.FileSystemWatcher(pattern) for pattern in _WATCHED]
        options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
        asked.append(_registration(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options))
    changing = can and can.did_change_configuration
    if changing and changing.dynamic_registration:
        section = lsp.DidChangeConfigurationRegistrationOptions(section=_SECTION)
        asked.append(_registration(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION, section))
    if asked:
        await ls.client_register_capability_async(lsp.RegistrationParams(asked))
    await _prefer(ls)


def _registration(method: str, options: object) -> lsp.Registration:
    return lsp.Registration(f"{_SECTION}-{method}", method, options)


async def _prefer(ls: Server) -> None:
    """Ask the client what the user has set, if it can say."""
    can = ls.client_capabilities.workspace
    if can and can.configuration:
        item = lsp.ConfigurationItem(section=_SECTION)
        found = await ls.workspace_configuration_async(lsp.ConfigurationParams([item]))
        if found:
            ls.prefer(found[0])


async def _configuration(ls: Server, params: lsp.DidChangeConfigurationParams) -> None:
    hints = ls.inlay_hints
    ls.prefer(params.settings)
    await _prefer(ls)
    await look(ls)
    can = ls.client_capabilities.workspace
    if ls.inlay_hints != hints and can and can.inlay_hint and can.inlay_hint.refresh_support:
        await ls.workspace_inlay_hint_refresh_async(None)


async def _watched(ls: Server, _: lsp.DidChangeWatchedFilesParams) -> None:
    await look(ls)


async def _folders(ls: Server, _: lsp.DidChangeWorkspaceFoldersParams) -> None:
    ls.reopen()
    await look(ls)


async def look(ls: Server) -> None:
    """Look whether a configuration has changed, and have the drafts reported anew."""
    if not ls.session.refresh() or not ls.pulls:
        return
    can = ls.client_capabilities.workspace
    if can and can.diagnostics and can.diagnostics.refresh_support:
        await ls.workspace_diagnostic_refresh_async(None)


def _shutdown(ls: Server, _: object) -> None:
    ls.session.end()
