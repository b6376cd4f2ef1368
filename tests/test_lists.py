"""Lists say of a word what stands in their files, built or not."""

import pytest

from speechlint import edges, lists, packed, site, tables
from speechlint.checkers.scrape import foreign
from speechlint.checkers.word import phrase

MADE = {
    **{name: lists.entries(name) for name in (*edges.LISTS, foreign.LIST)},
    "BUTTONS": site.buttons(),
    phrase.ALIKE: phrase.together(phrase.ALIKE),
}


def test_words_are_parted_by_spaces_and_lines_and_may_have_values(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tables, "text", lambda _name: "# a comment\n甲 乙丙\t1,2  丁\n\n戊\t3\n")

    assert lists.entries("t.txt") == {"甲": "", "乙丙": "1,2", "丁": "", "戊": "3"}


@pytest.mark.parametrize("name", MADE)
def test_a_list_knows_its_words_and_no_others(name: str) -> None:
    words = MADE[name]
    found = lists.Listed(lists.built(words))

    assert len(words) > 200
    assert {word: found.get(word) for word in words} == words
    parts = {word[:n] for word in words for n in range(len(word))}
    others = {*parts, *(word + "一" for word in words), *(f"{word}\t" for word in words)}
    others |= {"", " ", "\n", "\t", "\t\n", "鿿鿿", "\uffff", "\ud800", "😀", "\0"}
    assert not [word for word in others - words.keys() if word in found]


def test_a_word_may_begin_with_any_character() -> None:
    words = {"\0": "1", "a": "", "一": "2", "\uffff": "3", "😀": "4", "😀一": ""}
    found = lists.Listed(lists.built(words))

    assert {word: found.get(word) for word in words} == words
    assert found.get("😁") is None


@pytest.mark.parametrize("name", MADE)
def test_the_build_writes_what_stands_in_the_files(name: str) -> None:
    made = packed.made(name) or pytest.skip("nothing was built")

    assert made == lists.built(MADE[name])


def test_words_that_were_asked_for_are_forgotten_when_they_are_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lists, "_MANY", 2)
    found = lists.Listed(lists.built({"甲": "1", "乙": "2", "丙": "3"}))

    assert [found.get(word) for word in "甲乙丙甲"] == ["1", "2", "3", "1"]
