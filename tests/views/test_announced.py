"""Counts that announce a list."""

import pytest

from speechlint.sources import document
from speechlint.views.announced import announcements, counting

THREE = "一是快，二是稳，三是实。"


def found(text: str) -> list[tuple[str, int, int]]:
    """Return the words, their number, and the length of the list they announce."""
    (speech,) = document(text).speeches
    return [(a.words, a.number, len(a.listing.items)) for a in speech.view(announcements)]


@pytest.mark.parametrize(
    ("lead", "words", "number"),
    [
        ("要抓好三项工作：", "三项工作", 3),
        ("要抓好四项工作。", "四项工作", 4),
        ("要抓好九项工作：", "九项工作", 9),
        ("我讲九点意见。", "九点意见", 9),
        ("主要有以下两个方面：", "两个方面", 2),
        ("存在5个方面的突出问题：", "5个方面的突出问题", 5),
        ("要把握好四条原则：", "四条原则", 4),
        ("关键是建立三项机制：", "三项机制", 3),
        ("重点抓好三件大事：", "三件大事", 3),
        ("就做好这项工作，我强调三点：", "三点", 3),
        ("教训有四条，", "四条", 4),
        ("原因有三：", "三", 3),
        ("要在两个方面下功夫：", "两个方面", 2),
        ("要强化四种意识，即：", "四种意识", 4),
        ("要做到“四个到位”：", "四个到位", 4),
        ("归纳起来有四个“不够”：", "四个“不够”", 4),
        ("打好两场硬仗，确保全年任务完成。", "两场硬仗", 2),
        ("重点是这三个方面：", "三个方面", 3),
    ],
)
def test_what_announces(lead: str, words: str, number: int) -> None:
    assert found(lead + THREE) == [(words, number, 3)]


@pytest.mark.parametrize(
    "lead",
    [
        "要抓好几项工作：",  # vague
        "上述四项工作都要抓紧。",  # looks back
        "另外四项工作也要抓紧：",
        "要落实“四个意识”：",  # a set phrase
        "到年底还有四个月时间：",  # time
        "改造了四个村：",  # things
        "今年要干好一件事：",  # one is an article
        "三四个方面要注意：",
        "这四项任务必须完成，各级各部门都要早动手、早安排、早见效。",  # far from its end
        "抓了四个方面的工作，办了二十件实事：",  # far from the length of the list
        "要抓好九项工作。",
        "做好八项重点工作，实现四个突破。",  # which of them?
        "建设了两个平台，出台了三项政策：",  # one of the two is right
    ],
)
def test_what_announces_nothing_wrong(lead: str) -> None:
    assert [a for a in found(lead + THREE) if a[1] != a[2]] == []


@pytest.mark.parametrize("between", ["", "供同志们参考。", "不妥之处，请大家批评。\n"])
def test_a_speaker_is_heard_from_further_away(between: str) -> None:
    text = f"下面，我讲三点意见。{between}\n一、看形势\n二、明任务\n"
    assert found(text) == [("三点意见", 3, 2)]


def test_a_list_in_between_is_the_one_that_was_announced() -> None:
    text = "我讲两点意见：一是快，二是稳。\n一、看形势\n二、明任务\n三、抓落实\n"
    assert found(text) == [("两点意见", 2, 2)]


def test_the_level_that_is_counted() -> None:
    text = "我讲两点意见。\n一、看形势\n（一）有利。\n（二）不利。\n（三）可为。\n二、明任务\n"
    assert found(text) == [("两点意见", 2, 2)]


def test_a_title_announces_nothing() -> None:
    text = "全市三项重点工作推进会\n一、看形势\n二、明任务\n"
    assert found(text) == []


def test_a_heading_may_announce() -> None:
    text = "一、全力抓好三项重点工作\n（一）招商\n（二）征迁\n二、强化保障\n"
    assert found(text) == [("三项重点工作", 3, 2)]


def test_a_list_that_lost_an_item_still_counts_that_far() -> None:
    (speech,) = document("要抓好三项工作：一是快，三是实。").speeches
    (announcement,) = speech.view(announcements)
    assert announcement.kept


def test_spans_are_those_of_the_document() -> None:
    text = "今天开会。\n我讲三点意见。\n一、看形势\n二、明任务\n"
    (speech,) = document(text).speeches
    (announcement,) = speech.view(announcements)
    assert text[announcement.span.start : announcement.span.end] == "三点意见"


@pytest.mark.parametrize("name", ["_UNITS", "_THINGS", "_ADJECTIVES", "_NOUNS"])
def test_the_longer_words_of_a_table_stand_first(name: str) -> None:
    words = getattr(counting, name)

    assert list(words) == sorted(words, key=len, reverse=True)
