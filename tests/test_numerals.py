"""Chinese numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint import numerals


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一", 1),
        ("两", 2),
        ("十", 10),
        ("十一", 11),
        ("二十", 20),
        ("一百零五", 105),
        ("一百一十", 110),
        ("九千九百九十九", 9999),
        ("二〇二四", 2024),
        ("12", 12),
        ("１２", 12),
    ],
)
def test_parse(text: str, value: int) -> None:
    assert numerals.parse(text) == value


@pytest.mark.parametrize("text", ["", "十百", "百", "几", "一十二十", "1一", "一万", "十十"])
def test_parse_refuses_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        numerals.parse(text)


@given(st.integers(1, 9999))
def test_what_is_spelled_is_parsed(number: int) -> None:
    assert numerals.parse(numerals.spell(number)) == number


@pytest.mark.parametrize(
    ("value", "text"),
    [(10, "十"), (15, "十五"), (110, "一百一十"), (1001, "一千零一"), (20, "二十")],
)
def test_spell(value: int, text: str) -> None:
    assert numerals.spell(value) == text


@pytest.mark.parametrize("value", [0, -1, 10_000])
def test_spell_refuses_what_it_cannot_say(value: int) -> None:
    with pytest.raises(ValueError, match=str(value)):
        numerals.spell(value)
