"""The Chinese characters around a place."""

from __future__ import annotations

from speechlint.regexes import regex

_HAN = "[\u4e00-\u9fff]*"


def around(text: str, start: int, end: int, reach: int) -> tuple[str, str]:
    """Return the characters before and after, to the next that is not Chinese or `reach` of them."""
    before = regex(_HAN).match(text[max(0, start - reach) : start][::-1])
    after = regex(_HAN).match(text, end, end + reach)
    return before[0][::-1] if before else "", after[0] if after else ""


def is_han(character: str) -> bool:
    """Say whether it is a Chinese character."""
    return "\u4e00" <= character <= "\u9fff"
