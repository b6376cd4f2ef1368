"""The place of a value, and what around it asks for one."""

from __future__ import annotations

from speechlint.record import NamedTuple
from speechlint.views.blanks.words import (
    DIGITS,
    MASKS,
    NUMERALS,
    SPACES,
    back,
    is_han,
    is_latin,
    words,
)

# Before a unit these are the end of a number, or stand for one.
QUANTITY = DIGITS | NUMERALS | frozenset("几数半多余俩仨来.．,%％‰)）]”’～~+＋/／²³") | set(MASKS)
STOPS = frozenset("，。；、：！？,;.:!?）)”’》】…—（(")
CLAUSE = frozenset("，。；：！？,;:!?、（）()“”")
# After a unit that is the last word of its amount.
TAILS = words("以上 以下 左右 以内 以来 之多 有余 不等 上下 和 与 及")

# What asks for a number right after it.
HEDGES = words(
    "不到 共有 共计 合计 累计 总计 约有 约为 约 近 超过 超 逾 达到 达 不足 仅有 仅 至少 多达 "
    "高达 少于 多于 不低于 不超过 共 分别为 分别有 提高到 增加到 增至 扩大到 下降到 降至 超出 只有"
)
# Those after which even a measure word that ends other words is one.
FIRM = words(
    "共有 共计 合计 累计 总计 约有 约为 超过 达到 不足 多达 高达 不少于 不低于 共 约 达 逾 不到 "
    "近 增加到 增至 提前 历时 为期 用时 耗时 缩短 时隔 长达 连续 仅用 只用 用了 超出 分别有 超 突破"
)
# 许多万, 其余亿, 剩余公里
_ENOUGH = frozenset("许好很太其剩有年岁月盈结节富众最繁较更")
# Words that a hedge of one character ends by chance: 附近, 到达, 节约, 中共, 不仅.
_CHANCE = {
    "近": "附最邻靠临贴亲远新就相毗切迫",
    "达": "直到抵表发传转送下通雷送豁旷",
    "约": "节条制契公合预邀签履解婚纽违守毁失爽简集",
    "共": "公中国与",
    "超": "反赶高英德意中远",
    "仅": "不绝",
}


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    # Says what is missing at a place, if anything.
    Test = Callable[["Place"], "Slot | None"]
else:
    Test = object  # it stands in annotations only


class Slot(NamedTuple):
    """Where a value is missing: the word on each side of the place.

    `unit` says that a unit without its number is what gives it away: the head of a table
    column has such units too.
    """

    start: int
    end: int
    sure: bool = True
    unit: bool = True


class Place:
    """A unit, or a word like one, in its text, and what stands around it.

    `left` is where the last character before it stands that is no space (-1 for none), and
    `c` that character (empty for none).
    """

    __slots__ = ("at", "c", "end", "left", "text", "unit")

    def __init__(self, text: str, at: int, unit: str) -> None:
        self.text = text
        self.at = at
        self.unit = unit
        self.end = at + len(unit)
        self.left = back(text, at)
        self.c = text[self.left] if self.left >= 0 else ""

    @property
    def spaced(self) -> bool:
        """Whether room was left before it."""
        return 0 <= self.left < self.at - 1

    @property
    def counted(self) -> bool:
        """Whether a number, or what stands for one, is before it."""
        return self.c in QUANTITY or is_latin(self.c)

    @property
    def after(self) -> str:
        return self.text[self.end : self.end + 1]

    def precedes(self, words: str | tuple[str, ...], beyond: int = 0) -> bool:
        """Say whether one of the words stands right after it, or `beyond` characters on."""
        return self.text.startswith(words, self.end + beyond)

    def follows(self, words: str | tuple[str, ...]) -> bool:
        """Say whether one of the words stands before it."""
        return self.text.endswith(words, 0, self.left + 1)

    def hedged(self, hedges: tuple[str, ...] = HEDGES) -> bool:
        """Say whether a word that asks for a number stands before it."""
        return hedged(self.text, self.left + 1, hedges)

    def stops(self, beyond: int = 0) -> bool:
        """Say whether the amount ends with its unit: at a mark, or before 以上, 左右, 和 …."""
        end = self.end + beyond
        if end >= len(self.text):
            return True
        c = self.text[end]
        return c in STOPS or c in SPACES or self.text.startswith(TAILS, end)

    def clause(self) -> str:
        """Return the clause up to it."""
        start = self.at
        while start > 0 and self.text[start - 1] not in CLAUSE and self.at - start < 60:
            start -= 1
        return self.text[start : self.at]

    def slot(self, beyond: int = 0, *, sure: bool = True) -> Slot:
        """Return the slot before the unit, with up to two characters of the word before."""
        return slot_before(self.text, self.at, self.end + beyond, sure=sure)

    def rough(self) -> Slot | None:
        """Return the slot before 余 and 多, where they stand before the unit: 余公里, 多万元."""
        before = Place(self.text, self.left, self.c)
        begins = is_han(before.c) or before.c in ("，", "。", "；", "、", "：")
        if not begins or before.counted or before.c in _ENOUGH:
            return None
        return before.slot(len(self.unit))

    def without_room(self, beyond: int = 0) -> Slot:
        """Return the slot with only the character before the unit, whatever it is."""
        return Slot(max(self.left, 0), self.end + beyond)


def slot_before(text: str, at: int, end: int, *, sure: bool = True) -> Slot:
    """Return the slot before the unit from `at` to `end`."""
    start = left = back(text, at) + 1
    while start > 0 and left - start < 2 and is_han(text[start - 1]):
        start -= 1
    return Slot(start if start < left else at, end, sure)


def hedged(text: str, end: int, hedges: tuple[str, ...] = HEDGES) -> bool:
    """Say whether a word that asks for a number ends at `end`."""
    if not text.endswith(hedges, 0, end):
        return False
    return text[end - 2 : end - 1] not in tuple(_CHANCE.get(text[end - 1], ""))
