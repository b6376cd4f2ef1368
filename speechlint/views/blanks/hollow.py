"""Quotation marks and brackets with nothing inside, and bounds without a number: 达到以上."""

from __future__ import annotations

from speechlint.regexes import any_of, regex
from speechlint.views.blanks.slot import Place, Slot, Test
from speechlint.views.blanks.words import is_latin, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_PAIRS = words("“” ‘’ 《》 〈〉 「」 『』 （） () 【】 〔〕 ［］ []")
_OPENED = any_of(pair[0] + c for pair in _PAIRS for c in (pair[1], " ", "\u3000"))
_HOLLOW = "|".join(rf"\{p[0]}[ \u3000\u00a0\t]*\{p[1]}" for p in _PAIRS)
_SPOKEN_OF = words("引号 书名号 括号 符号")
_ASKED = words("达到 达 增长 提高到 下降到 控制在 保持在 稳定在 增加到 降至 降到 约")


def find(text: str) -> Iterator[Slot]:
    """Yield pairs of marks that lost what they held."""
    if _OPENED.search(text):
        for match in regex(_HOLLOW).finditer(text):
            start = match.start()
            # A box to tick, a call of a function, and marks that are meant themselves.
            ticked = text[start] in "([" and (start == 0 or is_latin(text[start - 1]))
            if not ticked and not text.endswith(_SPOKEN_OF, 0, start):
                yield Slot(start, match.end(), unit=False)


def bound(place: Place) -> Slot | None:
    """以上, 左右 right after what they would bound."""
    ends = place.after in ("", "，", "。", "；", "、")
    return place.slot() if ends and place.follows(_ASKED) else None


TESTS: dict[str, Test] = dict.fromkeys(("以上", "以下", "以内", "左右"), bound)
