"""One cause, one diagnostic: where two rules mark the same place, one of them owns it."""

from __future__ import annotations

from speechlint.light import cache
from speechlint.places import Places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.diagnostic import Diagnostic

_AT_A_BREAK = frozenset(
    {"text.fragment", "text.missing", "punct.pair", "punct.repeat", "numbering"}
)

_TYPO = "word.typo"

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
    (frozenset({"text.passage"}), frozenset({"text.repeat"})),
    (frozenset({"punct.repeat"}), frozenset({"text.fragment"})),
    (frozenset({"punct.pair", "numbering.style"}), frozenset({"punct.other"})),
)


def _among(diagnostic: Diagnostic, names: frozenset[str]) -> bool:
    return not names.isdisjoint(_names(diagnostic.kind))


@cache
def _names(kind: str) -> tuple[str, str]:
    """Return a kind and its family."""
    return kind, kind.partition(".")[0]


def settle(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Leave out what another diagnostic owns; return the rest in the order of the text."""
    kept: list[Diagnostic] = []
    for group in _groups(sorted(diagnostics, key=lambda d: (d.span, d.rule, d.message))):
        kept += group if len(group) == 1 else _settled(group)
    return kept


def _groups(ordered: Iterable[Diagnostic]) -> Iterator[list[Diagnostic]]:
    """Yield the diagnostics that overlap, one with the next: most stand alone."""
    group: list[Diagnostic] = []
    reach = 0
    for d in ordered:
        start, end = d.span
        if group and start >= reach:
            yield group
            group, reach = [d], end
        else:
            group.append(d)
            reach = max(reach, end)
    if group:
        yield group


def _settled(group: Iterable[Diagnostic]) -> list[Diagnostic]:
    kept = list(dict.fromkeys(group))
    kinds = {name for d in kept for name in _names(d.kind)}
    for owners, owned in _OWNERS:
        places = () if owners.isdisjoint(kinds) else [d for d in kept if _among(d, owners)]
        if places:
            index = Places(d.span for d in places)
            kept = [
                d
                for d in kept
                if _among(d, owners)
                or not ((owned is None or _among(d, owned)) and index.touch(d.span))
            ]
    return _surest(kept)


def _surest(kept: list[Diagnostic]) -> list[Diagnostic]:
    """Of wrong words that overlap leave the surest: a list of words knows more than a guess."""
    words = [d for d in kept if d.kind == _TYPO]
    if len(words) < 2:
        return kept
    surer = [(rank, Places(d.span for d in words if d.severity.rank >= rank)) for rank in (1, 2)]
    return [
        d
        for d in kept
        if d.kind != _TYPO
        or not any(d.severity.rank < rank and places.touch(d.span) for rank, places in surer)
    ]
