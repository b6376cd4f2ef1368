"""A paragraph's healed text, and the way back to the document."""

from speechlint.lines import Role
from speechlint.paragraph import Hole, HoleKind, Paragraph
from speechlint.text import Span

# The document is "甲乙\n\n丙丁": a break tore the text.
TORN = Paragraph("甲乙丙丁", Role.BODY, [(0, 0), (2, 4)], (Hole(Span(2, 4), HoleKind.WRAP),))


def test_offsets_after_a_hole_move_on() -> None:
    assert [TORN.offset(n) for n in range(4)] == [0, 1, 4, 5]


def test_a_span_that_crosses_a_hole_covers_it() -> None:
    assert TORN.locate(Span(0, 2)) == Span(0, 2)
    assert TORN.locate(Span(1, 3)) == Span(1, 5)
    assert TORN.locate(Span(2, 4)) == Span(4, 6)
    assert TORN.span == Span(0, 6)


def test_an_empty_span_goes_before_a_hole() -> None:
    assert TORN.locate(Span(2, 2)) == Span(2, 2)
    assert TORN.locate(Span(0, 0)) == Span(0, 0)


def test_torn_says_whether_a_hole_lies_inside() -> None:
    assert TORN.torn(Span(1, 3))
    assert not TORN.torn(Span(0, 2))
    assert not TORN.torn(Span(2, 4))
    assert not TORN.torn(Span(2, 2))


def test_a_view_is_made_once_and_handed_on() -> None:
    made: list[str] = []

    def view(paragraph: Paragraph) -> int:
        made.append(paragraph.text)
        return len(paragraph.text)

    again = Paragraph("甲乙丙丁", Role.BODY, [(0, 9)])
    assert (TORN.view(view), TORN.view(view)) == (4, 4)
    again.adopt(TORN)
    assert again.view(view) == 4
    assert made == ["甲乙丙丁"]
