"""Diagnostics as the client wants them."""

from __future__ import annotations

import os

from lsprotocol import types as lsp
from pygls import uris

from speechlint.diagnostic import Severity
from speechlint.light import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechlint.diagnostic import Diagnostic
    from speechlint.rule import Rule
    from speechlint.server.convert import Positions

SOURCE = "speechlint"
_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Information,
}


class Reporter:
    """Turns diagnostics into those of LSP, with what the client can show."""

    def __init__(self, capabilities: lsp.ClientCapabilities, *, pulls: bool) -> None:
        document = capabilities.text_document
        can = document and (document.diagnostic if pulls else document.publish_diagnostics)
        self._related = bool(can and can.related_information)
        self._links = bool(can and can.code_description_support)

    def report(
        self, uri: str, positions: Positions, found: Iterable[Diagnostic], rules: Iterable[Rule]
    ) -> list[lsp.Diagnostic]:
        """Return the diagnostics of a draft."""
        pages = {rule.id: page(rule.id, rule.file) for rule in rules} if self._links else {}
        return [
            lsp.Diagnostic(
                range=positions.range(d.span),
                message=d.message,
                severity=_SEVERITIES[d.severity],
                code=d.rule,
                code_description=_link(pages.get(d.rule)),
                source=SOURCE,
                related_information=self._places(uri, positions, d),
            )
            for d in found
        ]

    def _places(
        self, uri: str, positions: Positions, d: Diagnostic
    ) -> list[lsp.DiagnosticRelatedInformation] | None:
        if not self._related or not d.related:
            return None
        return [
            lsp.DiagnosticRelatedInformation(lsp.Location(uri, positions.range(r.span)), r.message)
            for r in d.related
        ]


def _link(href: str | None) -> lsp.CodeDescription | None:
    return lsp.CodeDescription(href) if href else None


@cache
def page(rule: str, file: str) -> str | None:
    """Return the URI of the page on a rule that was read from a file: its section in its family's.

    The line is given as VS Code reads it; who knows nothing of lines opens the page at its top.
    """
    readme = os.path.join(os.path.dirname(file), "README.md")
    line = _sections(readme).get(rule)
    found: str | None = uris.from_fs_path(readme if line else file)
    return f"{found}#L{line}" if found and line else found


@cache
def _sections(readme: str) -> dict[str, int]:
    """Return in which line of a page the section of each rule begins; none where there is no page."""
    try:
        with open(readme, encoding="utf-8") as stream:
            lines = list(stream)
    except (OSError, UnicodeDecodeError):
        return {}
    heads = ((number, line.split("`")) for number, line in enumerate(lines, 1) if line[:3] == "## ")
    return {head[-2]: number for number, head in heads if len(head) > 2}
