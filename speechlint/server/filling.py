"""Blanks of a draft: the next one, and equal ones that are filled alike."""

from __future__ import annotations

from collections import Counter

from speechlint import filling
from speechlint.counts import PACE, whole
from speechlint.diagnostic import Severity
from speechlint.server.places import touches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.filling import Place
    from speechlint.server.draft import Checkup
    from speechlint.text import Span


def places(checkup: Checkup) -> Iterator[Place]:
    """Yield the blanks that a name stands for."""
    return filling.places(checkup.document.text, checkup.blanks)


def place_at(checkup: Checkup, offset: int) -> Place | None:
    """Return the blank at an offset."""
    return next((p for p in places(checkup) if touches(p.span, offset)), None)


def alike(checkup: Checkup, name: str) -> list[Span]:
    """Return every place with a name, in order."""
    return [place.span for place in places(checkup) if place.name == name]


def after(checkup: Checkup, offset: int) -> Span | None:
    """Return the first blank behind an offset; after the last comes the first."""
    spans = [blank.span for blank in checkup.blanks]
    return next((span for span in spans if span.start > offset), spans[0] if spans else None)


def statistics(checkup: Checkup) -> dict[str, int]:
    """Return how long a draft is, and how much there is left to do in it."""
    levels = Counter(d.severity.value for d in checkup.diagnostics)
    length = whole(checkup.document)
    return {
        "blanks": len(checkup.blanks),
        **{s.value: levels[s.value] for s in Severity},
        "characters": length.characters,
        "seconds": length.seconds(PACE),
    }
