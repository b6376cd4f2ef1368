import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.text import LineIndex, Position, Span, line_end

# Everything that some library takes for a line end, and characters of one to four bytes.
TEXTS = st.text(st.sampled_from("ab一，😀𠀀\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029"))


class TestSpan:
    def test_shift_moves_both_ends(self) -> None:
        assert Span(2, 5).shift(-2) == Span(0, 3)

    def test_touching_spans_do_not_overlap(self) -> None:
        assert not Span(0, 2).overlaps(Span(2, 4))
        assert Span(0, 3).overlaps(Span(2, 4))

    def test_covers_itself_but_nothing_that_sticks_out(self) -> None:
        assert Span(1, 4).covers(Span(1, 4))
        assert not Span(1, 4).covers(Span(0, 2))
        assert not Span(1, 4).covers(Span(3, 5))


class TestLineIndex:
    def test_three_line_ends_and_no_other(self) -> None:
        text = "a\nb\r\nc\rd\v\f\x1c\x1d\x1e\x85\u2028\u2029e"
        lines = LineIndex(text)

        assert [lines.line(n) for n in range(len(lines))] == [
            "a",
            "b",
            "c",
            "d\v\f\x1c\x1d\x1e\x85\u2028\u2029e",
        ]

    def test_a_final_line_end_begins_an_empty_line(self) -> None:
        assert len(LineIndex("一\n")) == 2
        assert len(LineIndex("")) == 1

    def test_line_end_of_two_is_one_and_reversed_it_is_two(self) -> None:
        assert len(LineIndex("\r\n")) == 2
        assert len(LineIndex("\n\r")) == 3

    def test_columns_count_code_points(self) -> None:
        assert LineIndex("a\r\n😀𠀀一").position(5) == Position(1, 2)

    def test_an_offset_in_a_line_end_belongs_to_its_line(self) -> None:
        assert LineIndex("ab\r\nc").position(3) == Position(0, 3)

    def test_a_position_is_pulled_into_its_line(self) -> None:
        lines = LineIndex("ab\r\nc")

        assert lines.offset(Position(0, 99)) == 2
        assert lines.offset(Position(99, 0)) == 5

    @given(TEXTS)
    def test_every_offset_outside_a_line_end_survives_the_round_trip(self, text: str) -> None:
        lines = LineIndex(text)
        inside = {
            o for n in range(len(lines)) for o in range(lines.span(n).start, lines.span(n).end + 1)
        }

        assert all(lines.offset(lines.position(offset)) == offset for offset in inside)

    @given(TEXTS)
    def test_lines_and_line_ends_make_up_the_text(self, text: str) -> None:
        lines = LineIndex(text)
        ends = [lines.span(n).end for n in range(len(lines))]
        starts = [lines.span(n).start for n in range(1, len(lines))]
        between = [text[end:start] for end, start in zip(ends, starts, strict=False)]

        assert set(between) <= {"\n", "\r\n", "\r"}
        assert (
            "".join(
                lines.line(n) + between[n] if n < len(between) else lines.line(n)
                for n in range(len(lines))
            )
            == text
        )


@pytest.mark.parametrize(
    ("text", "end"),
    [("甲", "\n"), ("甲\r\n乙\n", "\r\n"), ("甲\r乙\n", "\r"), ("\n\r\n", "\n")],
)
def test_line_end(text: str, end: str) -> None:
    assert line_end(text) == end
