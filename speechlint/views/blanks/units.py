"""Units that cannot stand without a number: %, 个百分点, 元, 公里, 小时."""

from __future__ import annotations

from speechlint.views.blanks.slot import QUANTITY, STOPS, Place, Slot, Test, hedged
from speechlint.views.blanks.words import back, is_han, words

# 元 ends many words; only after these it is money.
_MONEY = words(
    "达到 达 约 不足 仅 超过 共计 合计 累计 人均 每人 每亩 每户 每月 每年 收入 资金 投资 补贴 "
    "补助 贷款 增收 标准 金额 总额 产值 利润 税收 价格 工资 费用 奖金 奖励 存款 节约 损失 经费 "
    "救助金 养老金 节支 分红 每吨 每公斤 每斤 每天 每平方米 增加 提高 给予 到 至 降低"
)
_FINE = "方每海按用以单论华英车人吨位是"
_MOVES = words("提高 增加 上升 上涨 调整 降 涨 升 调")
_RISES = words("提高 提升 下降 上升 降低 回落 扩大 收窄 增加 加快 回升 高于 低于")
_GROWS = words("增长 提高 增加 提升 扩大 的 超过 达到")
_LASTS = words("至 到 达 实行 实现 超过 不足 用时 提供")


def percent(place: Place) -> Slot | None:
    if place.left < 0 or place.counted:
        return None
    if is_han(place.c):
        named = place.c in "用号以" or place.precedes(("表示", "计算", "为单位"))
        title = len(place.text) < 13 and place.at == len(place.text) - 1
        return None if named or title else place.slot()
    if place.c in "、—-" and place.left and place.stops():  # 10%、%
        return place.without_room()
    return None


def point(place: Place) -> Slot | None:
    """个百分点, and 百分点 without its 个."""
    if place.c != "个":
        lost = place.follows(_RISES) and place.stops()
        return place.slot(sure=False) if lost else None
    before = Place(place.text, place.left, "个")
    if before.counted or not (is_han(before.c) or before.c in ("", "，", "、")):
        return None
    return before.slot(len(place.unit))


def part(place: Place) -> Slot | None:
    """百分之 and 三分之, with no number after."""
    if place.c not in tuple("百千万二三四五六七八九十"):
        return None
    lost = place.after in {"", *STOPS} or place.precedes(("的", "以上", "左右"))
    return place.without_room(len(place.after)) if lost else None


def money(place: Place) -> Slot | None:
    if place.c in ("余", "多"):
        lost = place.stops() and hedged(place.text, place.left)
        return Place(place.text, place.left, place.c).slot(1) if lost else None
    if place.left < 0 or place.counted:
        return None
    if place.precedes(_MOVES):  # 由每人每年元提高到
        return place.slot() if place.follows(("从", "由", "每年", "每月", "每人", "每亩")) else None
    return place.slot() if place.stops() and place.follows(_MONEY) else None


def _physical(fine: str, unlike: str = "") -> Test:
    """Return the test of units of length, area or weight.

    No number is missing after the characters of `fine`. A unit that has no other use than with
    a number, but in the words that end in `unlike`, need not be the last word of its amount.
    """
    others = words(unlike)

    def test(place: Place) -> Slot | None:
        if place.c in ("余", "多"):
            return place.rough() if place.stops() else None
        if place.c in fine or not (is_han(place.c) or place.c == "”"):
            return None
        if place.c in QUANTITY and place.c != "”":
            return None
        ends = not place.precedes(others) if others else place.stops()
        return place.slot() if ends else None

    return test


def hours(place: Place) -> Slot | None:
    """小时, where a number of hours is asked for; 小时候 is another word."""
    if not (is_han(place.c) or place.c in ("“", "”", "、")):
        return None
    if place.c in QUANTITY and place.c != "”":
        return None
    asked = place.follows(_LASTS) and not place.precedes(("候", "工", "数"))
    circle = place.text.find("圈", place.at, place.at + 6) > 0 and place.c not in "个每"
    return place.slot() if asked or circle else None


def times(place: Place) -> Slot | None:
    """倍, where the growth it measures has no number."""
    lost = (place.stops() or place.precedes("多")) and place.follows(_GROWS)
    return place.slot() if lost else None


def number(place: Place) -> Slot | None:
    """〔2023〕号, the number of a document, and the number of a metro line."""
    beyond = place.text[back(place.text, place.left)] if place.left > 0 else ""
    if place.c in ("〕", "]", "］") and beyond not in ("", "〔", "[", "［"):
        return place.without_room()
    if place.precedes("线") and place.c in ("铁", "、", "和"):
        return place.without_room(1)
    return None


def particles(place: Place) -> Slot | None:
    """PM浓度, for PM2.5浓度."""
    return Slot(place.at, place.end)


TESTS: dict[str, Test] = {
    "%": percent,
    "％": percent,
    "‰": percent,
    "百分点": point,
    "分之": part,
    "元": money,
    "亩": _physical("每按用以论分逐人产良田单户顷垧"),
    "吨": _physical("每按用以论分单总载标净公海重马"),
    **dict.fromkeys(("公里", "公顷", "公斤"), _physical(_FINE, "数 处 桩 碑 标 牌 费")),
    **dict.fromkeys(("平方公里", "平方米", "平方千米", "立方米"), _physical("每按用以是", "数")),
    "小时": hours,
    "倍": times,
    "号": number,
    **dict.fromkeys(words("PM浓度 PM平均 PM年均 PM均值"), particles),
}
