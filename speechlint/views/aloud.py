"""A text as it is read aloud: “2024年增长12.5%” is “二〇二四年增长百分之十二点五”."""

from __future__ import annotations

from speechlint import numerals
from speechlint.regexes import IGNORECASE, regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_NARROW = str.maketrans("０１２３４５６７８９．％－＋", "0123456789.%-+")
_DIGITS = dict(zip("0123456789", "零一二三四五六七八九", strict=True))
_CODE = 8  # so many digits without a separator are no quantity: a telephone, a number of a card
_LONGEST = 16  # beyond 亿亿 nobody says a number in words
_JOIN = r"[-—–~～至到、和]{1,2}"
# Not \d: digits of other scripts are letters here.
_TOKEN = (
    rf"(?P<year>(?<![0-9])(?:1[5-9]|20)[0-9][0-9](?=年|{_JOIN}(?:(?:1[5-9]|20)[0-9][0-9]|[0-9][0-9])年))"
    r"|(?P<line>(?<![0-9.])[0-9]{3,5}(?=(?:政务服务|政府服务|市民服务|便民)?(?:热线|平台)))"
    r"|(?<![0-9./])(?P<part>[0-9]+)/(?P<whole>[0-9]+)(?![0-9/])"
    r"|(?P<minus>(?<![\w%年月日])-(?=[0-9]))"
    r"|(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)*)(?P<per>[%‰])?"
    r"|(?P<to>(?<=[0-9%年月日万亿元])(?:[-~～]|[—–]{1,2})(?=[0-9]))"
    r"|(?P<sign>(?<=[0-9])[:：](?=[0-9])|(?<=[\w”])\+(?=[\w“])|(?<=[\u4e00-\u9fff])/(?=[\u4e00-\u9fff])|℃|×(?=[0-9]))"
    r"|(?P<ring>[①-⑳])"
)
_SIGNS = {":": "比", "：": "比", "+": "加", "/": "每", "℃": "摄氏度", "×": "乘"}
_HAN = "[\u3400-\u4dbf\u4e00-\u9fff〇\U00020000-\U0003ffff]"
_LATIN = "[A-Za-z]+"
_VOWELS = "[aeiouy]+"


def spoken(text: str) -> str:
    """Return a text with its numbers and signs in words, one character a syllable."""
    return regex(_TOKEN).sub(_said, text.translate(_NARROW))


def syllables(text: str) -> int:
    """Return how many syllables a text has when it is read aloud; punctuation has none."""
    if not text.isascii() and not regex(r"\d|[①-⑳℃+/A-Za-z]").search(text):
        return len(regex(_HAN).findall(text))
    said = spoken(text)
    return len(regex(_HAN).findall(said)) + sum(map(_foreign, regex(_LATIN).findall(said)))


def _said(match: re.Match[str]) -> str:
    kind = match.lastgroup
    if kind in ("year", "line"):
        return _by_digit(match[0]).replace("零", "〇" if kind == "year" else "零")
    if kind == "whole":
        return f"{_number(match['whole'])}分之{_number(match['part'])}"
    if kind in ("number", "per"):
        per = {"%": "百分之", "‰": "千分之"}.get(match["per"] or "", "")
        return per + _number(match["number"])
    if kind == "ring":
        return numerals.spell(ord(match[0]) - ord("①") + 1)
    if kind == "sign":
        return _SIGNS[match[0]]
    return "负" if kind == "minus" else "至"


def _number(digits: str) -> str:
    whole, *rest = digits.replace(",", "").split(".")
    coded = len(whole) > 1 and whole[0] == "0"
    coded = coded or (len(whole) >= _CODE and "," not in digits) or len(whole) > _LONGEST
    said = _by_digit(whole) if coded else _spelled(int(whole))
    return "点".join([said, *map(_by_digit, rest)])


def _by_digit(digits: str) -> str:
    return "".join(_DIGITS[digit] for digit in digits)


def _spelled(number: int) -> str:
    """Return a number in words: 10500 is 一万零五百."""
    if number == 0:
        return "零"
    said = ""
    for unit, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = number // unit if unit == 10**8 else number // unit % 10**4
        if part:
            gap = "零" if said and part < 1000 else ""
            said += gap + (_spelled(part) if part >= 10**4 else numerals.spell(part)) + name
    return said


def _foreign(word: str) -> int:
    """Return the syllables of a Latin word; one in capitals is read letter by letter."""
    if word.isupper() or len(word) == 1:
        return len(word)
    return max(len(regex(_VOWELS, IGNORECASE).findall(word)), 1)
