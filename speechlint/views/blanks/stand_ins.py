"""Other characters that stand in for a name or a number: 某某镇, YY公司, ？亿元, 00个."""

from __future__ import annotations

from speechlint.regexes import regex
from speechlint.views.blanks.lookalikes import is_somebody
from speechlint.views.blanks.masks import blank
from speechlint.views.blanks.words import PEOPLE, PLACES, UNITS, is_han, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.views.blanks import Blank

_CAPITALS = tuple("ABCDEFGHIJKLMNOPQRSTUVWYZＯ")
_AFTER_DOUBLE = (*UNITS, *PLACES, *PEOPLE, *words("公司 单位 个 年 月"))
_AFTER_ONE = words("省 市 县 镇 乡 村 同志 书记")
# These stand for a number only right before what asks for one.
_LETTERS = tuple("NYMny")
_SOMEBODY = "(?<!年)某+月某+日|某+"
_INITIALS = r"(?<![A-Za-z0-9/+＋.])(?:([A-WYZＯ])\1+|[A-HJ-MO-WYZ])(?![A-Za-z0-9])"
_FILLER = (
    r"[？?]+|(?<=[\u4e00-\u9fff、， ])"
    r"(?:[—－…]+(?=[%％个公平]|[亿万]元)|(?<![元吨亩度])[~～-](?=[%％]|[亿万]元)|-{2,}|/{2,}|\.{2,}|[NYMnym])(?=[%％个亿万公平])"
)
# ？？家企业, ？？个。: two marks may stand before any measure word, where no question ends.
_ASKED = (
    r"[%％亿万元亩]|个(?![人体别性])|[家名项户所件条台辆座位](?:[，。、；）企以左同民优先代干]|$)"
    r"|人(?:[，。、；）以左次就]|$)"
)
# N处, Y吨: letters before a measure word; 前N名, 第N次 and N次方 are said.
_COUNT = r"(?<=[\u4e00-\u9fff])(?<![第前后多每近这上])[NYMny](?=(?:处|吨|套|辆|座|所|亩|场|项|名(?!单)|户(?![籍外])|家(?![庭乡长国])|件(?!事))[\u4e00-\u9fff、，。；）])"
# 2023年1月？？日
_DAY = "(?<=[0-9]年)[？?]{1,3}(?=月)|(?<=[0-9？?]月)[？?]{1,3}(?=日(?![期子程常历本夜]))"
_ZEROS = r"(?<![\d.,，:：])0{2,}(?:\.0+)?(?!\d)(?!个人)"


def find(text: str) -> Iterator[Blank]:
    """Yield what stands in for a name or a number, not always in order."""
    if "某" in text:
        yield from _somebody(text)
    yield from _initials(text)
    yield from _fillers(text)
    if "00" in text:
        yield from _zeros(text)
    if "****" in text:
        yield from _telephones(text)


def _somebody(text: str) -> Iterator[Blank]:
    for match in regex(_SOMEBODY).finditer(text):
        start, end = match.span()
        if not is_somebody(text, start, end):
            yield blank(text, start, end, sure=end - start > 1)


def _initials(text: str) -> Iterator[Blank]:
    for match in regex(_INITIALS).finditer(text):
        start, end = match.span()
        if text.startswith(_AFTER_DOUBLE if end - start > 1 else _AFTER_ONE, end):
            yield blank(text, start, end, sure=False)


def _fillers(text: str) -> Iterator[Blank]:
    for pattern in (_COUNT, _DAY):
        for match in regex(pattern).finditer(text):
            yield blank(text, *match.span(), sure=match[0] not in _LETTERS)
    for match in regex(_FILLER).finditer(text):
        start, end = match.span()
        before = text[start - 1 : start]
        asked = text.startswith(UNITS, end)
        if match[0] in ("？？", "??") and not asked:
            asked = regex(_ASKED).match(text, end) is not None
        if asked and (is_han(before) or before in ("、", "，", " ")):
            yield blank(text, start, end)


def _zeros(text: str) -> Iterator[Blank]:
    for match in regex(_ZEROS).finditer(text):
        if text.startswith((*UNITS, "个"), match.end()):
            yield blank(text, *match.span())


def _telephones(text: str) -> Iterator[Blank]:
    for match in regex(r"(?<!\d)1[3-9]\d\*{4}\d{4}(?!\d)").finditer(text):
        yield blank(text, *match.span(), sure=False)
