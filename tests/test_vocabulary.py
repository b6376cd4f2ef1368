"""Rows are found by the characters that they lie under, and by no others."""

import marshal
import re
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint import packed, residue, vocabulary
from speechlint.pairs import Index
from speechlint.vocabulary import Vocabulary, built, finder

ONE = [
    ("甲乙", "甲乙\t1"),
    ("甲乙", "甲乙丙"),
    ("乙丙", "乙丙"),
    ("丁", "[^一]丁"),
    ("😀甲", "😀甲"),
]
TWO = [("甲乙", "又"), ("丙", "丙丙"), ("一丁", "")]


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    yield
    vocabulary.vocabulary.cache_clear()


@given(st.text("甲乙丙丁一😀", max_size=8))
def test_rows_of_a_table(text: str) -> None:
    known = Vocabulary(built({"one": ONE, "two": TWO}))

    for name, entries in (("one", ONE), ("two", TWO)):
        found = known.rows(name, text)
        assert sorted(found) == sorted(row for under, row in entries if under in text)
        assert sorted(found) == sorted(Index(entries).rows(text))


def test_every_row_and_the_longest() -> None:
    known = Vocabulary(built({"one": ONE, "two": TWO}))

    assert sorted(known.every("one")) == sorted(row for _, row in ONE)
    assert (known.longest("one"), known.longest("two")) == (5, 2)


def test_rows_are_written_as_this_machine_reads_them() -> None:
    data = built({"one": [("甲乙", "丙")]})[-1]

    assert data == "A丙\0".encode(f"utf-16-{sys.byteorder[0]}e")


def test_built_or_not_a_finder_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "made", {"WORDS": built({"one": ONE})}.get)
    vocabulary.vocabulary.cache_clear()
    find = finder("one", lambda: pytest.fail("read the table"))
    monkeypatch.setattr(packed, "made", lambda _name: None)
    vocabulary.vocabulary.cache_clear()
    other = finder("one", lambda: ONE)

    assert sorted(find("甲乙丁")) == sorted(other("甲乙丁")) == ["[^一]丁", "甲乙\t1", "甲乙丙"]


@pytest.mark.parametrize("name", residue.TABLES)
def test_residue_is_written_as_its_tables_say(name: str) -> None:
    made = packed.made(name) or pytest.skip("nothing was built")

    assert marshal.loads(made[0]) == residue.built(name)  # noqa: S302


@pytest.mark.parametrize("name", residue.TABLES)
def test_residue_is_found_where_it_begins(name: str) -> None:
    begins = re.compile(residue.beginnings()[0])

    assert all(begins.match(word) for words, *_ in residue.built(name) for word in words)


def test_where_residue_may_begin_is_written() -> None:
    made = packed.made(residue.BEGINNINGS) or pytest.skip("nothing was built")

    assert made == residue.beginnings()
