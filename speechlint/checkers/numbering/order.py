"""Flag markers that stand in the wrong order."""

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
    """Flag a marker whose number fits neither its elder nor its younger brother.

    Two that changed places are one finding, and so is an item that was moved.
    """
    for anomaly in speech.view(outline).anomalies:
        if anomaly.name != "order":
            continue
        item, expected = anomaly.item, anomaly.expected
        found = text_of(item)
        if not expected:
            detail = f"“{found}”排错了位置"
        elif anomaly.others:
            detail = f"“{found}”与“{text_of(anomaly.others[0])}”前后颠倒"
        else:
            detail = f"这里应为“{respelled(item, expected)}”，却是“{found}”"
        related = tuple(Related(other.span, "次序与它不合") for other in anomaly.others)
        yield Finding(item.span, {"detail": detail}, renumbered(anomaly.listing, item), related)
