import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.causes import _OWNERS, settle
from speechlint.diagnostic import Diagnostic, Severity
from speechlint.text import Span


def diagnostic(kind: str, start: int, end: int, rule: str = "", message: str = "") -> Diagnostic:
    return Diagnostic(rule or kind, kind, Severity.ERROR, message, Span(start, end))


def kinds(*diagnostics: Diagnostic) -> list[str]:
    return [d.kind for d in settle(diagnostics)]


@pytest.mark.parametrize(
    ("owner", "owned"),
    [
        ("scrape.boilerplate", "placeholder.mask"),
        ("scrape.teaser", "word.typo"),
        ("scrape.collection", "numbering.gap"),
        ("placeholder.year", "placeholder.mask"),
        ("placeholder.vanished", "punct.pair"),
        ("placeholder.mask", "figure.sum"),
        ("scrape.wrap", "text.fragment"),
        ("scrape.marker", "numbering.order"),
        ("numbering.count", "figure.enumeration"),
        ("word.typo", "word.spun"),
        ("punct.width", "punct.pair"),
    ],
)
def test_the_owner_of_a_place_speaks_alone(owner: str, owned: str) -> None:
    assert kinds(diagnostic(owned, 3, 6), diagnostic(owner, 5, 9)) == [owner]
    assert kinds(diagnostic(owner, 3, 6), diagnostic(owned, 3, 4)) == [owner]


def test_of_wrong_words_that_overlap_the_surest_stays() -> None:
    sure = diagnostic("word.typo", 3, 5)
    guess = diagnostic("word.typo", 1, 5, "word.phrase")._replace(severity=Severity.WARNING)
    taste = diagnostic("word.typo", 4, 6, "word.variant")._replace(severity=Severity.INFO)
    apart = taste._replace(span=Span(6, 8))

    assert settle([guess, sure, taste, apart]) == [sure, apart]
    assert settle([guess, taste, apart]) == [guess, apart]
    assert settle([taste]) == [taste]
    assert settle([guess, guess._replace(kind="word.spun")]) == [guess]


@pytest.mark.parametrize("other", ["text.repeat", "text.passage", "punct.width"])
def test_a_break_owns_only_what_it_suggests(other: str) -> None:
    both = kinds(diagnostic("scrape.wrap", 3, 6), diagnostic(other, 4, 8))
    assert both == ["scrape.wrap", other]


def test_it_owns_only_what_it_overlaps() -> None:
    assert kinds(diagnostic("placeholder.year", 3, 6), diagnostic("placeholder.mask", 6, 8)) == [
        "placeholder.year",
        "placeholder.mask",
    ]


def test_what_nobody_owns_stays() -> None:
    assert kinds(diagnostic("numbering.gap", 0, 3), diagnostic("figure.sum", 0, 3)) == [
        "figure.sum",
        "numbering.gap",
    ]


def test_a_rule_of_another_name_owns_by_its_kind() -> None:
    assert kinds(
        diagnostic("word.typo", 0, 2, rule="house.wrong"), diagnostic("word.spun", 0, 2)
    ) == ["word.typo"]


def test_a_long_owner_far_before_is_seen() -> None:
    assert kinds(
        diagnostic("scrape.boilerplate", 0, 90),
        diagnostic("scrape.boilerplate", 10, 20),
        diagnostic("word.typo", 50, 52),
    ) == ["scrape.boilerplate", "scrape.boilerplate"]


def test_the_order_does_not_hang_on_who_came_first() -> None:
    found = [
        diagnostic("a.b", 0, 2, message="乙"),
        diagnostic("a.b", 0, 2, message="甲"),
        diagnostic("a.a", 0, 2),
        diagnostic("z.z", 0, 1),
    ]

    assert settle(found) == settle(found[::-1])
    assert [(d.rule, d.message) for d in settle(found)] == [
        ("z.z", ""),
        ("a.a", ""),
        ("a.b", "乙"),
        ("a.b", "甲"),
    ]


_NAMES = sorted({n for owners, owned in _OWNERS for n in (*owners, *(owned or ()))})
_DIAGNOSTICS = st.builds(
    lambda name, start, length: diagnostic(
        name if "." in name else f"{name}.x", start, start + length
    ),
    st.sampled_from(_NAMES),
    st.integers(0, 30),
    st.integers(1, 9),
)


@given(st.lists(_DIAGNOSTICS, max_size=20))
def test_every_one_left_out_has_an_owner_that_overlaps_it(found: list[Diagnostic]) -> None:
    kept = settle(found)

    assert kept == sorted(set(kept), key=lambda d: (d.span, d.rule))
    for gone in set(found) - set(kept):
        assert any(d.span.overlaps(gone.span) for d in found if d.kind != gone.kind)
