"""Flag a list of one item."""

from __future__ import annotations

from speechlint.record import WithOptions
from speechlint.rule import Finding
from speechlint.views.announced import announcements
from speechlint.views.outline import outline
from speechlint.views.outline.spelling import respelled, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Speech


class Lone(WithOptions):
    """Flag a number one without a number two, unless a count already says how many are missing.

    A heading of the highest level may be all that somebody cut out of a longer text: it is flagged
    only where `rest` characters or more follow.
    """

    rest: int = 100

    def check_speech(self, speech: Speech) -> Iterator[Finding]:
        counted = {a.listing for a in speech.view(announcements) if not a.kept}
        for anomaly in speech.view(outline).anomalies:
            item = anomaly.item
            if anomaly.name == "lone" and anomaly.listing not in counted:
                highest = item.mark.leads and not anomaly.listing.parent
                if highest and speech.span.end - item.span.end < self.rest:
                    continue
                values = {"found": text_of(item), "next": respelled(item, 2)}
                yield Finding(item.span, values)
