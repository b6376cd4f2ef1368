"""Inlay hints: beside a figure, what its relation comes to. Off until somebody wants them."""

from __future__ import annotations

from lsprotocol import types as lsp

from speechlint.reporters.figures import VERDICTS
from speechlint.server.server import Server  # noqa: TC001 (pygls looks at the annotations)
from speechlint.views.relations import Verdict, everything

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.text import Span


def register(server: Server) -> None:
    """Tell the server what is done here."""
    server.feature(lsp.TEXT_DOCUMENT_INLAY_HINT)(_hints)


async def _hints(ls: Server, params: lsp.InlayHintParams) -> list[lsp.InlayHint]:
    draft = ls.draft(params.text_document.uri)
    if draft is None or not ls.inlay_hints:
        return []
    checkup = await ls.session.checked(draft)
    wanted = checkup.positions.span(params.range)
    found: dict[tuple[Span, str], lsp.InlayHint] = {}
    for relation in checkup.document.view(everything):
        label = _label(relation.computation)
        inside = wanted.start <= relation.span.end <= wanted.end
        if label and inside and relation.verdict is not Verdict.UNKNOWN:
            found[relation.span, label] = lsp.InlayHint(
                position=checkup.positions.position(relation.span.end),
                label=label,
                tooltip=f"{VERDICTS[relation.verdict]}：{relation.computation}",
                padding_left=True,
            )
    return [found[key] for key in sorted(found)]


def _label(computation: str) -> str:
    """Return what a computation comes to: =14900万元, or ≈92.8%."""
    at = min((n for sign in "=≈" if (n := computation.find(sign)) >= 0), default=-1)
    return computation[at:] if at >= 0 else ""
