"""One cause, one diagnostic: where two rules mark the same place, one of them owns it."""

from __future__ import annotations

from bisect import bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from speechlint.diagnostic import Diagnostic

_AT_A_BREAK = frozenset(
    {"text.fragment", "text.missing", "punct.pair", "punct.repeat", "numbering"}
)

# Whoever stands higher owns the place; the rules below it are silent there.
# A name with a dot is a kind, one without a family.
_OWNERS: tuple[tuple[frozenset[str], frozenset[str] | None], ...] = (
    # Text of the site goes as a whole: nothing inside it is worth a word (None: everything).
    (frozenset({"scrape.boilerplate", "scrape.teaser", "scrape.collection"}), None),
    (frozenset({"scrape.markup"}), frozenset({"placeholder"})),
    (frozenset({"placeholder.year"}), frozenset({"placeholder.mask", "placeholder.template"})),
    (frozenset({"placeholder"}), frozenset({"scrape.garbled", "figure", "text", "word", "punct"})),
    # What a break suggests; not a word written on both sides of it, nor half-width marks.
    (frozenset({"scrape.wrap", "scrape.marker"}), _AT_A_BREAK),
    (frozenset({"scrape.markup", "scrape.garbled"}), frozenset({"punct", "text", "word"})),
    (frozenset({"numbering.count"}), frozenset({"figure.enumeration"})),
    (frozenset({"word.typo"}), frozenset({"word.spun"})),
    (frozenset({"punct.width"}), frozenset({"punct.pair"})),
)


def _among(diagnostic: Diagnostic, names: frozenset[str]) -> bool:
    return diagnostic.kind in names or diagnostic.kind.partition(".")[0] in names


def settle(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Leave out what another diagnostic owns; return the rest in the order of the text."""
    kept = sorted(dict.fromkeys(diagnostics), key=lambda d: (d.span, d.rule, d.message))
    for owners, owned in _OWNERS:
        places = [d for d in kept if _among(d, owners)]
        if places:
            index = _Index(places)
            kept = [
                d
                for d in kept
                if _among(d, owners) or not ((owned is None or _among(d, owned)) and index.hit(d))
            ]
    return kept


class _Index:
    """Finds in logarithmic time whether a diagnostic overlaps one of those given."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self._starts = [d.span.start for d in diagnostics]
        self._reach: list[int] = []  # how far the diagnostics up to here reach
        far = 0
        for d in diagnostics:
            far = max(far, d.span.end)
            self._reach.append(far)

    def hit(self, diagnostic: Diagnostic) -> bool:
        last = bisect_right(self._starts, diagnostic.span.end - 1) - 1
        return last >= 0 and self._reach[last] > diagnostic.span.start
