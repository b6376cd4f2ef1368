from __future__ import annotations

import pytest

from speechlint import lists, packed, tables
from speechlint.checkers import repetition
from speechlint.checkers.repetition import Repetition
from speechlint.document import Document
from speechlint.text import Span

PHRASES = Repetition(longest=6, rhetoric=("一.+", "研究"), unless=("业创业创新",))
SINGLES = Repetition(characters={"的": "(?<!目)的的(?!确)"})
WORDS = Repetition(words="text/doubles.tsv", twice=("常",))


def spans(checker: Repetition, text: str) -> list[Span]:
    (paragraph,) = Document(text).paragraphs
    return [finding.span for finding in checker.check_paragraph(paragraph)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("要推进推进改革。", [Span(1, 5)]),
        ("要推进改革推进改革，抓好落实落实。", [Span(1, 9), Span(12, 16)]),
        ("要推进各项改革开放推进各项改革开放。", []),  # longer than six
        ("要研究研究，一步一步走，推动产业创业创新。", []),
        ("推进，推进；20202020；哈哈哈哈。", []),
    ],
)
def test_phrases(text: str, found: list[Span]) -> None:
    assert spans(PHRASES, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("共同的的心愿。", [Span(2, 4)]),
        ("以营利为目的的机构的的确确少了了。", []),
    ],
)
def test_characters(text: str, found: list[Span]) -> None:
    assert spans(SINGLES, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("加快发发展。", [Span(2, 4)]),  # 发展, but no 快发
        ("经济济发展。", [Span(1, 3)]),  # 经济, but no 济发
        ("发发展改革委的文件。", [Span(0, 2)]),
        ("印发发展规划，转发发展改革委文件。", []),  # 印发
        ("确保保障到位，工作作了调整。", []),
        ("一件件民生实事，实实在在办好，常常过问。", []),
        ("经济济济一堂。", []),
        ("報報。", []),
    ],
)
def test_words(text: str, found: list[Span]) -> None:
    assert spans(WORDS, text) == found


def test_the_fix_takes_out_the_second() -> None:
    (paragraph,) = Document("要推进推进改革。").paragraphs
    (finding,) = PHRASES.check_paragraph(paragraph)
    assert finding.values == {"match": "推进推进", "piece": "推进"}
    assert finding.fix is not None
    assert [(edit.span, edit.replacement) for edit in finding.fix.edits] == [(Span(3, 5), "")]


def test_a_hole_between_the_two_is_no_matter() -> None:
    (paragraph,) = Document("建立健全目标考\u200b考核机制。").paragraphs
    (finding,) = WORDS.check_paragraph(paragraph)
    assert paragraph.locate(finding.span) == Span(6, 9)


def test_the_build_knows_of_each_character_what_the_table_says() -> None:
    made = packed.made(packed.DOUBLES) or pytest.skip("nothing was built")

    assert made == lists.built(tables.by_word(packed.DOUBLES))
    for char, row in tables.by_word(packed.DOUBLES).items():
        assert repetition.words_around(packed.DOUBLES, char) == tuple(row.split("\t"))
    assert repetition.words_around(packed.DOUBLES, "，") is None
