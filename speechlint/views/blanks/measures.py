"""Measure words whose number vanished: 不到个月, 项目个，, 召开会议次。

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
    Slot,
    around,
    before,
    clause,
    hedged,
    stops,
)
from speechlint.views.blanks.words import SPACES, is_han, is_latin

# A number of these is always said (过个月 and 买个月饼 aside).
_PERIODS = (
    *(f"月{c}" for c in "，。、的内时左以就完多来全实"),
    *("小时", "工作日", "季度", "月之内", "多月"),
)
_SOME = "这那哪每各整某首前后上下头末第几半数此该本过同单买做打"
_GROWS = ("新增", "新设", "净增", "认定", "达到", "新注册", "关停", "入库", "总数", "规模以上", "规上", "单项冠军", "瞪羚")
# Words of a hedge and a measure word by chance.
_CHANCE = frozenset(("近期", "近人", "近处", "近场", "近台", "达人", "超人", "约人", "约期", "共处", "共项", "超支", "超期", "超次"))
# Hedges that mean something else before these: 做得不到位, 发现不足处.
_SAID = {"天": (), "岁": (), "处": ("不到", "不足"), "户": ("不到", "入户", "到户"), "期": ("不到", "超过")}
# 余 and 多 follow a number themselves: 共计余人. 连续多天 is said.
_ROUGH = ("近", "约", "达", "达到", "共", "共计", "总计", "合计", "逾", "超")


def ge(text: str, at: int) -> Slot | None:
    left = before(text, at)
    if left < 0 or text.startswith(GE_WORDS, at) or text.startswith("百分点", at + 1):
        return None
    c = text[left]
    if c in "、”" and (slot := _after_mark(text, at, left)):
        return slot
    counted = next((noun for noun in GE_NOUNS if text.startswith(noun, at + 1)), "")
    end, ends = at + 1 + len(counted), stops(text, at + 1)
    if c in "余多" and hedged(text, left, _ROUGH):
        return around(text, left, at + 1)
    if c in QUANTITY or is_latin(c):
        return None
    if text.startswith(_PERIODS, at + 1) and c not in _SOME and is_han(c):
        return around(text, at, end)
    if hedged(text, left + 1) and (counted or ends or c not in "约有到"):
        return around(text, at, end)
    if counted and (text.endswith(MAKES, 0, left + 1) or c in "，、；：。和与及"):
        return around(text, at, end)
    if left < at - 1 and text[at + 1 : at + 2] not in SPACES:  # room was left for a number
        if is_han(c) and (counted or ends) and c not in SHARED:
            return around(text, at, end)
        return None
    if is_han(c) and c not in FINE["个"] and (counted or ends) and text[at + 1 : at + 2] not in ("”", "’", ")", "）"):
        return around(text, at, end)
    return None


def measure(text: str, at: int) -> Slot | None:
    """Any measure word but 个."""
    m = text[at]
    left = before(text, at)
    if left < 0 or not is_han(c := text[left]):
        return _after_mark(text, at, left)
    end, ends = at + 1, stops(text, at + 1)
    goes_on = not ends and text[end] in NEXT.get(m, "")
    if c in "余多":
        rough = (ends or goes_on or c == "余") and hedged(text, left, _ROUGH)
        return around(text, left, end) if rough else None
    if c in QUANTITY or c + m in _CHANCE:
        return None
    if (ends or goes_on) and hedged(text, left + 1, FIRM):
        said = text.endswith(_SAID.get(m, ("不到",)), 0, left + 1)
        return None if said else around(text, at, end)
    if (ends or text.startswith("套", end)) and text.endswith(COUNTED.get(m, ()), 0, left + 1):
        return around(text, at, end)
    if c in SHARED or c in FINE.get(m, ""):
        return None
    if text.startswith(OBJECTS.get(m, ()), end) and text.endswith(CHOOSES, 0, left + 1):
        return around(text, at, end)
    if not ends:
        return None
    if m == "家" and c == "业" and _firms(text, at):
        return around(text, at, end)
    if m in PLAIN and left + 1 == at and any(word in clause(text, at) for word in COUNTS):
        return around(text, at, end, sure=False)
    return None


def _firms(text: str, at: int) -> bool:
    """Say whether 企业家 is an amount of firms, not a man of business."""
    if not text.endswith("企业", 0, at):
        return False
    told = clause(text, at)
    return text.startswith("以上", at + 1) or any(word in told for word in _GROWS)


def _after_mark(text: str, at: int, left: int) -> Slot | None:
    """A measure word at the head of its clause, after a quotation, or in a row: 43家、家。"""
    m, c = text[at], text[left] if left >= 0 else "。"
    if c == "、" and left and text[left - 1] == m and stops(text, at + 1):
        return Slot(left, at + 1)
    if c in "，、；：。！" and text.startswith(OBJECTS.get(m, ()), at + 1):
        return Slot(at, at + 2)
    if c == "“" and m in "条项" and text.startswith("”", at + 1):
        return Slot(left, at + 2)
    if c == "”" and m in "家个项" and stops(text, at + 1):
        return Slot(left, at + 1)
    return None


def people(text: str, at: int) -> Slot | None:
    """人次, and 人 after what is counted in people."""
    if not text.startswith("次", at + 1):
        return measure(text, at)
    left = before(text, at)
    if left < 0 or not is_han(text[left]) or text[left] in QUANTITY or not stops(text, at + 2):
        return None
    # 接待游客人次和收入 names what was counted.
    named = text[at + 2 : at + 3] in tuple("、和与及")
    counts = not named and any(word in clause(text, at) for word in COUNTS)
    return around(text, at, at + 2) if counts or hedged(text, left + 1, FIRM) else None


TESTS = {"个": ge, "人": people, **dict.fromkeys("项名位家户次场期件起条处台座辆套份篇间所头株支批轮艘天例部", measure)}
