"""Flag blocks of lines that do not belong to the speech."""

from __future__ import annotations

from speechlint import site
from speechlint.diagnostic import Applicability, Edit, Fix
from speechlint.light import bisect_right
from speechlint.lines import Role
from speechlint.paragraph import HoleKind
from speechlint.record import WithOptions
from speechlint.rule import Finding
from speechlint.text import EOL, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Document, Hole, Line

_SPACE = " \t\u3000\u00a0"


class Block(WithOptions):
    """Flag each block of adjacent lines of a role: "site", "teaser" or "collection".

    With `apart` each line is a block of its own. Lines that are site phrases and nothing else
    may go without asking.
    """

    role: str
    apart: bool = False

    def check_document(self, document: Document) -> Iterator[Finding]:
        torn = [hole for hole in document.holes if hole.kind is HoleKind.SITE]
        for first, last in self._blocks(document.lines):
            span = Span(first.span.start, last.span.end)
            text = document.text[span.start : span.end]
            fix = self._fix(document.text, span, _around(span, torn))
            yield Finding(span, {"match": _short(text), "lines": str(text.count("\n") + 1)}, fix)

    def _fix(self, text: str, span: Span, hole: Hole | None) -> Fix:
        """Return the fix that takes a block away, and joins the sentence that it tore."""
        lines = hole.span if hole else _lines(text, span)
        safe = (
            self.role == Role.SITE.value
            and lines
            and (hole is None or hole.sure)
            and site.phrases(text[span.start : span.end])
        )
        trust = Applicability.SAFE if safe else Applicability.UNSAFE
        return Fix("删去", (Edit(lines or span, ""),), trust, on_save=False)

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


def _around(span: Span, holes: Sequence[Hole]) -> Hole | None:
    """Return the hole that a span lies in."""
    at = bisect_right(holes, span.start, key=lambda hole: hole.span.start) - 1
    return holes[at] if at >= 0 and holes[at].span.covers(span) else None


def _lines(text: str, span: Span) -> Span | None:
    """Return the lines that a span fills, with the line end after them; None if it fills none."""
    start, end = span
    while start and text[start - 1] in _SPACE:
        start -= 1
    while end < len(text) and text[end] in _SPACE:
        end += 1
    if start and text[start - 1] not in "\r\n":
        return None
    stop = EOL.match(text, end)
    if stop and text[start - 1 : start] == "\r" and text.startswith("\n", stop.end()):
        return Span(start - 1, end)  # or two line ends would become one
    return Span(start, stop.end()) if stop else Span(start, end) if end == len(text) else None
