"""Units that cannot stand without a number: %, 个百分点, 亿元, 公里."""

from __future__ import annotations

from collections.abc import Callable

from speechlint.views.blanks.slot import QUANTITY, STOPS, Slot, around, before, hedged, stops
from speechlint.views.blanks.words import is_han, is_latin

# 近亿元 is almost a hundred million: a hedge is enough of a number before 亿 and 万.
_ROUND = frozenset("近超过逾上破约满每成数几整突")
_LARGE = (
    *("亿元", "元", "美元", "吨", "斤", "亩", "人次", "千瓦时", "千瓦", "平方米", "平方公里", "立方米", "公里", "公顷", "户", "辆"),
    *("株", "头", "只", "人", "套", "台", "条", "个", "名", "家", "件", "次", "所", "张", "册", "羽", "支", "份", "座", "间"),
)
# 亿元 alone is a class of projects (亿元以上项目, 亿元村), not an amount.
_CLASS = ("以上", "级", "大关", "项目", "村", "镇", "乡", "县", "企业", "产业", "俱乐部", "及以上", "以下", "工程", "集群", "园区")
_SPENDS = ("安排", "投入", "拨付", "筹集", "下达", "发放", "争取", "偿还", "减免", "给予", "补助", "补贴", "引进", "每人")
# 元 ends many words; only after these it is money.
_MONEY = (
    *("达到", "达", "约", "不足", "仅", "超过", "共计", "合计", "累计", "人均", "每人", "每亩", "每户", "每月", "每年"),
    *("收入", "资金", "投资", "补贴", "补助", "贷款", "增收", "标准", "金额", "总额", "产值", "利润", "税收", "价格"),
    *("工资", "费用", "奖金", "奖励", "存款", "节约", "损失", "经费", "救助金", "养老金", "节支", "分红", "每吨", "每公斤", "每斤", "每天", "每平方米", "提高到", "增加到", "增加", "提高", "给予", "到", "至", "降低", "降至", "提高至", "增至"),
)
_REACHES = tuple(a + b for a in ("增加", "提高", "上升", "增长", "扩大", "下降", "减少", "提升", "增") for b in "到至")
_HOUSES = ("企业", "主体", "工商户", "达到", "经营户", "新增", "危房", "改造", "农户", "监测对象", "搬迁")
_PEOPLE = ("农", "城", "职", "人", "居", "吨", "千瓦", "斤", "亩", "立方", "平方", "美元")
_MOVES = ("提高", "增加", "上升", "上涨", "调整", "降", "涨", "升", "调")
_RISES = ("提高", "提升", "下降", "上升", "降低", "回落", "扩大", "收窄", "增加", "加快", "回升", "高于", "低于")
_AREA = ("面积", "建筑", "新建", "改造", "建设", "厂房", "用地", "住房", "绿地", "完成", "拆除", "新增", "占地", "每年")


def _quantity(c: str) -> bool:
    return c in QUANTITY or is_latin(c)


def percent(text: str, at: int) -> Slot | None:
    left = before(text, at)
    if left < 0 or _quantity(c := text[left]):
        return None
    if is_han(c):
        named = c in "用号以" or text.startswith(("表示", "计算", "为单位"), at + 1)
        title = len(text) < 13 and at == len(text) - 1
        return None if named or title else around(text, at, at + 1)
    if c in "、—-至" and stops(text, at + 1) and left > 0 and text[left - 1] not in "（(":
        return Slot(left, at + 1)
    return None


def point(text: str, at: int) -> Slot | None:
    """个百分点, and 百分点 without its 个."""
    if not text.startswith("百分点", at):
        return None
    if text[at - 1 : at] != "个":
        if text.endswith(_RISES, 0, before(text, at) + 1) and stops(text, at + 3):
            return around(text, at, at + 3, sure=False)
        return None
    left = before(text, at - 1)
    if left >= 0 and _quantity(text[left]):
        return None
    if left < 0 or is_han(text[left]) or text[left] in "，、":
        return around(text, at - 1, at + 3)
    return None


def part(text: str, at: int) -> Slot | None:
    """百分之 with no number after it."""
    if not text.startswith("分之", at) or text[at - 1 : at] not in tuple("百千万二三四五六七八九十"):
        return None
    after = text[at + 2 : at + 3]
    if after and after not in STOPS and not text.startswith(("的", "以上", "左右"), at + 2):
        return None
    return Slot(at - 1, min(at + 3, len(text)))


def large(text: str, at: int) -> Slot | None:
    """亿元, 万吨: an amount, where it ends its phrase and is no class (亿元项目)."""
    left = before(text, at)
    end = at + 1
    if text[at - 1 : at] in ("多", "余") and left and _rough(text, left - 1):
        return Slot(left - 1, end)
    unit = next((u for u in _LARGE if text.startswith(u, end)), "")
    if not unit or left < 0:
        return None
    end += len(unit)
    c = text[left]
    if text.endswith(_REACHES, 0, left + 1) or (c in "从由" and text.startswith(_MOVES, end)):
        return around(text, at, end)
    if c in "、和" and text.endswith(unit, 0, left) and stops(text, end):
        return Slot(left, end)
    if _quantity(c) or c in _ROUND or text[left - 1 : left] == "千" or text.endswith("数以", 0, at):
        return None
    if unit in ("家", "户") and not text.endswith(_HOUSES, 0, left + 1):
        return None
    if is_han(c):
        if text.startswith(_CLASS, end):
            return None
        if unit == "元" and text.endswith(_SPENDS, 0, left + 1) and not text.startswith(("大", "资产"), end):
            return around(text, at, end, sure=False)
        if not _ends(text, end):
            return None
        if c in "达到" and unit != "元" and not text.endswith("达到", 0, left + 1):
            return None
        if c in "达到" and unit == "亿元":
            return None
        return around(text, at, end, sure=c not in "达到" and not text.startswith("的", end))
    if text[at] == "亿" and c in "，。；、" and text.startswith(_PEOPLE, at + 1):
        return Slot(at, at + 2)
    return None


