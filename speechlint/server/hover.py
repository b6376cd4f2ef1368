"""Hover: the page of the rule that marks a place; what a figure was read as, and what it proves."""

from __future__ import annotations

from lsprotocol import types as lsp

from speechlint.light import cache
from speechlint.server.figures import describe
from speechlint.server.places import touches
from speechlint.server.server import Server  # noqa: TC001 (pygls looks at the annotations)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.server.draft import Checkup, Draft


def register(server: Server) -> None:
    """Tell the server what is done here."""
    server.feature(lsp.TEXT_DOCUMENT_HOVER)(_hover)


async def _hover(ls: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    draft = ls.draft(params.text_document.uri)
    if draft is None:
        return None
    checkup = await ls.session.checked(draft)
    offset = checkup.positions.offset(params.position)
    parts = [*_pages(draft, checkup, offset), *describe(checkup.document, offset)]
    if not parts:
        return None
    text = "\n\n---\n\n".join(parts)
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text))


def _pages(draft: Draft, checkup: Checkup, offset: int) -> Iterator[str]:
    """Yield the page of each rule that marks a place, once."""
    marked = {d.rule for d in checkup.diagnostics if touches(d.span, offset)}
    for rule in draft.rules:
        if rule.id in marked:
            yield _page(rule.file)


@cache
def _page(file: str) -> str:
    from speechlint import packs
    from speechlint.catalogue import describe as page

    return page(packs.load_rule(file, examples=True)).strip()
