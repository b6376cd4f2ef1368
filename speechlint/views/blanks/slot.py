"""The place of a value, and what around it asks for one."""

from __future__ import annotations

from typing import NamedTuple

from speechlint.views.blanks.words import DIGITS, MASKS, NUMERALS, SPACES, is_han

# Before a unit these are the end of a number, or stand for one.
QUANTITY = frozenset(DIGITS + NUMERALS + "几数半多余俩仨百千来.．,%％‰)）]”’～~+＋/／²³" + "".join(MASKS))
STOPS = frozenset("，。；、：！？,;.:!?）)”’》】…—（(")
# After a unit that is the last word of its amount.
TAILS = ("以上", "以下", "左右", "以内", "以来", "之多", "有余", "不等", "上下", "和", "与", "及", "，", "。")
CLAUSE = "，。；：！？,;:!?、（）()“”"

# What asks for a number right after it.
HEDGES = (
    *("不到", "共有", "共计", "合计", "累计", "总计", "约有", "约为", "约", "近", "超过", "超", "逾", "达到", "达"),
    *("不足", "仅有", "仅", "至少", "多达", "高达", "少于", "多于", "不低于", "不超过", "共", "分别为", "分别有"),
    *("提高到", "增加到", "增至", "扩大到", "下降到", "降至", "超出", "只有"),
)
# Those after which even a measure word that ends other words is one.
FIRM = (
    *("共有", "共计", "合计", "累计", "总计", "约有", "约为", "超过", "达到", "不足", "多达", "高达", "不少于", "不低于"),
    *("共", "约", "达", "逾", "不到", "近", "增加到", "增至", "提前", "历时", "为期", "用时", "耗时", "缩短", "时隔"),
    *("长达", "连续", "仅用", "只用", "用了", "超出", "分别有", "超", "突破"),
)
# Words that a hedge of one character ends by chance: 附近, 到达, 节约, 中共, 不仅.
_CHANCE = {
    "近": "附最邻靠临贴亲远新就相毗切迫",
    "达": "直到抵表发传转送下通雷送豁旷",
    "约": "节条制契公合预邀签履解婚纽违守毁失爽简集",
    "共": "公中国与",
    "超": "反赶高英德意中远",
    "仅": "不绝",
}


class Slot(NamedTuple):
    """Where a value is missing: the word on each side of the place.

    `unit` says that a unit without its number is what gives it away: the head of a table
    column has such units too.
    """

    start: int
    end: int
    sure: bool = True
    unit: bool = True


def before(text: str, at: int) -> int:
    """Return where the last character before `at` stands that is no space; -1 for none."""
    at -= 1
    while at >= 0 and text[at] in SPACES:
        at -= 1
    return at


def hedged(text: str, end: int, hedges: tuple[str, ...] = HEDGES) -> bool:
    """Say whether a word that asks for a number ends at `end`."""
    if not text.endswith(hedges, 0, end):
        return False
    return text[end - 2 : end - 1] not in tuple(_CHANCE.get(text[end - 1], ""))


def around(text: str, at: int, end: int, *, sure: bool = True) -> Slot:
    """Return the slot before the unit at `at`, with up to two characters of the word before."""
    left = before(text, at) + 1
    start = left
    while start > 0 and left - start < 2 and is_han(text[start - 1]):
        start -= 1
    return Slot(start if start < left else at, end, sure)


def stops(text: str, end: int) -> bool:
    """Say whether the amount ends here: at a mark, or before 以上, 左右 and the like."""
    return end >= len(text) or text[end] in STOPS or text[end] in SPACES or text.startswith(TAILS, end)


def clause(text: str, at: int) -> str:
    """Return the clause up to `at`."""
    start = at
    while start > 0 and text[start - 1] not in CLAUSE and at - start < 60:
        start -= 1
    return text[start:at]
