"""Why parts need not reach their total."""

from __future__ import annotations

from speechlint.diagnostic import Severity
from speechlint.views.relations import labels
from speechlint.views.relations.arithmetic import slip, total

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.views.figures import Quantity
    from speechlint.views.figures.interval import Interval
    from speechlint.views.relations.lists import Listing, Part

_FEW = 3  # digits: with fewer, any other number differs by one


def too_little(
    listing: Listing, parts: Sequence[Part], computed: Interval
) -> tuple[str, Severity | None]:
    """Return why parts need not reach their total; else how grave it is that they do not."""
    whole = listing.wholes[0][0]
    names = [part.name for part in parts]
    if labels.vague("".join(part.label + part.after for part in parts)):
        return "分项没有列全", None
    if len(parts) < max(2, len(listing.parts)):
        return "分项不一定列全", None
    if labels.divides(names) or listing.complete:
        return "", None
    if labels.overlap(names):
        return "各部分可能交叉", None
    near = whole.value.scaled(8 if listing.colon else 9, 10)
    if listing.closed and not computed.below(near) and _mistyped(whole, parts):
        return "", Severity.WARNING
    return "分项不一定列全", None


def _mistyped(whole: Quantity, parts: Sequence[Part]) -> bool:
    """Say whether one wrong digit, or two that changed places, explains a sum.

    Else the list leaves something out as likely as not.
    """
    figures = [part.quantity for part in parts]
    value = total(figure.value for figure in figures)
    few = len(str(whole.digits)) < _FEW and not labels.excludes([part.name for part in parts])
    if slip(whole, value) and not few:
        return True
    lacking = whole.value.minus(value)
    return any(slip(figure, figure.value.plus(lacking)) for figure in figures)
