"""The two characters by which a word is laid down stand in it, and seldom elsewhere."""

import pytest

from speechlint import boilerplate
from speechlint.rarity import rare


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("更多内容", "多内"),
        ("准备了", "备了"),
        ("页", "页"),
        ("", ""),
        ("发展", "发展"),
        ("😀甲", "😀甲"),
    ],
)
def test_the_rarest_two_are_no_common_word(word: str, expected: str) -> None:
    assert rare(word) == expected


def test_they_stand_in_the_word() -> None:
    for row in boilerplate.rows():
        for literal in row.literals:
            assert rare(literal) in literal
            assert len(rare(literal)) == min(2, len(literal))
