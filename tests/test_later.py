"""Expressions that are put together only when something is looked for with them."""

import re

import pytest

from speechlint import later, regexes


def test_it_finds_what_the_expression_finds() -> None:
    expression = later.later("(?P<number>[0-9]+)个")

    assert [match["number"] for match in expression.finditer("3个、40个")] == ["3", "40"]
    assert expression.sub("", "3个项目") == "项目"
    assert expression.pattern == "(?P<number>[0-9]+)个"
    assert dict(expression.groupindex) == {"number": 1}


def test_it_is_put_together_at_its_first_use_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def regex(pattern: str) -> re.Pattern[str]:
        asked.append(pattern)
        return re.compile(pattern)

    monkeypatch.setattr(later, "regex", regex)
    expression = later.later("甲+")
    assert asked == []

    assert expression.search("乙甲甲")
    assert not expression.search("乙")

    assert asked == ["甲+"]


def test_a_wrong_one_says_so_where_it_is_used() -> None:
    wrong = later.later("(")
    later._every.remove(wrong)  # the build asks for all

    with pytest.raises(re.error):
        wrong.search("文")


def test_the_build_meets_those_that_no_draft_has_needed() -> None:
    pattern = "一个任何稿子里都没有的词"
    later.later(pattern)
    assert (pattern, 0) not in regexes._asked

    later.ask()

    assert (pattern, 0) in regexes._asked
