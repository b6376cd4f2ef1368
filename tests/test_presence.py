from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.presence import Beginnings, Presence, numbers

WORDS = ["甲", "甲乙", "乙丙甲", "丁", "丁丁丁丁"]
TEXT = st.text("甲乙丙丁戊", max_size=30)


@settings(deadline=None)
@given(st.lists(TEXT, max_size=6))
def test_what_stands_in_one_text_after_the_other(texts: list[str]) -> None:
    presence = Presence(WORDS)
    for text in texts:
        assert presence.within(text) == {word for word in WORDS if word in text}


@settings(deadline=None)
@given(TEXT, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), TEXT), max_size=8))
def test_what_stands_in_a_text_after_edits(text: str, edits: list[tuple[int, int, str]]) -> None:
    presence = Presence(WORDS)
    for at, length, new in edits:
        text = text[:at] + new + text[at + length :]
        assert presence.within(text) == {word for word in WORDS if word in text}


def test_another_for_the_same_words_has_looked_at_no_text() -> None:
    presence = Presence(WORDS)
    presence.within("甲乙")
    twin = Presence(WORDS)

    assert twin.within("丁") == {"丁"}
    assert presence.within("甲乙丁") == {"甲", "甲乙", "丁"}


def test_no_words() -> None:
    assert Presence([]).within("甲") == set()


@given(st.text(st.characters(max_codepoint=0xFFFE), max_size=30))
def test_each_two_characters_have_their_number(text: str) -> None:
    two = [text[at : at + 2] for at in range(len(text) - 1)]

    assert numbers(text) == [number for pair in two for number in numbers(pair)]
    assert len(set(numbers(text))) == len(set(two))


def test_characters_beyond_16_bits_take_one_place() -> None:
    assert numbers("甲𠀀乙") == [*numbers("甲\uffff"), *numbers("\uffff乙")]
    assert numbers("甲") == numbers("") == []


def test_words_across_the_parts_of_a_long_text() -> None:
    text = "。" * ((1 << 14) - 1) + "甲乙。丙"

    assert set(Beginnings(["甲乙", "乙丙", "丙", ""]).within(text)) == {"甲乙", "丙", ""}
