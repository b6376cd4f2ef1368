"""Flag the holes that were closed while the text was put together."""

from __future__ import annotations

from speechlint.diagnostic import Applicability, Edit, Fix
from speechlint.paragraph import HoleKind
from speechlint.record import WithOptions
from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document
    from speechlint.paragraph import Hole as Torn


class Hole(WithOptions):
    """Flag each hole of a kind: "wrap", "marker" or "garbled".

    `around` marks the character on each side too: a line break alone cannot be seen.
    """

    kind: str
    around: bool = False

    def check_document(self, document: Document) -> Iterator[Finding]:
        for hole in document.holes:
            if hole.kind.value == self.kind:
                span = hole.span
                if self.around:
                    span = Span(max(span.start - 1, 0), min(span.end + 1, len(document.text)))
                yield Finding(
                    span, _values(document.text[hole.span.start : hole.span.end]), _fix(hole)
                )


def _fix(hole: Torn) -> Fix:
    """Return the fix that closes a hole. What a counter says may have been meant to be read."""
    safe = hole.sure and hole.kind is not HoleKind.MARKER
    seen = hole.kind is not HoleKind.GARBLED
    return Fix(
        "删去，接成一句" if seen else "删去",
        (Edit(hole.span, ""),),
        Applicability.SAFE if safe else Applicability.UNSAFE,
        on_save=not seen,
    )


def _values(text: str) -> dict[str, str]:
    codes = "、".join(dict.fromkeys(f"U+{ord(c):04X}" for c in text))
    return {"match": text.strip(), "codes": codes}
