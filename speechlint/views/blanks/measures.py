"""Measure words whose number vanished: 不到个月, “重点项目个，”, “召开会议次。”.

The number is missing where a hedge or a verb of counting stands before the measure word and
nothing else can be read.
"""

from __future__ import annotations

from speechlint.views.blanks.measure_words import (
    CHOOSES,
    COUNTED,
    COUNTS,
    FINE,
    GE_NOUNS,
    GE_WORDS,
    MAKES,
    NEXT,
    OBJECTS,
    PLAIN,
    SHARED,
)
from speechlint.views.blanks.slot import (
    FIRM,
    QUANTITY,
    Place,
    Slot,
    Test,
    hedged,
)
from speechlint.views.blanks.words import SPACES, is_han, words

# A number of these is always said (过个月 and 买个月饼 aside).
_PERIODS = (*(f"月{c}" for c in "，。、的内时左以就完多来全实"), "小时", "工作日", "季度", "月之内")
_SOME = frozenset("这那哪每各整某首前后上下头末第几半数此该本过同单买做打")
# “还有个身份” is said, “还有个项目” lacks a number.
_LEAVES = words("还有 最后 其他 其余 以及 其中 利用 参加 建设 剩余")
# What says that 企业家 is an amount of firms.
_GROWS = words("新增 新设 净增 认定 达到 新注册 关停 入库 总数 规模以上 规上 单项冠军 瞪羚")
_HELPS = words("带动 吸纳 安置 转移 解决")
# Words of a hedge and a measure word by chance.
_CHANCE = frozenset(words("近期 近人 近处 近场 近台 达人 超人 约人 约期 共处 共项 超支 超期 超次"))
# Hedges that mean something else before these: 做得不到位, 发现不足处.
_SAID = {
    "天": (),
    "处": ("不到", "不足"),
    "户": ("不到", "入户", "到户"),
    "期": ("不到", "超过"),
}
# 余 and 多 follow a number themselves: 共计余人. 连续多天 is said.
_ROUGH = words("近 约 达 达到 共 共计 总计 合计 逾 超")


def ge(place: Place) -> Slot | None:
    if place.left < 0 or place.precedes(GE_WORDS):
        return None
    c = place.c
    if c in "、”" and (slot := _after_mark(place)):
        return slot
    if c in "余多":
        lost = hedged(place.text, place.left, _ROUGH)
        return place.rough() if lost else None
    if place.counted:
        return None
    noun = next((noun for noun in GE_NOUNS if place.precedes(noun)), "")
    return place.slot(len(noun)) if _lacks_number(place, noun) else None


def _lacks_number(place: Place, noun: str) -> bool:
    """Say whether 个, with the noun that it counts or none, has no number before it."""
    c, ends = place.c, place.stops()
    if is_han(c) and c not in _SOME and place.precedes(_PERIODS):
        return True
    if place.hedged() and (noun or ends or c not in "约有到"):
        return True
    if place.follows(MAKES) and (noun or not place.follows(_LEAVES)):
        return True
    if noun and c in "，、；：。和与及":
        return True
    if not is_han(c) or not (noun or ends):
        return False
    if place.spaced and place.after not in SPACES:  # room was left for a number
        return c not in SHARED
    return c not in FINE["个"] and place.after not in ("”", "’", ")", "）")


def measure(place: Place) -> Slot | None:
    """Any measure word but 个."""
    m, c = place.unit, place.c
    if not is_han(c):
        return _after_mark(place)
    ends = place.stops()
    goes_on = not ends and place.after in NEXT.get(m, "")
    if c in "余多":
        asked = (ends or goes_on or c == "余") and hedged(place.text, place.left, _ROUGH)
        return place.rough() if asked or (c == "余" and (ends or goes_on)) else None
    if c in QUANTITY or c + m in _CHANCE:
        return None
    if (ends or goes_on) and place.hedged(FIRM):
        return None if place.follows(_SAID.get(m, ("不到",))) else place.slot()
    if (ends or place.precedes("套")) and place.follows(words(COUNTED.get(m, ""))):
        return place.slot()
    if c in SHARED or c in FINE.get(m, ""):
        return None
    if place.precedes(words(OBJECTS.get(m, ""))) and place.follows(CHOOSES):
        return place.slot()
    if ends and m == "家" and place.follows("企业"):
        return place.slot() if place.precedes("以上") or _tells(place, _GROWS) else None
    if ends and m in PLAIN and not place.spaced and _tells(place, COUNTS):
        return place.slot(sure=False)
    return None


def _tells(place: Place, verbs: tuple[str, ...]) -> bool:
    clause = place.clause()
    return any(verb in clause for verb in verbs)


def _after_mark(place: Place) -> Slot | None:
    """Find an amount at the head of its clause, after a quotation, or in a row (43家、家)."""
    m, c = place.unit, place.c or "。"
    if c == "、" and place.text.endswith(m, 0, place.left) and place.stops():
        return place.without_room()
    if c in "，、；：。！" and place.precedes(words(OBJECTS.get(m, ""))):
        return Slot(place.at, place.at + 2)
    if c == "“" and m in "条项" and place.after == "”":
        return place.without_room(1)
    if c == "”" and m in "家个项" and place.stops():
        return place.without_room()
    return None


def people(place: Place) -> Slot | None:
    """人, after what is counted in people."""
    if place.precedes(("就业", "增收", "脱贫", "务工")):
        return place.slot(sure=False) if place.follows(_HELPS) else None
    return measure(place)


def visits(place: Place) -> Slot | None:
    """人次. “接待游客人次和收入” names what was counted."""
    if not is_han(place.c) or place.c in QUANTITY or not place.stops():
        return None
    counts = not place.precedes(("、", "和", "与", "及")) and _tells(place, COUNTS)
    return place.slot() if counts or place.hedged(FIRM) else None


def times(place: Place) -> Slot | None:
    """次, and 人大次会议, where a sitting is named and its number is not."""
    if place.precedes(("会议", "全会")) and place.follows(("人大", "政协", "代表大会", "委员会")):
        return place.slot()
    return measure(place)


TESTS: dict[str, Test] = {
    "个": ge,
    "人": people,
    "人次": visits,
    "次": times,
    **dict.fromkeys("项名位家户场期件起条处台座辆套份篇间所头株支批轮艘天例部", measure),
}
