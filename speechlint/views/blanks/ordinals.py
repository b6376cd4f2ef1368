"""Ordinals and names of sessions whose number vanished: 第届, 届中全会, 党的大精神."""

from __future__ import annotations

from speechlint.views.blanks.slot import Slot, around, before
from speechlint.views.blanks.words import DIGITS, MASKS, NUMERALS, SPACES, is_han, is_latin

_NUMBER = frozenset(DIGITS + NUMERALS + "几某数末" + "".join(MASKS))
# 及第, 门第 end in it, and names hold it (第聂伯河, 印第安, 伦巴第): only these are counted.
_ENDS_IN_DI = tuple("等门及次落府科登宅")
_COUNTED = (
    *"届次批位个轮号条章季期名项任年课讲步阶代段节天周集篇卷版组类级层件句道支点",
    *("产业", "书记", "人民医院", "中学", "小学", *(f"大{c}" for c in ("经济", "城市", "产业", "省", "县", "港", "贸易", "市场", "投资", "旅游"))),
)
_CONGRESS = ("精神", "报告", "以来", "召开", "胜利", "作出", "提出", "闭幕", "描绘", "擘画", "擘", "确定的", "部署")
_SESSIONS = ("全国", "人大", "人民代表", "政协", "委员", "省委", "市委", "县委", "中全会", "区委", "党委")
_SITTINGS = ("次全会", "次会议", "次全体", "次代表大会")
_ANY_SESSION = "本历每上应往换首前后同这该各下几一二三四五六七八九十届跨两"


def ordinal(text: str, at: int) -> Slot | None:
    """第, where no number follows."""
    after = at + 1
    while after < len(text) and text[after] in SPACES:
        after += 1
    c = text[after : after + 1]
    if not c or c in _NUMBER or is_latin(c) or text[at - 1 : at] in _ENDS_IN_DI:
        return None
    if is_han(c):
        return Slot(at, after + 1) if text.startswith(_COUNTED, after) else None
    ranked = text[max(0, at - 4) : at]
    if c in "，。；、" and any(word in ranked for word in ("居", "列", "排", "全省", "全市", "全国", "全县")):
        return Slot(at, after + 1)
    return None


def session(text: str, at: int) -> Slot | None:
    """届, where a session is named and its number is not."""
    left = before(text, at)
    if left >= 0 and text.startswith(_SITTINGS, at + 1):
        return Slot(at, at + 2)
    if left < 0 or text[left] in _NUMBER or text[left] in _ANY_SESSION or text[left] == "第":
        return None
    if not is_han(text[left]) or not text.startswith(_SESSIONS, at + 1):
        return None
    return around(text, at, at + 1)


def sitting(text: str, at: int) -> Slot | None:
    """人大次会议, where a sitting is named and its number is not."""
    if text.startswith(("会议", "全会"), at + 1):
        if text.endswith(("人大", "政协", "代表大会", "委员会"), 0, before(text, at) + 1):
            return around(text, at, at + 1)
    return None


def plenary(text: str, at: int) -> Slot | None:
    """中全会, where no number stands before it."""
    left = before(text, at)
    if not text.startswith("中全会", at) or left < 0 or text[left] in _NUMBER:
        return None
    if text[left] == "届" and text[left - 1 : left] in ("历", "每", "各", "往"):
        return None
    return around(text, at, at + 3) if is_han(text[left]) else None


def congress(text: str, at: int) -> Slot | None:
    """党的大精神, for 党的二十大精神."""
    if not text.endswith("党的", 0, before(text, at) + 1) or not text.startswith(_CONGRESS, at + 1):
        return None
    return Slot(at - 2, at + 1)


TESTS = {"第": ordinal, "届": session, "中": plenary, "大": congress}
