"""Report the blanks of one kind."""

from __future__ import annotations

from speechlint.diagnostic import Severity
from speechlint.record import WithOptions
from speechlint.rule import Finding
from speechlint.views.blanks import Kind, blanks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document

# A message is read at a glance: what a writing machine left can be a whole sentence.
_LONGEST = 30


class Blanks(WithOptions):
    """Report every blank of a kind: mask, year, vanished, isolated or template.

    One whose form does not prove it (某市, YY公司) is a warning at most.
    """

    kind: str

    def check_document(self, document: Document) -> Iterator[Finding]:
        kind = Kind(self.kind)
        for blank in document.view(blanks):
            if blank.kind is kind:
                values = {"match": _short(blank.text), "names": _short(blank.names)}
                severity = None if blank.sure else Severity.WARNING
                yield Finding(blank.span, values, severity=severity)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
