from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from speechlint.checkers.pattern import Pattern
from speechlint.checkers.substitution import Substitution
from speechlint.errors import OptionError
from speechlint.options import build, nearest

if TYPE_CHECKING:
    from speechlint.document import Paragraph
    from speechlint.rule import Finding

WORDS = {"截止目前": "截至目前"}


class Plain(NamedTuple):
    """A checker whose annotations are types, not their names."""

    most: int = 3
    exact: bool = False
    parts: tuple[int, ...] = ()

    def check_paragraph(self, paragraph: "Paragraph") -> "Iterator[Finding]":
        raise NotImplementedError


@dataclass(frozen=True)
class Dated:
    """A plug-in's checker may be a dataclass."""

    word: str
    most: int = 3

    def check_paragraph(self, paragraph: "Paragraph") -> "Iterator[Finding]":
        raise NotImplementedError


def test_arrays_become_tuples() -> None:
    assert vars(build(Pattern, {"patterns": ["a", "b"]})) == {"patterns": ("a", "b")}


def test_absent_options_keep_their_defaults() -> None:
    checker: Any = build(Substitution, {"words": WORDS})

    assert (checker.words, checker.applicability, checker.unless) == (WORDS, "unsafe", ())


def test_a_checker_may_be_a_dataclass() -> None:
    assert build(Dated, {"word": "甲"}) == Dated("甲", 3)


@pytest.mark.parametrize(
    ("make", "options", "message"),
    [
        (Substitution, {"word": WORDS}, "没有选项 word，是不是 words？"),
        (Substitution, {"words": WORDS, "zzz": 1}, "没有选项 zzz"),
        (Substitution, {}, "缺少选项 words"),
        (Dated, {}, "缺少选项 word"),
        (Substitution, {"words": ["截止目前"]}, "选项 words 应是字符串表"),
        (Substitution, {"words": {"截止目前": 1}}, "选项 words 应是字符串表"),
        (Pattern, {"patterns": "a"}, "选项 patterns 应是字符串数组"),
        (Pattern, {"patterns": ["a", 1]}, "选项 patterns 应是字符串数组"),
        (
            Pattern,
            {"patterns": ["a"], "scope": "sentence"},
            "选项 scope 应是 paragraph、heading、line 之一",
        ),
        (Pattern, {"patterns": ["a"], "scope": 1}, "选项 scope 应是 paragraph、heading、line 之一"),
        (Plain, {"most": "3"}, "选项 most 应是整数"),
        (Plain, {"most": True}, "选项 most 应是整数"),
        (Plain, {"exact": 1}, "选项 exact 应是 true 或 false"),
        (Dated, {"word": 1}, "选项 word 应是字符串"),
    ],
)
def test_a_wrong_option_is_named(
    make: Callable[..., Any], options: Mapping[str, Any], message: str
) -> None:
    with pytest.raises(OptionError) as caught:
        build(make, options)

    assert str(caught.value) == message


def test_types_of_a_plug_in_that_we_do_not_know_pass() -> None:
    assert build(Plain, {"parts": [1, 2]}) == Plain(parts=(1, 2))


def test_nearest_suggests_only_what_is_near() -> None:
    assert nearest("placeholdr", ["placeholder", "numbering"]) == "，是不是 placeholder？"
    assert nearest("xyz", ["placeholder", "numbering"]) == ""
