"""Filling blanks: rename (F2 on “XX市”) asks for the words in every editor."""

from __future__ import annotations

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams

from speechlint.server import filling
from speechlint.server.server import Server  # noqa: TC001 (pygls looks at the annotations)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.filling import Place
    from speechlint.server.draft import Checkup, Draft


def register(server: Server) -> None:
    """Tell the server what is done here."""
    options = lsp.RenameOptions(prepare_provider=True)
    server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)(_prepare)
    server.feature(lsp.TEXT_DOCUMENT_RENAME, options)(_rename)


async def _prepare(
    ls: Server, params: lsp.PrepareRenameParams
) -> lsp.PrepareRenamePlaceholder | None:
    """Say what would be filled; nothing where there is no blank."""
    draft = ls.draft(params.text_document.uri)
    if draft is None:
        return None
    checkup, place = await _place(ls, draft, params.position)
    if place is None:
        return None
    return lsp.PrepareRenamePlaceholder(checkup.positions.range(place.span), place.name)


async def _rename(ls: Server, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
    draft = ls.draft(params.text_document.uri)
    if draft is None:
        return None
    checkup, place = await _place(ls, draft, params.position)
    if place is None:
        raise JsonRpcInvalidParams("这里没有空白可填")
    spans = filling.alike(checkup, place.name)
    return ls.edit(draft, checkup, [(span, params.new_name) for span in spans])


async def _place(ls: Server, draft: Draft, position: lsp.Position) -> tuple[Checkup, Place | None]:
    """Return what was found in a draft, and the blank at a position."""
    checkup = await ls.session.checked(draft)
    return checkup, filling.place_at(checkup, checkup.positions.offset(position))
