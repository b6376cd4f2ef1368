"""Flag a marker whose elder brother is missing."""

from __future__ import annotations

from speechlint.diagnostic import Related
from speechlint.record import WithOptions
from speechlint.rule import Finding
from speechlint.views.announced import announcements
from speechlint.views.outline import outline
from speechlint.views.outline.spelling import renumbered, respelled, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Speech
    from speechlint.views.announced import Announcement
    from speechlint.views.outline import Item
    from speechlint.views.outline.faults import Anomaly


class Gap(WithOptions):
    """Flag a marker whose number skips one or more after its elder brother.

    `first` also flags a list that does not begin at one. Its first item is lost, and to renumber
    the rest would only hide the loss: there is no fix. Nor is there one where a count says that
    the missing item was meant to be there.
    """

    first: bool = True

    def check_speech(self, speech: Speech) -> Iterator[Finding]:
        promised = {
            a.listing: a for a in speech.view(announcements) if a.number == _last(a.listing.items)
        }
        for anomaly in speech.view(outline).anomalies:
            if anomaly.name == "gap" and (anomaly.elder or self.first):
                yield self._finding(anomaly, promised.get(anomaly.listing))

    def _finding(self, anomaly: Anomaly, promise: Announcement | None) -> Finding:
        elder, item = anomaly.elder, anomaly.item
        values = {
            "place": f"“{text_of(elder)}”之后" if elder else "这一层开头",
            "expected": respelled(item, anomaly.expected),
            "found": text_of(item),
        }
        related = [Related(elder.span, "上一项")] if elder else []
        if promise:
            related.append(Related(promise.span, f"前文说有{promise.words}"))
        fix = renumbered(anomaly.listing, item) if elder and not promise else None
        return Finding(item.span, values, fix, tuple(related))


def _last(items: tuple[Item, ...]) -> int:
    return items[-1].mark.number