def _rough(text: str, at: int) -> bool:
    """Say whether 多万, 余亿 after `at` lack their number; 许多万, 其余万 do not."""
    c = text[at]
    return (is_han(c) or c in "，。；、：") and not _quantity(c) and c not in "许好很太其业剩有年盈结节众最繁较更"


def _ends(text: str, end: int) -> bool:
    return stops(text, end) or text.startswith(("的", "同比", "增长", "比上年", "比去年", "占", "支持"), end)


def money(text: str, at: int) -> Slot | None:
    left = before(text, at)
    if left < 0 or _quantity(text[left]):
        return None
    if text[left] in "从由" and text.startswith(_MOVES, at + 1):
        return around(text, at, at + 1)
    if not stops(text, at + 1):
        yearly = text.endswith(("每年", "每月", "每人", "每亩"), 0, left + 1)
        return around(text, at, at + 1) if yearly and text.startswith(_MOVES, at + 1) else None
    if text[left] in "余多":
        return around(text, left, at + 1) if hedged(text, left) else None
    return around(text, at, at + 1) if text.endswith(_MONEY, 0, left + 1) else None


def _physical(
    units: tuple[str, ...], fine: str, words: tuple[str, ...] | None = None
) -> Callable[[str, int], Slot | None]:
    """Return the test of units of length, area and weight.

    `fine` may stand before them. With `words`, which begin like the unit, an amount may go on.
    """

    def test(text: str, at: int) -> Slot | None:
        left = before(text, at)
        c = text[left] if left >= 0 else ""
        if not c or not (is_han(c) or c == "”") or (c in QUANTITY and c != "”") or c in fine:
            return None
        unit = next((u for u in units if text.startswith(u, at)), "")
        end = at + len(unit)
        if not unit or (text.startswith(words, end) if words else not stops(text, end)):
            return None
        return around(text, at, end)

    return test


def hours(text: str, at: int) -> Slot | None:
    """小时, where a number of hours is asked for; 小时候 is another word."""
    left = before(text, at)
    if not text.startswith("小时", at) or left < 0 or text[left] in QUANTITY - {"”"}:
        return None
    if not is_han(text[left]) and text[left] not in "“”、":
        return None
    asked = text.endswith(("至", "到", "达", "实行", "实现", "超过", "不足", "用时", "提供"), 0, left + 1)
    if asked and not text.startswith(("候", "工", "数"), at + 2) and text[left] != "个":
        return around(text, at, at + 2)
    circle = text.find("圈", at + 2, at + 6) > 0 and text[left] not in "半个每"
    return around(text, at, at + 2) if circle else None


def times(text: str, at: int) -> Slot | None:
    """倍, where the growth it measures has no number."""
    left = before(text, at)
    if left < 0 or not (stops(text, at + 1) or text.startswith("多", at + 1)):
        return None
    grows = text.endswith(("增长", "提高", "增加", "提升", "扩大", "的", "超过", "达到"), 0, left + 1)
    return around(text, at, at + 1) if grows else None


def reference(text: str, at: int) -> Slot | None:
    """〔2023〕号: the number of a document."""
    if text[at - 1 : at] in ("〕", "]", "］") and text[at - 2 : at - 1] not in ("", "〔", "[", "［"):
        return Slot(at - 1, at + 1)
    if text.startswith("线", at + 1) and text[at - 1 : at] in ("铁", "、", "和"):
        return Slot(at - 1, at + 2)
    return None


def particles(text: str, at: int) -> Slot | None:
    """PM浓度, for PM2.5."""
    if text.startswith(("PM浓度", "PM平均", "PM年均", "PM均值"), at):
        return Slot(at, at + 4)
    return None


TESTS = {
    "倍": times,
    "号": reference,
    "P": particles,
    "亩": _physical(("亩",), "每按用以论分逐人地产良田单户顷垧"),
    "吨": _physical(("吨",), "每按用以论分单总载标净公海重马"),
    "%": percent,
    "％": percent,
    "‰": percent,
    "百": point,
    "分": part,
    "亿": large,
    "万": large,
    "元": money,
    "公": _physical(("公里", "公顷", "公斤"), "方每海按用以单论华英车人吨位是", ("数", "处", "桩", "碑", "标", "牌", "费")),
    "平": _physical(("平方公里", "平方米", "平方千米"), "每按用以公是", ("数",)),
    "立": _physical(("立方米",), "每按用以是", ("数",)),
    "小": hours,
}
