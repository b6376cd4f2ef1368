"""The digits of a number, Arabic or Chinese."""

from __future__ import annotations

from speechlint import numerals

_PLAIN = str.maketrans("０１２３４５６７８９．", "0123456789.")
_SCALES = {
    "万亿": 10**12,
    "千亿": 10**11,
    "百亿": 10**10,
    "亿": 10**8,
    "千万": 10**7,
    "百万": 10**6,
    "十万": 10**5,
    "万": 10**4,
    "千": 1000,
    "百": 100,
}
ONES = {char: (n, 0, 1) for n, char in enumerate("零一二三四五六七八九十")}
FIRSTS = frozenset(word[0] for word in _SCALES)  # what a scale word begins with


# Digits, decimals, scale: the number digits / 10**decimals * scale, as it is printed.
Number = tuple[int, int, int]


def arabic(text: str) -> Number:
    """Read 1234, 1,234, 12.50 or １２．５."""
    if text.isdigit():
        return int(text), 0, 1
    whole, _, decimals = text.translate(_PLAIN).replace(",", "").partition(".")
    return int(whole + decimals), len(decimals), 1


def scale_at(text: str, start: int) -> str:
    """Return the scale word that stands at `start` (万, 亿, 千万 …), or nothing."""
    for length in (2, 1):
        word = text[start : start + length]
        if word in _SCALES:
            return word
    return ""


def scaled(number: Number, word: str) -> Number:
    """Return the number with the scale that a word says."""
    return number[0], number[1], number[2] * _SCALES[word]


def chinese(text: str) -> Number:
    """Read 三十五, 两千三百万, 一亿二千万, 五点二, 二点五亿.

    Raise ValueError for anything else.
    """
    if text in ONES:
        return ONES[text]
    word = next((w for w in ("万亿", "亿", "万") if text.endswith(w)), "")
    scale = _SCALES[word] if word else 1
    whole, dot, decimals = (text[: -len(word)] if word else text).partition("点")
    if dot:
        fraction = "".join(str(numerals.parse(c)) for c in decimals)
        return int(f"{numerals.parse(whole)}{fraction}"), len(fraction), scale
    return _whole(whole, scale), 0, scale


def _whole(text: str, scale: int) -> int:
    """Read a whole number in units of `scale`; 万 and 亿 may stand inside."""
    total = 0
    for word in ("亿", "万"):
        head, found, rest = text.partition(word)
        if found and _SCALES[word] > scale:
            total += numerals.parse(head) * (_SCALES[word] // scale)
            text = rest.lstrip("零")
            if not text:
                return total
    return total + numerals.parse(text)


def bare(text: str) -> bool:
    """Say whether Chinese digits stand side by side: a year (二〇二四) or a guess (三五个)."""
    return len(text) > 1 and not any(c in "十百千万亿点" for c in text)


def is_year(text: str) -> bool:
    """Say whether a number before 年 is that of a year: 2024, 98."""
    return text.isdigit() and (len(text) == 4 or text.startswith(("0", "０")) or int(text) >= 50)
