"""Dates and spans of years whose numbers vanished: 于年月日, 改革开放年来, 成立周年."""

from __future__ import annotations

from speechlint.views.blanks.slot import QUANTITY, STOPS, Slot, around, before, stops
from speechlint.views.blanks.words import DIGITS, NUMERALS, SPACES, is_han

_EVENTS = ("开放", "成立", "建党", "建国", "建军", "建市", "建县", "建区", "建院", "建校", "实施", "创办", "从教")
_JUBILEES = (*_EVENTS, "诞辰", "胜利", "解放", "逝世", "创刊", "发表", "颁布", "通车", "投产", "回归", "起义")
_SINCE = ("到", "至", "自", "从", "于", "在", "截至", "截止")
# After the first a number of years follows in any case; after the second where the span goes on.
_LASTING = ("历时", "为期", "连续", "未来", "今后", "用了", "经过", "延长", "时隔", "每隔")
_SPANS = (*_LASTING, "长达", "过去的", "不足", "不到", "仅用", "只用", "用", "再用", "经过", "不超过", "至少", "达到")
_WITHIN = ("时间", "的时间", "左右", "以内", "之内", "内", "间", "里", "以上", "完成", "建成", "，", "。", "、", "的努力")
_DAY_WORDS = tuple(f"日{c}" for c in "本方前内均用产军元益常夜韩美趋")
_WORDS = tuple("底末初度份轻龄终货关画限级均产内富")


def year(text: str, at: int) -> Slot | None:
    left = before(text, at)
    after = text[at + 1 : at + 2]
    if after and (after in SPACES or after == "_"):
        return _spaced(text, at)
    if after and after in DIGITS and left >= 0 and text[left] in "—（(":
        return Slot(left, at + 1)
    if after == "日" and text.startswith(("在", "，", "）"), at + 2) and left >= 0 and text[left] in DIGITS:
        return Slot(left, at + 2)
    if after and after in "的增减提下上降多少末" and left >= 0 and text[left] in "从到比由较自":
        if after == "的" or text[left] in "比较":
            return around(text, at, at + 1)
    if text.startswith(("是", "以来", "全", "我"), at + 1) and (left < 0 or text[left] in "。！；"):
        return Slot(at, at + 2)
    if text.startswith("月", at + 1):
        return _month(text, at, left)
    if text.startswith("来", at + 1):
        fine = left < 0 or not text.endswith(_EVENTS, 0, left + 1)
        return None if fine else around(text, at, at + 2)
    if left >= 0 and text[left] in QUANTITY:
        return None
    if left >= 0 and text.endswith(_SPANS, 0, left + 1) and not text.endswith(("费用", "适用", "使用"), 0, left + 1):
        lasting = text.endswith(_LASTING, 0, left + 1) and not text.startswith(_WORDS, at + 1)
        if lasting or text.startswith(_WITHIN, at + 1):
            return around(text, at, at + 1)
    if after and after in "，、至—-" and (left < 0 or text[left] in STOPS or text.endswith(_SINCE, 0, left + 1)):
        return _alone(text, at, left)
    return None


def _alone(text: str, at: int, left: int) -> Slot | None:
    """A year that is only its last word: 到年，, 2020年至年。"""
    if left < 0 or text[left] in "。；！？，：":
        return Slot(at, at + 2) if text.startswith(("，", "至", "—"), at + 1) else None
    return around(text, at, at + 1) if is_han(text[left]) else None


def _spaced(text: str, at: int) -> Slot | None:
    """年　月　日, with room left for the numbers."""
    month = at + 1
    while month < len(text) and text[month] in SPACES + "_":
        month += 1
    if not text.startswith("月", month):
        return None
    day = month + 1
    while day < len(text) and text[day] in SPACES + "_":
        day += 1
    return Slot(at, day + 1 if text.startswith("日", day) else month + 1)


def _month(text: str, at: int, left: int) -> Slot | None:
    """今年月, 于年月日."""
    end = at + 3 if text.startswith("日", at + 2) else at + 2
    if left >= 0 and text[left] in "今去明前后当同" + DIGITS + NUMERALS:
        calendar = end == at + 3 or stops(text, end) or text[end : end + 1] in tuple(DIGITS) or text.startswith(("底", "初", "份", "中旬"), end)
        return Slot(left, end) if calendar and not text.startswith("月月", at + 1) else None
    if end == at + 3 and (left < 0 or text[left] in STOPS or text.endswith(_SINCE, 0, left + 1)):
        return around(text, at, end)
    return None


def month(text: str, at: int) -> Slot | None:
    """截至月底 is said; 至月份, 月日 are not."""
    left = before(text, at)
    day = at + 1
    while day < len(text) and text[day] in SPACES + "_":
        day += 1
    if text.startswith("日", day):
        if left < 0 or text[left] in STOPS or text.endswith((*_SINCE, "的", "是"), 0, left + 1):
            return around(text, at, day + 1)
        if text[left] in DIGITS and not text.startswith(_DAY_WORDS, day):
            return Slot(left, day + 1)
        return Slot(at, day + 1) if day > at + 1 and not is_han(text[left]) and text[left] not in QUANTITY else None
    if text.startswith(("份", "，"), at + 1) and left > 0 and text[left] in "至—-－":
        ranged = text[left - 1] in DIGITS + NUMERALS + "月"
        return Slot(left, at + 1) if ranged else None
    return None


def jubilee(text: str, at: int) -> Slot | None:
    """周年, after what is celebrated."""
    left = before(text, at)
    if not text.startswith("周年", at) or left < 0 or text[left] in QUANTITY:
        return None
    if not text.endswith(_JUBILEES, 0, left + 1) or text.startswith(("庆", "活动", "之际"), at + 2):
        return None
    return around(text, at, at + 2)


def decade(text: str, at: int) -> Slot | None:
    """世纪年代, for 世纪八十年代; 世纪 alone is a word."""
    if text.startswith("世纪年代", at):
        return Slot(at, at + 4)
    return None


def age(text: str, at: int) -> Slot | None:
    """岁, where an age is asked for."""
    left = before(text, at)
    if left >= 0 and (text[left] in QUANTITY or text[left] in "周守年太去旧新辞贺"):
        return None
    if text.startswith(("以上", "以下"), at + 1):
        return around(text, at, at + 3)
    asked = left >= 0 and text.endswith(("年满", "未满", "不满", "年龄", "超过", "高龄", "平均", "达到", "提高", "到", "至"), 0, left + 1)
    return around(text, at, at + 1) if asked and (stops(text, at + 1) or text.startswith(("的", "老"), at + 1)) else None


TESTS = {"岁": age, "年": year, "月": month, "周": jubilee, "世": decade}
