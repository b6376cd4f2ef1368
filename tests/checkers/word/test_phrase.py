from collections.abc import Mapping
from pathlib import Path

import pytest

from speechlint import packs, tables
from speechlint.checkers.word.phrase import Phrase
from speechlint.diagnostic import Applicability, Edit, Fix
from speechlint.document import Document
from speechlint.rule import Finding
from speechlint.text import Span

RULE = packs.load_rule(str(Path(packs.builtin(), "word", "phrase.toml")))
CHECKER = Phrase(**packs.options_of(RULE))


def found(text: str) -> list[tuple[str, str]]:
    (paragraph,) = Document(text).paragraphs
    return [
        (f.values["match"], f.values["replacement"]) for f in CHECKER.check_paragraph(paragraph)
    ]


def test_the_phrase_is_offered_in_place_of_the_whole() -> None:
    (paragraph,) = Document("要守政创新").paragraphs

    assert list(CHECKER.check_paragraph(paragraph)) == [
        Finding(
            Span(1, 5),
            {"match": "守政创新", "replacement": "守正创新"},
            Fix("改为“守正创新”", (Edit(Span(1, 5), "守正创新"),), Applicability.UNSAFE),
        )
    ]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("经慌失措", "惊慌失措"),  # sounds alike, in each of the four places
        ("惊荒失措", "惊慌失措"),
        ("惊慌湿措", "惊慌失措"),
        ("惊慌失挫", "惊慌失措"),
        ("实事求事", "实事求是"),
        ("本未倒置", "本末倒置"),  # looks alike
        ("贯彻落时", "贯彻落实"),  # two words that reports often pair
    ],
)
def test_one_wrong_character_in_any_place(wrong: str, right: str) -> None:
    assert found(f"要{wrong}，{wrong}") == [(wrong, right), (wrong, right)]
    assert found(wrong) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "要实事求是，贯彻落实",
        "要实水求是",  # neither sounds nor looks like it
        "要时是求是",  # two wrong characters
        "轻装前行",  # 前行 is a word, 简行 is none
        "保证国家兴旺发达",  # 兴旺 is a word as 兴亡 is
        "推进正规化建设",  # not 规划建设
        "加强和创新社会管理",  # not 强化创新
        "做好一切工作的出发点",  # not 工作提出
        "走家串巷",  # another phrase, as good
        "实事求",
        "事求是",
    ],
)
def test_what_is_right_is_spared(text: str) -> None:
    assert found(text) == []


def test_a_character_outside_the_basic_plane_is_none_of_them() -> None:
    assert found("实𠀀求是，守政创新") == [("守政创新", "守正创新")]


def test_both_tables_hold_the_same_phrases() -> None:
    heads, tails = halves(tables.by_word(CHECKER.heads)), halves(tables.by_word(CHECKER.tails))

    assert sorted(heads) == sorted((head, tail) for tail, head in tails)
    assert len(set(heads)) == len(heads)


def halves(table: Mapping[str, str]) -> list[tuple[str, str]]:
    assert all(len(key) == 2 and len(more) % 2 == 0 for key, more in table.items())
    return [(k, more[n : n + 2]) for k, more in table.items() for n in range(0, len(more), 2)]
