"""Chinese numerals, as markers and counts use them: 一 … 九千九百九十九."""

from __future__ import annotations

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


def parse(text: str) -> int:
    """Return the value of a whole number in Chinese or Arabic digits.

    Raise ValueError for anything else ("十百", "" or a number of ten thousand and more
    in Chinese). A run of bare digits is read by place: "二〇二四" is 2024.
    """
    if text.isdigit() and text.isascii():
        return int(text)
    if (plain := text.translate(_FULL_WIDTH)).isascii() and plain.isdigit():
        return int(plain)
    if len(text) > 1 and all(c in _DIGITS and c != "两" for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, digit, scale = 0, -1, 10_000
    for c in text:
        if c in _TENS:
            if _TENS[c] >= scale or (digit <= 0 and not (c == "十" and digit < 0)):
                raise ValueError(text)
            scale = _TENS[c]
            total += (digit if digit > 0 else 1) * scale
            digit = -1
        elif c in _DIGITS and digit <= 0:
            digit = _DIGITS[c]
        else:
            raise ValueError(text)
    if not text or (digit < 0 and scale == 10_000):
        raise ValueError(text)
    return total + max(digit, 0)


def spell(number: int) -> str:
    """Return 1 … 9999 in Chinese numerals, ten as 十 and not 一十."""
    if not 0 < number < 10_000:
        raise ValueError(number)
    out, skipped = "", False
    for scale, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            out += ("零" if skipped and out else "") + "零一二三四五六七八九"[digit] + unit
            skipped = False
        else:
            skipped = True
    return out[1:] if out.startswith("一十") else out
