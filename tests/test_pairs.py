from hypothesis import given
from hypothesis import strategies as st

from speechlint.pairs import Index, lows, numbers


@given(st.text(st.characters(max_codepoint=0xFFFE), max_size=30))
def test_each_two_characters_have_their_number(text: str) -> None:
    two = [text[at : at + 2] for at in range(len(text) - 1)]

    assert numbers(text) == [number for pair in two for number in numbers(pair)]
    assert len(set(numbers(text))) == len(set(two))


@given(st.text(max_size=40))
def test_their_lower_bits_may_be_had_alone(text: str) -> None:
    assert lows(text) == [number & 0xFFFF for number in numbers(text)]


def test_characters_beyond_16_bits_take_one_place() -> None:
    assert numbers("甲𠀀乙") == [*numbers("甲\uffff"), *numbers("\uffff乙")]
    assert numbers("甲") == numbers("") == []


def test_words_across_the_parts_of_a_long_text() -> None:
    text, words = "。" * ((1 << 14) - 1) + "甲乙。丙", ("甲乙", "乙丙", "丙", "")

    assert set(Index((word[:2], word) for word in words).rows(text)) == {"甲乙", "丙", ""}


def test_rows_may_lie_under_the_same_characters_and_under_any_of_a_word() -> None:
    rows = Index([("甲乙", "1"), ("甲乙", "2"), ("乙丙", "甲乙丙"), ("丁", "3")])

    assert sorted(rows.rows("甲乙丁")) == ["1", "2", "3"]
    assert sorted(rows.rows("乙丙")) == ["甲乙丙"]


def test_the_characters_of_another_index_bring_no_row() -> None:
    first, second = Index([("甲乙", "1")]), Index([("丙丁", "2")])

    assert [*first.rows("丙丁甲")] == []
    assert [*second.rows("丙丁甲")] == ["2"]
