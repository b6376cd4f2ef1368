"""What a text says about its masks: patterns that are cited, emphasis, persons of a case."""

from __future__ import annotations

import itertools

from speechlint.regexes import regex
from speechlint.views.blanks.words import SPACES, UNITS, is_han, words

# How far before a mask the words are looked for that introduce it.
_NEAR = 80


# What says that a mask is itself spoken of.
_SAMPLE = "格式|式样|样式|样例|范例|写作|写成|写为|标注为|(?<!书)记作|表示为|标题一般"
_LAW = "法》|条例》|规定》|办法》|规则》|章程》|法律|法规|法条|条款"
_CASE = "(?<![方档议提教草预备答个文图])案|违纪|违法|通报(?!了?[^，。]{0,8}(?:情况|形势|进展|精神))|受贿|贪|查[处办获封]|被查|审查调查|落马|曝光|犯罪|嫌疑|被告|原告|驾驶|肇事|患者|诈骗"


def cited(text: str, start: int) -> bool:
    """Say whether the mask at `start` belongs to a pattern or a law that is quoted."""
    near = max(0, start - _NEAR)
    quote = text.rfind("“", near, start)
    if quote >= 0 and text.rfind("”", near, start) < quote:
        lead = text[max(0, quote - 16) : quote]
        if regex(_SAMPLE).search(lead) or regex(_LAW).search(lead):
            return True
    return bool(regex(_SAMPLE).search(text, max(0, start - 12), start))


def emphasis(text: str) -> frozenset[int]:
    """Return where the marks of **emphasis** begin, left over from Markdown.

    They stand in pairs around a phrase; “县**镇**村” is two masks.
    """
    marks = [match.span() for match in regex(r"(?<!\*)\*{2,3}(?!\*)").finditer(text)]
    found: set[int] = set()
    for opening, closing in itertools.pairwise(marks):
        if opening[0] not in found and _emphasised(text, opening, closing):
            found |= {opening[0], closing[0]}
    return frozenset(found)


def _emphasised(text: str, opening: tuple[int, int], closing: tuple[int, int]) -> bool:
    inner = text[opening[1] : closing[0]]
    before, after = text[opening[0] - 1 : opening[0]], text[closing[1] : closing[1] + 1]
    if is_han(before) or (is_han(after) and inner[-1] not in "：:。"):
        return False
    whole = inner[0] not in "”’，。、）》" and inner[-1] not in "、，和与及“‘（《"
    return len(inner) > 1 and inner[0] not in SPACES and whole


_SURNAMES = frozenset(
    "张王李刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡"
    "贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段章"
    "钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞鲁葛伍韦申尤毕聂焦向柳邢岳齐梅莫"
)
_TITLES = words("同志 书记 主任 局长 县长 市长 镇长 副")
_PLACES = tuple("省市县区镇乡")
_AUTHORITIES = words("委 长 人民 政府 人大 政协")


def is_somebody(text: str, start: int, end: int) -> bool:
    """Say whether 某 is meant: 某些, 张某, “某某人”, 某市 in a case that is told."""
    if "月" in text[start:end]:
        return False
    if text.startswith((*UNITS, *("个项名件座所亩" if end - start > 1 else "")), end):
        return False
    told = regex(_CASE).search(text, max(0, start - 20), end + 20) is not None
    if text[start - 1 : start] in _SURNAMES:
        return told or not text.startswith(_TITLES, end)
    if end - start > 1:
        return told or text.startswith(("人", "事", "些", "种", "的人"), end)
    if told or not text.startswith(_PLACES, end):
        return True
    return not text.startswith(_AUTHORITIES, end + 1)  # 某市委, not 某市
