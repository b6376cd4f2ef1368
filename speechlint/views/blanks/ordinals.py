"""Ordinals and names of sessions whose number vanished: 第届, 届中全会, 党的大精神."""

from __future__ import annotations

from speechlint.views.blanks.slot import Place, Slot, Test
from speechlint.views.blanks.words import (
    DIGITS,
    MASKS,
    NUMERALS,
    is_han,
    is_latin,
    onward,
    words,
)

_NUMBER = DIGITS | NUMERALS | set("几某数末") | set(MASKS)
# 及第, 门第 end in it, and names hold it (第聂伯河, 印第安, 伦巴第): only these are counted.
_ENDS_IN_DI = tuple("等门及次落府科登宅")
_COUNTED = (
    *"届次批位个轮号条章季期名项任年课讲步阶代段节天周集篇卷版组类级层件句道支点",
    *words("产业 书记 人民医院 中学 小学 大经济 大城市 大产业 大省 大县 大港 大贸易 大市场"),
)
_RANKS = words("居 列 排 全省 全市 全国 全县")
_CONGRESS = words("精神 报告 以来 召开 胜利 作出 提出 闭幕 描绘 擘画 擘 确定的 部署")
_SESSIONS = words("全国 人大 人民代表 政协 委员 省委 市委 县委 中全会 区委 党委")
_SITTINGS = words("全会 会议 全体 代表大会")
_ANY_SESSION = frozenset("本历每上应往换首前后同这该各下跨第")


def ordinal(place: Place) -> Slot | None:
    """第, where no number follows."""
    after = onward(place.text, place.end)
    c = place.text[after : after + 1]
    if c in _NUMBER or is_latin(c) or place.text.endswith(_ENDS_IN_DI, 0, place.at):
        return None
    if is_han(c):
        lost = place.text.startswith(_COUNTED, after)
    else:
        ranked = place.text[max(0, place.at - 4) : place.at]
        lost = c in tuple("，。；、") and any(word in ranked for word in _RANKS)
    return Slot(place.at, after + 1) if lost else None


def session(place: Place) -> Slot | None:
    """届, where a session is named and its number is not."""
    if not is_han(place.c) or place.c in _NUMBER or place.c in _ANY_SESSION:
        return None
    return place.slot() if place.precedes(_SESSIONS) else None


def sitting(place: Place) -> Slot | None:
    """届次会议, with neither number."""
    return Slot(place.at, place.end) if place.precedes(_SITTINGS) else None


def plenary(place: Place) -> Slot | None:
    """中全会, where no number stands before it."""
    if not is_han(place.c) or place.c in _NUMBER:
        return None
    return None if place.follows(("历届", "每届", "各届", "往届")) else place.slot()


def congress(place: Place) -> Slot | None:
    """党的大精神, for 党的二十大精神."""
    return place.slot() if place.follows("党的") and place.precedes(_CONGRESS) else None


TESTS: dict[str, Test] = {
    "第": ordinal,
    "届": session,
    "届次": sitting,
    "中全会": plenary,
    "大": congress,
}
