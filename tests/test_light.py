"""What is light behaves as what it stands for."""

from __future__ import annotations

import collections
import functools
import json
import sys
from typing import Any

import pytest

from speechlint import light


@pytest.mark.parametrize("cache", [light.cache, functools.cache, light.lru_cache(2)])
def test_a_cached_function_runs_once_for_equal_arguments(cache: Any) -> None:
    calls: list[tuple[object, ...]] = []

    def join(*words: str) -> str:
        calls.append(words)
        return "".join(words)

    joined = cache(join)
    assert [joined("甲"), joined("乙", "丙"), joined("甲")] == ["甲", "乙丙", "甲"]
    assert calls == [("甲",), ("乙", "丙")]
    joined.cache_clear()
    assert joined("甲") == "甲"
    assert len(calls) == 3


def test_a_small_cache_forgets_what_was_used_least() -> None:
    calls: list[int] = []

    def double(number: int) -> int:
        calls.append(number)
        return 2 * number

    twice = light.lru_cache(maxsize=2)(double)

    assert [twice(n) for n in (1, 2, 1, 3, 1, 2)] == [2, 4, 2, 6, 2, 4]
    assert calls == [1, 2, 3, 2]


@pytest.mark.parametrize("cached", [light.cached_property, functools.cached_property])
def test_a_cached_property_is_made_once_for_each_object(cached: Any) -> None:
    class Page:
        def __init__(self) -> None:
            self.made = 0

        def count(self) -> int:
            """How many lines."""
            self.made += 1
            return 7

        lines: Any = cached(count)

    one, other = Page(), Page()

    assert [one.lines, one.lines, other.lines] == [7, 7, 7]
    assert [one.made, other.made] == [1, 1]
    assert Page.lines.__doc__ == "How many lines."


def test_a_counter_counts_as_that_of_collections() -> None:
    values = ["甲", "乙", "甲", "丙", "甲"]
    ours: Any = light.Counter(values)
    theirs = collections.Counter(values)

    assert dict(ours) == dict(theirs)
    assert ours["丁"] == theirs["丁"] == 0
    assert "丁" not in ours
    ours["乙"] += 2
    assert ours["乙"] == 3
    assert dict(light.Counter()) == {}


def test_a_namespace_has_what_it_is_given() -> None:
    assert vars(light.SimpleNamespace(a=1, b="甲")) == {"a": 1, "b": "甲"}


def test_a_module_is_imported_by_its_whole_name() -> None:
    assert light.import_module("json") is json
    assert (
        light.import_module("speechlint.checkers.blanks")
        is sys.modules["speechlint.checkers.blanks"]
    )
    with pytest.raises(ModuleNotFoundError):
        light.import_module("speechlint.none")
