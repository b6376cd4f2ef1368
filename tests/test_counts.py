import pytest

from speechlint import sources
from speechlint.counts import Counts, characters, count
from speechlint.text import Span

DRAFT = """\
在动员会上的讲话

同志们：

今年以来，全市完成投资1470亿元，增长12.5%。

一、认清形势

形势喜人。我们要看到成绩。

（一）抓产业。要做大做强主导产业。

二、狠抓落实

要一抓到底。
"""


def counted(text: str, name: str = "a.txt", pace: int = 200) -> Counts:
    return count(sources.read(text.encode(), name), name, (), pace)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("同志们：", 4),
        ("今年增长12.5%，很好。", 9),  # 12.5% is one
        ("2024年", 2),
        ("GDP总量 100 亿元", 6),
        ("“十四五”——规划……", 11),
        ("①②", 2),
        ("𠀀", 1),
        ("a b\tc\u3000d\n", 4),
        ("", 0),
    ],
)
def test_characters_are_counted_as_word_does(text: str, number: int) -> None:
    assert characters(text) == number


def test_a_draft() -> None:
    counts = counted(DRAFT)

    assert [(p.level, p.title, p.sentences, p.paragraphs) for p in counts.parts] == [
        (1, "开头", 2, 3),
        (1, "一、认清形势", 4, 3),
        (2, "（一）抓产业", 2, 1),
        (1, "二、狠抓落实", 1, 2),
    ]
    top = [p for p in counts.parts if p.level == 1]
    assert counts.whole.characters == sum(p.characters for p in top)
    assert counts.whole.syllables == sum(p.syllables for p in top)
    assert counts.whole.sentences == sum(p.sentences for p in top)
    assert counts.whole.paragraphs == 8
    # 在动员会上的讲话 · 同志们 · 今年以来 · 全市完成投资一千四百七十亿元 · 增长百分之十二点五
    assert counts.parts[0].syllables == 8 + 3 + 4 + 14 + 9


def test_what_is_read_sets_the_time() -> None:
    whole = counted("要" * 99 + "，好。\n", pace=200).whole

    assert whole.seconds(200) == 30
    assert whole.seconds(100) == 60


def test_what_is_too_long_for_a_breath() -> None:
    stretch = "全" * 34
    text = f"要看到，{stretch}。要看到，{stretch[1:]}。"
    (long,) = counted(text).long

    assert text[long.span.start : long.span.end] == stretch
    assert long.syllables == 34
    # Who reads faster says more in a breath.
    assert counted(text).limit == 33
    assert counted(text, pace=240).long == ()


def test_several_speeches() -> None:
    speech = "{}在动员会上的讲话\n\n同志们：\n\n{}今天召开动员会，主要任务是部署工作。\n\n一、认清形势\n\n要看到机遇。\n\n二、狠抓落实\n\n要一抓到底。\n\n谢谢大家！\n\n"
    counts = counted(speech.format("张书记", "") + speech.format("李市长", "下面我讲几点。"))

    assert [(p.level, p.title) for p in counts.parts] == [
        (0, "张书记在动员会上的讲话"),
        (1, "开头"),
        (1, "一、认清形势"),
        (1, "二、狠抓落实"),
        (0, "李市长在动员会上的讲话"),
        (1, "开头"),
        (1, "一、认清形势"),
        (1, "二、狠抓落实"),
    ]


def test_what_the_page_left_and_tables_are_not_read() -> None:
    site = counted("来源：秘书资料网 作者：佚名\n" + DRAFT).whole

    assert site == counted(DRAFT).whole._replace(span=site.span)
    table = "要看数字。\n\n| 县 | 亿元 |\n|---|---|\n| 甲 | 12 |\n"
    assert counted(table, "a.md").whole.syllables == 4


def test_blanks_are_counted_where_they_are() -> None:
    at = DRAFT.index("成绩")
    counts = count(sources.read(DRAFT.encode(), "a.txt"), "a.txt", (Span(at, at + 1),))

    assert counts.whole.blanks == 1
    assert [p.blanks for p in counts.parts] == [0, 1, 0, 0]


def test_an_empty_draft() -> None:
    counts = counted("")

    assert counts.whole[2:] == (Span(0, 0), 0, 0, 0, 0, 0)
    assert (counts.parts, counts.long) == ((), ())
