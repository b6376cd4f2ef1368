"""Dates and ages whose numbers vanished: 于年月日, 2024年月5日, 到年，, 年满岁."""

from __future__ import annotations

from speechlint.views.blanks.slot import QUANTITY, STOPS, Place, Slot, Test
from speechlint.views.blanks.spans import span_of_years
from speechlint.views.blanks.words import DIGITS, NUMERALS, SPACES, is_han, words

_SINCE = words("到 至 自 从 于 在 截至 截止")
_NUMBER = DIGITS | NUMERALS
_ROOM = SPACES | {"_"}
# 日 begins words of its own: 8月日本, 月日均.
_DAY_WORDS = tuple(f"日{c}" for c in "本方前内均用产军元益常夜韩美趋")
_YEAR_WORDS = tuple("初末中内度产均轻货终关")
_AGED = words("年满 未满 不满 年龄 超过 高龄 平均 达到 提高 到 至")


def year(place: Place) -> Slot | None:
    if place.after in _ROOM:
        return _spaced(place)
    if 0 <= place.left < place.at - 2 and _begins(place) and not place.precedes(_YEAR_WORDS):
        return Slot(place.left + 1, place.end)
    if place.precedes("月"):
        return _year_and_month(place)
    return _lone_year(place) or span_of_years(place)


def _room(text: str, at: int) -> int:
    while at < len(text) and text[at] in _ROOM:
        at += 1
    return at


def _spaced(place: Place) -> Slot | None:
    """年　月　日, with room left for the numbers."""
    text, month = place.text, _room(place.text, place.end)
    if not text.startswith("月", month):
        return None
    day = _room(text, month + 1)
    return Slot(place.at, day + 1 if text.startswith("日", day) else month + 1)


def _year_and_month(place: Place) -> Slot | None:
    """今年月, 2024年月5日, 于年月日."""
    dated = place.precedes("日", 1)
    length = 2 if dated else 1
    if place.c in _NUMBER or place.c in tuple("今去明前后当同"):
        beyond = place.text[place.end + 1 : place.end + 2]
        calendar = (
            dated
            or place.stops(1)
            or beyond in DIGITS
            or place.precedes(("底", "初", "份", "中旬"), 1)
        )
        return place.without_room(length) if calendar else None
    return place.slot(length) if dated and _begins(place) else None


def _begins(place: Place) -> bool:
    """Say whether a date would begin here: after a mark, or after 于, 截至 and the like."""
    return place.left < 0 or place.c in STOPS or place.follows(_SINCE)


def _lone_year(place: Place) -> Slot | None:
    """Find a year of which only its last word is left."""
    c, after = place.c, place.after
    if after in DIGITS and c in ("—", "（", "("):  # ——年1月26日
        return place.without_room()
    if c in DIGITS and place.precedes(("日在", "日，", "日）")):  # 2026年日
        return place.without_room(1)
    if (after == "的" and c in tuple("从到比由较自")) or (
        c in ("比", "较") and after in tuple("增减提下上降多少末")
    ):
        return place.slot()
    if c in ("", "。", "！", "；") and place.precedes(("是", "以来", "全", "我")):
        return Slot(place.at, place.at + 2)
    if c in ("", "。", "！", "；", "？", "，", "："):
        return Slot(place.at, place.at + 2) if after in ("，", "至", "—") else None
    if is_han(c) and place.follows(_SINCE) and after in tuple("，、至—-"):
        return place.slot()
    return None


def month(place: Place) -> Slot | None:
    """截至月底 is said; 至月份, 月日 are not."""
    day = _room(place.text, place.end)
    if place.text.startswith("日", day):
        return _month_and_day(place, day)
    ranged = place.c in ("至", "—", "-", "－") and place.precedes(("份", "，"))
    if ranged and place.text[place.left - 1 : place.left] in _NUMBER | {"月"}:
        return place.without_room()
    return None


def _month_and_day(place: Place, day: int) -> Slot | None:
    if place.text.startswith(_DAY_WORDS, day):
        return None
    if _begins(place) or place.follows(("的", "是")):
        return place.slot(day + 1 - place.end)
    if place.c in DIGITS:
        return Slot(place.left, day + 1)
    if day > place.at + 1 and not is_han(place.c) and place.c not in QUANTITY:
        return Slot(place.at, day + 1)
    return None


def age(place: Place) -> Slot | None:
    """岁, where an age is asked for; 年岁, 太岁, 岁月 are words."""
    if place.c in QUANTITY or place.c in tuple("周守年太去旧新辞贺"):
        return None
    if place.precedes(("以上", "以下")):
        return place.slot(2)
    ends = place.stops() or place.precedes(("的", "老"))
    return place.slot() if ends and place.follows(_AGED) else None


TESTS: dict[str, Test] = {"年": year, "月": month, "岁": age}
