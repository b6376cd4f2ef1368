"""Quotation marks and brackets with nothing inside, and amounts without their number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from speechlint.views.blanks.slot import Slot
from speechlint.views.blanks.words import SPACES, is_latin

_PAIRS = ("“”", "‘’", "《》", "〈〉", "「」", "『』", "（）", "()", "【】", "〔〕", "［］", "[]")
_OPENED = tuple(pair[0] + c for pair in _PAIRS for c in (pair[1], " ", "\u3000"))
_ASKED = ("达到", "达", "增长", "提高到", "下降到", "控制在", "保持在", "稳定在", "增加到", "降至", "降到", "约")
_BOUNDS = ("以上", "以下", "以内", "左右")


@lru_cache(maxsize=None)
def _pattern() -> re.Pattern[str]:
    each = (f"{re.escape(a)}[{SPACES}]*{re.escape(b)}" for a, b in _PAIRS)
    return re.compile("|".join(each))


def find(text: str) -> Iterator[Slot]:
    """Yield pairs of marks that lost what they held, and bounds without a number."""
    if any(opened in text for opened in _OPENED):
        for match in _pattern().finditer(text):
            if not _spoken_of(text, match.start(), match.end()):
                yield Slot(match.start(), match.end(), unit=False)
    for bound in _BOUNDS:
        at = text.find(bound)
        while at >= 0:
            if text.endswith(_ASKED, 0, at) and text[at + 2 : at + 3] in ("，", "。", "；", "、", ""):
                yield Slot(max(at - 2, 0), at + 2)
            at = text.find(bound, at + 1)


def _spoken_of(text: str, start: int, end: int) -> bool:
    """Say whether the marks are a call, a box to tick, a question of a test, or meant themselves."""
    if text[start] in "([" and (start == 0 or is_latin(text[start - 1])):
        return True
    return text.endswith(("引号", "书名号", "括号", "方括号", "符号"), 0, start)
