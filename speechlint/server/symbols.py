"""Document symbols and folding ranges, from the outline."""

from __future__ import annotations

from lsprotocol import types as lsp

from speechlint.server.server import Server  # noqa: TC001 (pygls looks at the annotations)
from speechlint.views.sections import tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.server.convert import Positions
    from speechlint.views.sections import Node


def register(server: Server) -> None:
    """Tell the server what is done here."""
    server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(_symbols)
    server.feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)(_folding)


async def _symbols(
    ls: Server, params: lsp.DocumentSymbolParams
) -> list[lsp.DocumentSymbol] | list[lsp.SymbolInformation]:
    draft = ls.draft(params.text_document.uri)
    if draft is None:
        return []
    checkup = await ls.session.checked(draft)
    found = [_symbol(node, checkup.positions) for node in checkup.document.view(tree)]
    can = ls.client_capabilities.text_document
    if can and can.document_symbol and can.document_symbol.hierarchical_document_symbol_support:
        return found
    return list(_flat(draft.uri, found))


def _symbol(node: Node, positions: Positions) -> lsp.DocumentSymbol:
    return lsp.DocumentSymbol(
        name=node.name,
        kind=lsp.SymbolKind.String,  # what editors show for the headings of Markdown
        range=positions.range(node.span),
        selection_range=positions.range(node.name_span),
        children=[_symbol(child, positions) for child in node.children],
    )


def _flat(uri: str, symbols: Iterable[lsp.DocumentSymbol]) -> Iterator[lsp.SymbolInformation]:
    for symbol in symbols:
        location = lsp.Location(uri, symbol.range)
        yield lsp.SymbolInformation(location=location, name=symbol.name, kind=symbol.kind)
        yield from _flat(uri, symbol.children or ())


async def _folding(ls: Server, params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange]:
    draft = ls.draft(params.text_document.uri)
    if draft is None:
        return []
    checkup = await ls.session.checked(draft)
    return list(_folds(checkup.document.view(tree), checkup.positions))


def _folds(nodes: Iterable[Node], positions: Positions) -> Iterator[lsp.FoldingRange]:
    for node in nodes:
        start, end = (positions.position(offset).line for offset in node.span)
        if end > start:
            yield lsp.FoldingRange(start, end, kind=lsp.FoldingRangeKind.Region)
        yield from _folds(node.children, positions)
