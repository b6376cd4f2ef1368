import pytest

from speechlint import packed, patterns
from speechlint.errors import OptionError
from speechlint.patterns import marked, spans, union
from speechlint.text import Span


def test_the_first_pattern_that_fits_wins_at_a_place() -> None:
    assert [m[0] for m in union(("ab", "abc|d"), "patterns").finditer("abcd")] == ["ab", "d"]


def test_each_pattern_may_mark_a_part() -> None:
    expression = union(("a(?P<mark>b)", "c(?P<mark>d)", "e"), "patterns")

    assert [marked(m) for m in expression.finditer("ab cd e")] == [
        Span(1, 2),
        Span(4, 5),
        Span(6, 7),
    ]


def test_no_patterns_match_nothing() -> None:
    assert spans((), "unless", "甲") == []


@pytest.mark.parametrize(
    ("patterns", "message"),
    [
        (("甲", "乙("), "“乙(”写错了（第 2 个字符处，圆括号没有成对）"),
        (("甲)",), "“甲)”写错了（第 2 个字符处，圆括号没有成对）"),
        (("[甲",), "“[甲”写错了（第 1 个字符处，方括号没有成对）"),
        (("+",), "“+”写错了（第 1 个字符处，* + ? 前面没有可以重复的内容）"),
        (("甲**",), "“甲**”写错了（第 3 个字符处，* + ? 连写了）"),
        (("(?P=a)",), "“(?P=a)”写错了（第 5 个字符处，没有这个组名）"),
        (("(?",), "“(?”写错了（第 3 个字符处，unexpected end of pattern）"),  # no words for it
        (("[9-1]",), "“[9-1]”写错了（第 2 个字符处，方括号里的范围倒了）"),
        ((r"\y",), "“\\y”写错了（第 1 个字符处，不认识的转义）"),
        (("(?<=甲*)乙",), "“(?<=甲*)乙”写错了（(?<= ) 和 (?<! ) 里的长度要固定）"),
        (("(?P<a>甲)", "(?P<a>乙)"), "写错了（同一个组名用了两次）"),
    ],
)
def test_a_wrong_pattern_is_named(patterns: tuple[str, ...], message: str) -> None:
    with pytest.raises(OptionError) as caught:
        union(patterns, "patterns")

    assert str(caught.value) == f"选项 patterns 里的正则表达式{message}"


def test_the_build_knows_the_literals_of_the_tables() -> None:
    made = packed.made(patterns.LITERALS) or pytest.skip("nothing was built")
    words = (line.split(b"\t") for line in bytes(made[0]).strip(b"\n").split(b"\n"))
    known = {pattern.decode(): word.decode() for pattern, word in words}

    assert len(known) > 20
    assert known == {pattern: patterns.literal(pattern) for pattern in known}
    assert {pattern: patterns._literals().get(pattern) for pattern in known} == known
