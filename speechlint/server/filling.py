"""Blanks of a draft: the next one, and equal ones that are filled alike."""

from __future__ import annotations

from collections import Counter

from speechlint.diagnostic import Severity
from speechlint.record import NamedTuple
from speechlint.server.places import touches
from speechlint.text import Span
from speechlint.views.blanks import Kind, blanks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.diagnostic import Diagnostic
    from speechlint.document import Document


class Place(NamedTuple):
    """Where a blank stands, with the noun that it stands for: XX市."""

    span: Span
    name: str


def places(document: Document) -> Iterator[Place]:
    """Yield the blanks that a name stands for, where it stands in the text as it is.

    A value that vanished has none: 增长% is another figure each time.
    """
    for blank in document.view(blanks):
        if blank.kind is Kind.VANISHED:
            continue
        name = blank.names or blank.text
        low = max(0, blank.span.end - len(name))
        at = document.text.find(name, low, blank.span.start + len(name))
        if at >= 0:
            yield Place(Span(at, at + len(name)), name)


def place_at(document: Document, offset: int) -> Place | None:
    """Return the blank at an offset."""
    return next((p for p in places(document) if touches(p.span, offset)), None)


def alike(document: Document, name: str) -> list[Span]:
    """Return every place with a name, in order."""
    return [place.span for place in places(document) if place.name == name]


def after(document: Document, offset: int) -> Span | None:
    """Return the first blank behind an offset; after the last comes the first."""
    spans = [blank.span for blank in document.view(blanks)]
    return next((span for span in spans if span.start > offset), spans[0] if spans else None)


def statistics(document: Document, diagnostics: Iterable[Diagnostic]) -> dict[str, int]:
    """Return how much there is left to do in a draft."""
    levels = Counter(d.severity.value for d in diagnostics)
    return {"blanks": len(document.view(blanks)), **{s.value: levels[s.value] for s in Severity}}
