"""亿 and 万 without their number: 完成投资亿元, 由万户增加到.

亿元 alone is an amount too, a hundred million: 近亿元, 亿元以上项目, 千家万户. A number is
missing where the amount ends its phrase and no hedge rounds it, or where it moves.
"""

from __future__ import annotations

from speechlint.views.blanks.slot import Place, Slot, Test
from speechlint.views.blanks.words import is_han, words

# A hedge is enough of a number before 亿 and 万.
_ROUND = frozenset("近超过逾上破满每成数几整突")
_UNITS = words(
    "亿元 元 美元 吨 斤 亩 人次 千瓦时 千瓦 平方米 平方公里 立方米 公里 公顷 户 辆 株 头 只 人 套 "
    "台 条 个 名 家 件 次 所 张 册 羽 支 份 座 间"
)
# 亿元 as a class of projects (亿元以上项目, 亿元村).
_CLASS = words("以上 级 大关 项目 村 镇 乡 县 企业 产业 俱乐部 及以上 以下 工程 集群 园区")
_SPENDS = words("安排 投入 拨付 筹集 下达 发放 争取 偿还 减免 给予 补助 补贴 引进 每人")
_GOES_ON = words("的 同比 增长 比上年 比去年 占 支持")
_MOVES = words("提高 增加 上升 上涨 调整 降 涨 升 调 增")
_REACHES = tuple(
    verb + to for verb in words("增加 提高 上升 增长 扩大 下降 减少 提升 增") for to in "到至"
)
_SUMS = words("资金 投资 收入 产值 税收 贷款 利润 产能 补助")
# 家 and 户 after these are firms and farms: 走进万家 is said.
_HOUSES = words("企业 主体 工商户 达到 经营户 新增 危房 改造 农户 监测对象 搬迁")
_PEOPLE = words("农 城 职 人 居 吨 千瓦 斤 亩 立方 平方 美元")


def large(place: Place) -> Slot | None:
    if place.c in ("多", "余"):
        return place.rough()
    unit = next((unit for unit in _UNITS if place.precedes(unit)), "")
    length = len(unit)
    if not unit or place.left < 0:
        return None
    moved = place.c in "从由" and place.precedes(_MOVES, length)
    if moved or place.follows(_REACHES):
        return place.slot(length)
    if place.c in "、和" and place.text.endswith(unit, 0, place.left) and place.stops(length):
        return place.without_room(length)
    if place.counted or place.c in _ROUND or place.text[place.left - 1 : place.left] == "千":
        return None
    if unit in "家户" and not place.follows(_HOUSES):
        return None
    if is_han(place.c):
        return _amount(place, unit)
    if place.unit == "亿" and place.c in "，。；、" and place.precedes(_PEOPLE):
        return Slot(place.at, place.at + 2)
    return None


def _amount(place: Place, unit: str) -> Slot | None:
    length = len(unit)
    if place.follows("数以"):
        return None
    if place.precedes(_CLASS, length):  # 投资亿元以上的项目
        lost = place.precedes("以上", length) and place.stops(length + 2)
        return place.slot(length, sure=False) if lost and place.follows(_SUMS) else None
    if unit == "元" and place.follows(_SPENDS) and not place.precedes(("大", "资产"), length):
        return place.slot(length, sure=False)
    if not (place.stops(length) or place.precedes(_GOES_ON, length)):
        return None
    if place.c in "达到":  # 可达万吨 is said
        exact = unit == "元" or (unit != "亿元" and place.follows("达到"))
        return place.slot(length, sure=False) if exact else None
    return place.slot(length, sure=not place.precedes("的", length))


TESTS: dict[str, Test] = {"亿": large, "万": large}
