"""Flag blocks of lines that do not belong to the speech."""

from __future__ import annotations

from speechlint.diagnostic import Edit, Fix
from speechlint.lines import Role
from speechlint.record import NamedTuple
from speechlint.rule import Finding
from speechlint.text import EOL, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document, Line

_SPACE = " \t\u3000\u00a0"


class Block(NamedTuple):
    """Flag each block of adjacent lines of a role: "site", "teaser" or "collection".

    With `apart` each line is a block of its own.
    """

    role: str
    apart: bool = False

    def check_document(self, document: Document) -> Iterator[Finding]:
        for first, last in self._blocks(document.lines):
            span = Span(first.span.start, last.span.end)
            text = document.text[span.start : span.end]
            fix = Fix("删去", (Edit(_whole(document.text, span), ""),))
            yield Finding(span, {"match": _short(text), "lines": str(text.count("\n") + 1)}, fix)

    def _blocks(self, lines: tuple[Line, ...]) -> Iterator[tuple[Line, Line]]:
        first: Line | None = None
        last: Line | None = None
        for line in lines:
            if line.role is Role.BLANK:
                continue
            if first and last and (line.role.value != self.role or self.apart):
                yield first, last
                first = None
            if line.role.value == self.role:
                first, last = first or line, line
        if first and last:
            yield first, last


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 20 else f"{text[:20]}…"


def _whole(text: str, span: Span) -> Span:
    """Return the span with the line end after it, if it fills its lines."""
    before = text[: span.start].rstrip(_SPACE)
    after = len(text) - len(text[span.end :].lstrip(_SPACE))
    if before and before[-1] not in "\r\n":
        return span
    end = EOL.match(text, after)
    return Span(len(before), end.end() if end else after)
