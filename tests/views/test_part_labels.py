"""What parts are called: which groups of the tables a label names a member of."""

from __future__ import annotations

import pytest

from speechlint.views.relations import labels

TABLES = ("_DIVISIONS", "_FAMILIES")


def lines(table: str) -> list[list[str]]:
    text: str = getattr(labels, table)
    return [line.replace(",", " ").replace("|", " ").split() for line in text.split("\n")]


@pytest.mark.parametrize("table", TABLES)
def test_a_label_names_the_groups_of_all_its_words(table: str) -> None:
    every = lines(table)
    words = [word for line in every for word in line]
    some = (*words, "", "|", " ", *map("".join, zip(words, words[7:], strict=False)))
    for label in (*some, *(f"全{word}的" for word in words)):
        wanted = {n for n, line in enumerate(every) if any(word in label for word in line)}
        assert labels._named(label, getattr(labels, table)) == wanted, label


@pytest.mark.parametrize("table", TABLES)
def test_no_word_is_longer_than_what_is_looked_for(table: str) -> None:
    assert max(len(word) for line in lines(table) for word in line) <= labels._LONGEST
