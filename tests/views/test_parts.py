from speechlint.document import Document
from speechlint.views.parts import parts


def told(text: str) -> list[tuple[int, str, int]]:
    """Return level, title and number of paragraphs of each part."""
    (speech,) = Document(text).speeches
    return [(s.level, s.title, len(s.paragraphs)) for s in parts(speech)]


def test_two_levels() -> None:
    text = """\
同志们：

今天的会议很重要，主要是部署工作。

一、认清形势

形势喜人，也逼人。

（一）抓产业。要做大做强。

（二）抓环境

要优化环境，服务企业。

二、狠抓落实，务求实效。要一抓到底。

同志们，任务艰巨，使命光荣。
"""
    assert told(text) == [
        (1, "开头", 2),
        (1, "一、认清形势", 5),
        (2, "（一）抓产业", 1),
        (2, "（二）抓环境", 2),
        (1, "二、狠抓落实，务求实效", 2),
    ]


def test_without_the_higher_level() -> None:
    assert told("（一）抓产业。要做大做强。\n\n（二）抓环境。要优化环境。\n") == [
        (1, "（一）抓产业", 1),
        (1, "（二）抓环境", 1),
    ]


def test_markers_inside_a_paragraph_begin_no_part() -> None:
    assert told("要做到：一是抓学习，二是抓落实，三是抓作风。\n") == []
