"""Supply and demand: 提供1115套，申购1970个，供求比接近二分之一."""

from __future__ import annotations

from speechlint.later import later
from speechlint.occurrences import holds
from speechlint.views.figures import SHARE
from speechlint.views.relations.hedge import SUPPLY, share

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.views.figures import Quantity
    from speechlint.views.relations import Relation
    from speechlint.views.relations.clauses import Sentence

_OFFER, _DEMAND = later("提供|供应|推出|房源"), later("申[购请]|需求|报名|登记")


def relations(sentence: Sentence, n: int) -> Iterator[Relation]:
    """Yield “提供1115套，申购1970个，供求比接近二分之一”."""
    segment = sentence.segments[n]
    if not segment.items or not holds(segment.items[0].before, SUPPLY):
        return
    said = segment.items[0].quantity
    found: dict[str, Quantity] = {}
    for earlier in sentence.segments[:n]:
        for item in earlier.items:
            for role, words in (("offer", _OFFER), ("demand", _DEMAND)):
                if words.search(item.before):
                    found[role] = item.quantity
    offer, demand = found.get("offer"), found.get("demand")
    if (
        offer
        and demand
        and offer.firm
        and demand.firm
        and demand.digits
        and said.dimension == SHARE
    ):
        yield share(said, offer, demand)
