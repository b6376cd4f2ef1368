"""Words of a list in a text: in order, apart, the longest first."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from speechlint.occurrences import occurrences
from speechlint.text import Span

TEXT = st.text("甲乙丙", max_size=12)


def test_of_two_words_that_begin_alike_the_longer() -> None:
    assert list(occurrences(["截止", "截止目前"], "截止目前，截止")) == [Span(0, 4), Span(5, 7)]


def test_an_empty_word_stands_nowhere() -> None:
    assert list(occurrences([""], "甲")) == []


@given(words=st.lists(st.text("甲乙丙", min_size=1, max_size=3), min_size=1), text=TEXT)
def test_as_an_alternation_sorted_by_length(words: list[str], text: str) -> None:
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))

    assert list(occurrences(words, text)) == [Span(*m.span()) for m in re.finditer(either, text)]
