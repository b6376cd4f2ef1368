"""Flag a marker that has the number of a brother."""

from __future__ import annotations

from speechlint.diagnostic import Related
from speechlint.rule import Finding
from speechlint.views.outline import outline
from speechlint.views.outline.spelling import renumbered, respelled, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Speech


def check_speech(speech: Speech) -> Iterator[Finding]:
    """Flag the second of two brothers with one number, or the one that a neighbour shows wrong."""
    for anomaly in speech.view(outline).anomalies:
        if anomaly.name != "duplicate":
            continue
        item, expected = anomaly.item, anomaly.expected
        advice = f"，应为“{respelled(item, expected)}”" if expected else "，不在这里的次序中"
        related = tuple(Related(other.span, "同一序号") for other in anomaly.others)
        fix = renumbered(anomaly.listing, item)
        yield Finding(item.span, {"found": text_of(item), "advice": advice}, fix, related)
