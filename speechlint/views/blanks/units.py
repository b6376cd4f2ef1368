"""Units that cannot stand without a number: %, 个百分点, 元, 公里, 小时."""

from __future__ import annotations

from speechlint.views.blanks.slot import QUANTITY, STOPS, Place, Slot, Test, hedged, slot_before
from speechlint.views.blanks.words import back, is_han, words

# 元 ends many words; only after these it is money.
_MONEY = words(
    "达到 达 约 不足 仅 超过 共计 合计 累计 人均 每人 每亩 每户 每月 每年 收入 资金 投资 补贴 "
    "补助 贷款 增收 标准 金额 总额 产值 利润 税收 价格 工资 费用 奖金 奖励 存款 节约 损失 经费 "
    "救助金 养老金 节支 分红 每吨 每公斤 每斤 每天 每平方米 增加 提高 给予 到 至 降低"
)
_MOVES = words("提高 增加 上升 上涨 调整 降 涨 升 调")
_RISES = words("提高 提升 下降 上升 降低 回落 扩大 收窄 增加 加快 回升 高于 低于")
_GROWS = words("增长 提高 增加 提升 扩大 的 超过 达到")
_LASTS = words("至 到 达 实行 实现 超过 不足 用时 提供")


def percent(place: Place) -> Slot | None:
    if place.left < 0 or place.counted:
        return None
    if is_han(place.c):
        named = place.c in "用号以" or place.has(("表示", "计算", "为单位"), 1)
        title = len(place.text) < 13 and place.at == len(place.text) - 1
        return None if named or title else place.slot()
    if place.c in "、—-" and place.left and place.stops():  # 10%、%
        return Slot(place.left, place.at + 1)
    return None


def point(place: Place) -> Slot | None:
    """个百分点, and 百分点 without its 个."""
    if not place.has("百分点"):
        return None
    if place.c != "个":
        lost = place.follows(_RISES) and place.stops(3)
        return place.slot(3, sure=False) if lost else None
    before = Place(place.text, place.left)
    if before.counted or not (is_han(before.c) or before.c in ("", "，", "、")):
        return None
    return slot_before(place.text, place.left, place.at + 3)


def part(place: Place) -> Slot | None:
    """百分之 and 三分之, with no number after."""
    if not place.has("分之") or place.c not in tuple("百千万二三四五六七八九十"):
        return None
    end = place.at + 2
    lost = place.text[end : end + 1] in {"", *STOPS} or place.has(("的", "以上", "左右"), 2)
    return Slot(place.at - 1, min(end + 1, len(place.text))) if lost else None


def money(place: Place) -> Slot | None:
    if place.c in ("余", "多"):
        lost = place.stops() and hedged(place.text, place.left)
        return slot_before(place.text, place.left, place.at + 1) if lost else None
    if place.left < 0 or place.counted:
        return None
    if place.has(_MOVES, 1):  # 由每人每年元提高到
        return place.slot() if place.follows(("从", "由", "每年", "每月", "每人", "每亩")) else None
    return place.slot() if place.stops() and place.follows(_MONEY) else None


def _physical(units: str, fine: str, unlike: str = "") -> Test:
    """Return the test of units of length, area or weight.

    No number is missing after the characters of `fine`. A unit that has no other use than with
    a number, but in the words that end in `unlike`, need not be the last word of its amount.
    """
    names, others = words(units), words(unlike)

    def test(place: Place) -> Slot | None:
        if place.c in fine or not (is_han(place.c) or place.c == "”"):
            return None
        if place.c in QUANTITY and place.c != "”":
            return None
        unit = next((name for name in names if place.has(name)), "")
        ends = not place.has(others, len(unit)) if others else place.stops(len(unit))
        return place.slot(len(unit)) if unit and ends else None

    return test


def hours(place: Place) -> Slot | None:
    """小时, where a number of hours is asked for; 小时候 is another word."""
    if not place.has("小时") or not (is_han(place.c) or place.c in ("“", "”", "、")):
        return None
    if place.c in QUANTITY and place.c != "”":
        return None
    asked = place.follows(_LASTS) and not place.has(("候", "工", "数"), 2)
    circle = place.text.find("圈", place.at, place.at + 6) > 0 and place.c not in "个每"
    return place.slot(2) if asked or circle else None


def times(place: Place) -> Slot | None:
    """倍, where the growth it measures has no number."""
    lost = (place.stops() or place.has("多", 1)) and place.follows(_GROWS)
    return place.slot() if lost else None


def number(place: Place) -> Slot | None:
    """〔2023〕号, the number of a document, and the number of a metro line."""
    beyond = place.text[back(place.text, place.left)] if place.left > 0 else ""
    if place.c in ("〕", "]", "］") and beyond not in ("", "〔", "[", "［"):
        return Slot(place.left, place.at + 1)
    if place.has("线", 1) and place.c in ("铁", "、", "和"):
        return Slot(place.left, place.at + 2)
    return None


def particles(place: Place) -> Slot | None:
    """PM浓度, for PM2.5浓度."""
    lost = place.has(("PM浓度", "PM平均", "PM年均", "PM均值"))
    return Slot(place.at, place.at + 4) if lost else None


TESTS: dict[str, Test] = {
    "%": percent,
    "％": percent,
    "‰": percent,
    "百": point,
    "分": part,
    "元": money,
    "亩": _physical("亩", "每按用以论分逐人地产良田单户顷垧"),
    "吨": _physical("吨", "每按用以论分单总载标净公海重马"),
    "公": _physical("公里 公顷 公斤", "方每海按用以单论华英车人吨位是", "数 处 桩 碑 标 牌 费"),
    "平": _physical("平方公里 平方米 平方千米", "每按用以公是", "数"),
    "立": _physical("立方米", "每按用以是", "数"),
    "小": hours,
    "倍": times,
    "号": number,
    "P": particles,
}
