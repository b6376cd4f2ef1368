"""What asterisks are in Chinese Markdown: emphasis, or a number nobody filled in."""

from __future__ import annotations

from speechlint.regexes import regex

# What stands behind a blank: 投资**亿元, 安排**个项目, but not **个人**, **项目** or **年度**.
_UNIT = (
    r"(?:[%％]|[万亿]{0,2}(?:元(?!旦)|亩|吨|平方|公里|千瓦)|个(?![人体性别税])|家(?![庭园具电政长乡国校风])"
    r"|项(?!目)|名(?![录单牌优义称])|户(?![籍外口均主型])|人(?![民才员均口大力文工居们生社事身家防])"
    r"|[年月日](?=[月日份底末初上前后内起止至到，。；、）*\s\d]|$))"
)
# Before it stands a word; a numeral or “每” needs no number behind it (**三**个, **每**年).
_WORD = r"[^\W\d_A-Za-z一二三四五六七八九十百千万亿两几多半数第这那各每哪整某本上下首头]"
_YEAR = r"(?<![\d*])(?:19|20)"
_OPENING = dict(zip("“‘《〈（【〔「『", "”’》〉）】〕」』", strict=True))
_CLOSING = frozenset("”’》〉）】〕」』，。；：！？、…")


def blank(text: str, start: int, end: int) -> bool:
    """Say whether the asterisks of a span stand for a number, so that they are no emphasis."""
    if not regex(_UNIT).match(text, end):
        return False
    before = text[max(0, start - 3) : start]
    if not before.strip() or before[-1] in "年月日":
        return text[end + 1 : end + 2] == "*" or before[-1:] in tuple("年月日")
    return bool(regex(_WORD).match(before[-1]) or regex(rf"{_YEAR}$").search(before))


def opens(text: str, start: int, end: int) -> bool:
    """Say whether emphasis begins before a quotation mark or bracket: 落实**“三同时”**制度.

    CommonMark sees punctuation behind a word, and no emphasis; its writers meant one.
    """
    closing = _OPENING.get(text[end : end + 1])
    if closing is None:
        return False
    partner = text.find(text[start:end], end)
    inside = text[end:partner]
    if partner < 0 or text[end] in "“‘《":  # these stand behind no number
        return partner >= 0
    return inside.count(text[end]) == inside.count(closing) > 0


def closes(text: str, start: int, end: int) -> bool:
    """Say whether emphasis ends behind a mark, a word behind it: **一要快。**各县要抓紧."""
    opener = text.rfind(text[start:end], 0, start)
    inside = text[opener + end - start : start]
    if opener < 0 or not inside or inside[-1] not in _CLOSING or inside[0].isspace():
        return False
    return all(inside.count(a) == inside.count(b) for a, b in _OPENING.items())
