"""The Chinese characters around a place."""

from __future__ import annotations


def around(text: str, start: int, end: int, reach: int) -> tuple[str, str]:
    """Return the characters before and after, to the next that is not Chinese or `reach` of them."""
    left, right = start, end
    least, most = max(0, start - reach), min(len(text), end + reach)
    while left > least and "\u4e00" <= text[left - 1] <= "\u9fff":
        left -= 1
    while right < most and "\u4e00" <= text[right] <= "\u9fff":
        right += 1
    return text[left:start], text[end:right]


def is_han(character: str) -> bool:
    """Say whether it is a Chinese character."""
    return "\u4e00" <= character <= "\u9fff"
