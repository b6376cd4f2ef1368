"""Quotation marks and brackets with nothing inside, and bounds without a number: 达到以上."""

from __future__ import annotations

from speechlint.views.blanks.slot import Place, Slot, Test
from speechlint.views.blanks.words import is_latin, onward, words

_PAIRS = dict(zip("“‘《〈「『（(【〔［[", "”’》〉」』）)】〕］]", strict=True))
_SPOKEN_OF = words("引号 书名号 括号 符号")
_ASKED = words("达到 达 增长 提高到 下降到 控制在 保持在 稳定在 增加到 降至 降到 约")


def hollow(place: Place) -> Slot | None:
    """Find a pair of marks that lost what it held."""
    end = onward(place.text, place.end)
    if not place.text.startswith(_PAIRS[place.unit], end):
        return None
    # A box to tick, a call of a function, and marks that are meant themselves.
    before = place.text[place.at - 1 : place.at]
    ticked = place.unit in "([" and (not before or is_latin(before))
    spoken_of = place.text.endswith(_SPOKEN_OF, 0, place.at)
    return None if ticked or spoken_of else Slot(place.at, end + 1, unit=False)


def bound(place: Place) -> Slot | None:
    """以上, 左右 right after what they would bound."""
    ends = place.after in ("", "，", "。", "；", "、")
    return place.slot() if ends and place.follows(_ASKED) else None


TESTS: dict[str, Test] = {
    **dict.fromkeys(("以上", "以下", "以内", "左右"), bound),
    **dict.fromkeys(_PAIRS, hollow),
}
