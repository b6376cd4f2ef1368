from collections.abc import Mapping

import pytest

from speechlint import lexicon, vocabulary
from speechlint.document import Document
from speechlint.lexicon import Lexicon, Table, Word, read, written


def found(words: Mapping[str, str], text: str) -> list[tuple[int, str]]:
    (paragraph,) = Document(text).paragraphs
    return [(span.start, word.text) for span, word in Lexicon(words).find(paragraph)]


@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("布署", Word("布署", "布署")),
        ("[^颁公]布署", Word("[^颁公]布署", "布署", "^颁公")),
        ("深人[贯推]", Word("深人[贯推]", "深人", "", "贯推")),
        ("[会]记要[^点]", Word("[会]记要[^点]", "记要", "会", "^点")),
        ("[会]", Word("[会]", "[会]")),
        ("会]", Word("会]", "会]")),
        ("[会", Word("[会", "[会")),
    ],
)
def test_brackets_at_the_edges_say_what_stands_beside(key: str, word: Word) -> None:
    assert read(key) == word


def test_words_are_found_in_order_wherever_they_stand() -> None:
    words = {"一如继往": "一如既往", "布署": "部署"}

    assert found(words, "布署工作，一如继往，再布署") == [
        (0, "布署"),
        (5, "一如继往"),
        (11, "布署"),
    ]


def test_what_stands_beside_spares_or_is_needed() -> None:
    words = {"[^颁公]布署": "部署", "深人[贯推]": "深入"}

    assert found(words, "颁布署名，布署，深人静，深人推进，深人") == [(5, "布署"), (12, "深人")]


def test_the_edge_of_a_text_spares_nothing_and_gives_nothing() -> None:
    assert found({"[^颁]布署[^名]": "部署"}, "布署") == [(0, "布署")]
    assert found({"[重]布署": "部署", "布署[工]": "部署"}, "布署") == []


def test_a_longer_word_that_may_not_stand_there_does_not_hide_a_shorter_one() -> None:
    assert found({"做为": "作为", "做为了[^不]": "作为了"}, "做为了不起") == [(0, "做为")]


def test_of_two_that_begin_alike_the_longer_counts_and_none_overlap() -> None:
    assert found({"帐": "账", "帐户": "账户", "户口": "户头"}, "帐户口，帐") == [
        (0, "帐户"),
        (4, "帐"),
    ]


def test_words_of_one_character_and_words_to_be_dropped() -> None:
    assert found({"帐": "账", "的的": ""}, "好的的帐") == [(1, "的的"), (3, "帐")]


def test_no_word_is_empty() -> None:
    assert found({"": "账"}, "好") == []


def test_an_astral_character_is_one() -> None:
    assert found({"[^𠀀]布署": "部署"}, "𠀀布署𠀀布署，布署") == [(7, "布署")]


def test_what_the_build_knows_of_words_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = (
        "布署",
        "[^颁公]甲署",
        "深人[贯推]",
        "乙署",
        "丙布署",
        "[会]",
        "[^账]帐[户]",
        "一如继往",
    )
    words = {key: f"{number}" for number, key in enumerate(keys)}
    made = vocabulary.Vocabulary(vocabulary.built({"t": written(words), "o": [("甲署", "甲署\t")]}))
    monkeypatch.setattr(lexicon, "vocabulary", lambda: made)
    table = Table("t")
    text = "丙布署甲署，颁甲署，深人贯，深人，乙署[会]帐户，账帐户，一如继往丁署"

    assert table == words
    assert len(table) == len(words)
    assert {key: table[key] for key in keys} == words
    assert found(table, text) == found(words, text)
    assert [word for _, word in found(table, text)] == [
        *("丙布署", "甲署", "深人", "乙署", "[会]", "帐", "一如继往")
    ]
    assert "帐户" not in table
