"""What a text is asked for before a module that finds drawn blanks is imported."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from speechlint.regexes import regex
from speechlint.views.blanks import drawn, masks, stand_ins, templates, years
from speechlint.views.blanks.words import MASKS, words
from tests import proofs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from speechlint.views.blanks import Blank

_PIECES = (
    *"XxＸ×*○〇Ｏ□△#_＿？?~～—－…-./Oo某ABNYMnym0012年月日号个名家户件人元亿万%‰省市县镇乡局，。、“”在全的第些种",
    *words(
        "20 19 2O 二〇 00 000 ** **** 某某 同志 书记 公司 单位 亿元 平方米 公里 千瓦 // .. -- ？？ 处 吨 工作 138"
    ),
    *(" ", "  ", "\u3000"),
)


@pytest.mark.parametrize(
    ("kind", "find"),
    [
        (drawn._MASK, lambda text: masks.find(text, frozenset())),
        (drawn._MASK, years.find),
        (drawn._STAND_IN, stand_ins.find),
    ],
)
def test_nothing_is_drawn_without_a_sign(kind: int, find: Callable[[str], Iterable[Blank]]) -> None:
    draw = random.Random(7)  # noqa: S311 (the same each time)
    drawings = 0
    for _ in range(15_000):
        text = "".join(draw.choices(_PIECES, k=draw.randint(1, 7)))
        if any(find(text)):
            drawings += 1
            assert {drawn._ANY, kind} & _signs(text), text
    assert drawings > 20


def test_signs() -> None:
    assert all({drawn._ANY, drawn._MASK} & _signs(sign) for sign in MASKS)
    for group in templates.GROUPS:
        for word in group.words:
            for text in (word, f"X{word}", f"在{word}——", f"某{word}"):
                told = {drawn._FILLING} if group is templates.GROUPS[0] else set()
                assert (told | {drawn._ANY, drawn._TEMPLATE}) & _signs(text), text


@pytest.mark.parametrize("pattern", templates.GROUPS[0].patterns)
def test_what_is_to_be_filled_in_stands_aside(pattern: str) -> None:
    assert proofs.holds(pattern, drawn._ASIDE)


def _signs(text: str) -> set[int | None]:
    return {match.lastindex for match in regex(drawn._SIGNS).finditer(text)}
