"""Flag levels in another order than 一、 （一） 1. （1）."""

from __future__ import annotations

from speechlint.diagnostic import Related, Severity
from speechlint.rule import Finding
from speechlint.views.outline import outline
from speechlint.views.outline.spelling import text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Speech
    from speechlint.views.outline import Item, Listing

_ORDER = ("#、", "（#）", "1.", "（1）")


def check_speech(speech: Speech) -> Iterator[Finding]:
    """Flag （一） that contains 一、, and “1、” right under 一、.

    To skip a level is common and well understood; only “1、” beside “一、” looks like one.
    Each pair of levels is one finding a speech.
    """
    listings = [x for x in speech.view(outline).listings if x.items[0].mark.leads]
    home = {item: listing for listing in listings for item in listing.items}
    nested: dict[tuple[str, str], list[Listing]] = {}
    for listing in listings:
        parent = listing.parent
        if parent and parent.mark.leads and {parent.mark.kind, listing.kind} <= set(_ORDER):
            nested.setdefault((parent.mark.kind, listing.kind), []).append(listing)
    for (outer, inner), found in nested.items():
        # They are inside only if the outer list goes on after one of them: a list may stand
        # before all headings.
        if _ORDER.index(outer) > _ORDER.index(inner):
            if any(_goes_on(listing, home) for listing in found):
                yield _finding(found, inverted=True)
        elif (outer, inner) == ("#、", "1.") and (alike := list(filter(_alike, found))):
            yield _finding(alike, inverted=False)


def _goes_on(listing: Listing, home: dict[Item, Listing]) -> bool:
    elders = home.get(listing.parent) if listing.parent else None
    return elders is not None and elders.items[-1].span > listing.items[-1].span


def _alike(listing: Listing) -> bool:
    """Say whether an Arabic marker has the 、 of 一、."""
    return listing.items[0].mark.form == "#、"


def _finding(found: list[Listing], *, inverted: bool) -> Finding:
    first = found[0]
    parent = first.parent
    items = [item for listing in found for item in listing.items]
    values = {
        "outer": text_of(parent) if parent else "",
        "found": text_of(items[0]),
        "advice": "层次颠倒" if inverted else "应先用“（一）”，阿拉伯数字后用“.”",
    }
    related = [Related(item.span, "同样的层次") for item in items[1:]]
    if parent:
        related.append(Related(parent.span, "上一层"))
    severity = None if inverted else Severity.INFO
    return Finding(items[0].span, values, None, tuple(related), severity)
