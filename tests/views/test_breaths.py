import pytest

from speechlint.document import Document
from speechlint.views.breaths import breaths, sentences


def pieces(text: str) -> list[str]:
    (paragraph,) = Document(text).paragraphs
    return [paragraph.text[b.span.start : b.span.end] for b in breaths(paragraph)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("同志们：今天开会，很重要。", ["同志们", "今天开会", "很重要"]),
        ("他说：“好。”大家鼓掌", ["他说", "“好", "大家鼓掌"]),
        ("抓学习、抓落实；抓作风——要实", ["抓学习", "抓落实", "抓作风", "要实"]),
        ("投资1,470亿元,增长12.5%,很好。", ["投资1,470亿元", "增长12.5%", "很好"]),
        ("比例为1:3的配套很好。", ["比例为1:3的配套很好"]),
        ("等等……。", ["等等"]),
    ],
)
def test_what_is_said_between_pauses(text: str, said: list[str]) -> None:
    assert pieces(text) == said


def test_a_torn_sentence_is_one_breath() -> None:
    text = "我们要坚持以人民为中心的发展思想，着力解决群众急难愁\n盼的问题，让群众满意。"

    assert "着力解决群众急难愁盼的问题" in pieces(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("今天开会。很重要！是不是？", 3),
        ("他说：“好。”大家鼓掌。", 2),
        ("一、认清形势", 0),
        ("今天开会，说了算，定了干，全市上下要齐心协力抓落实", 1),
        ("还有很多……要做。", 2),
        ("什么？！", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    (paragraph,) = Document(text).paragraphs

    assert sentences(paragraph) == count
