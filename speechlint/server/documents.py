"""Text that comes and goes, and diagnostics for who asks."""

from __future__ import annotations

from lsprotocol import types as lsp

from speechlint.server.draft import Stopped
from speechlint.server.server import Server  # noqa: TC001 (pygls looks at the annotations)


def register(server: Server) -> None:
    """Tell the server what is done here. Who asks for diagnostics is known later."""
    server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)(_opened)
    server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)(_saved)
    server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(_closed)


def _opened(ls: Server, params: lsp.DidOpenTextDocumentParams) -> None:
    ls.session.open(params.text_document)


def _changed(ls: Server, params: lsp.DidChangeTextDocumentParams) -> None:
    document = ls.workspace.get_text_document(params.text_document.uri)
    ls.session.change(params.text_document.uri, params.text_document.version, document.source)


async def _saved(ls: Server, _: lsp.DidSaveTextDocumentParams) -> None:
    """Look after the configuration of a client that watches no files for us."""
    from speechlint.server import lifecycle

    await lifecycle.look(ls)


def _closed(ls: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    ls.session.close(params.text_document.uri)


async def diagnose(
    ls: Server, params: lsp.DocumentDiagnosticParams
) -> lsp.DocumentDiagnosticReport:
    """Answer a client that asks, once nothing has changed for a while."""
    draft = ls.draft(params.text_document.uri)
    if draft is None:
        return lsp.RelatedFullDocumentDiagnosticReport(items=[])
    try:
        checkup = await ls.session.settled(draft)
    except Stopped:
        return lsp.RelatedFullDocumentDiagnosticReport(items=[])
    number = str(checkup.number)
    if params.previous_result_id == number:
        return lsp.RelatedUnchangedDocumentDiagnosticReport(result_id=number)
    items = ls.diagnostics(draft, checkup)
    return lsp.RelatedFullDocumentDiagnosticReport(items=items, result_id=number)
