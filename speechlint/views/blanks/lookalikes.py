"""What is written like a mask and is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from speechlint.views.blanks.words import (
    DIGITS,
    MASKS,
    NOUNS,
    SPACES,
    UNITS,
    back,
    is_han,
    is_latin,
    onward,
)

# Words that begin with the letter X itself, and what the letter names in science.
_LETTER_WORDS = (
    *("光", "射线", "线机", "线片", "线检", "线摄", "轴", "染色", "型", "形", "坐标", "刀", "波"),
    *("荧", "衍射", "证书", "平台", "理论", "因素", "档案", "世代", "变量", "连锁", "综合征", "基因"),
    *("方向", "战警", "值", "企划", "单抗"),
)
_ABBREVIATIONS = ("GDP", "CPI", "PPI", "R&D", "FDI")
# What says that a mask is spoken of, or that a law with its own blanks is quoted.
_SAMPLE = re.compile("格式|式样|样式|样例|范例|写作|写成|写为|标注为|(?<!书)记作|表示为|标题一般")
_LAW = re.compile("法》|条例》|规定》|办法》|规则》|章程》|法律|法规|法条|条款")
# Policies of the form “数据要素×”: the cross stands between two trades.
_TRADES = (
    *("要素", "数据", "智能", "科技", "金融", "文旅", "旅游", "文化", "体育", "农业", "工业", "制造"),
    *("医疗", "健康", "教育", "交通", "商业", "电商", "物流", "联网", "赛事", "演艺", "非遗", "生态"),
    *("能源", "空间", "场景", "算力", "技术", "人才", "资本", "标准", "品牌", "设计", "创意", "产业"),
    *("消费", "美食", "影视", "音乐", "乡村", "低空", "机器人", "航天", "信息", "产品", "直播", "会展"),
    *("康养", "研学", "节庆", "票根", "百业", "千企", "模型", "平台", "绿色", "数字", "阅读", "艺术"),
)
_SINGLES = re.compile("(?<![A-Za-z0-9])[XxＸ×*]+(?![A-Za-z0-9])")
_MEASURES_OF_SPACE = "长宽高深厚径积价量率数"
# After these a name follows, not a factor.
_ASKS_FOR_NAME = "在来对为到于向从由把将请是全我强和与及共省市县区了给让被经、，。；：“《（("
_SURNAMES = frozenset(
    "张王李刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡"
    "贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段章"
    "钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞鲁葛伍韦申尤毕聂焦向柳邢岳齐梅莫"
)
_CASE = re.compile("案|违纪|违法|通报|受贿|贪|查处|落马|曝光|犯罪|嫌疑|被告|原告|驾驶|肇事|患者|诈骗")


def cited(text: str, start: int) -> bool:
    """Say whether the mask at `start` belongs to a pattern or a law that is quoted."""
    quote = text.rfind("“", 0, start)
    if quote >= 0 and text.rfind("”", 0, start) < quote:
        lead = text[max(0, quote - 16) : quote]
        if _SAMPLE.search(lead) or _LAW.search(lead):
            return True
    return bool(_SAMPLE.search(text, max(0, start - 12), start))


def is_letter(text: str, start: int, end: int) -> bool:
    """Say whether a run of X is a letter of a word, a variable, a model, a Roman numeral."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if is_latin(after) or (after and after in "=＝<>＜＞≥≤²³+＋"):
        return True
    if is_latin(before):
        return not (text.startswith(UNITS, end) and text.endswith(_ABBREVIATIONS, 0, start))
    if before and before in DIGITS:  # 1X%: the rest of a number is masked
        return not text.startswith((*UNITS, *"个家名项户人件元"), end)
    if before and before in "+＋=＝÷/／" and not (before in "/／" and text[start - 2 : start - 1] in MASKS):
        return True
    if before in ("-", "—", "－") and is_latin(far := text[start - 2 : start - 1]) and far not in MASKS:
        return True
    ranged = text[end + 1 : end + 2] in MASKS
    if not ranged and after in ("-", "—", "－", "–") and (is_latin(text[end + 1 : end + 2]) or text.startswith("射", end + 1)):
        return True
    if _factor(text, start, end) or _in_genetics(text, start, end) or _roman(text, start, end):
        return True
    return end - start == 1 and _single(text, start, end)


def _single(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if after in ("”", "’") and before not in ("“", "‘") and not _many(text):  # “创新X”
        return True
    if (after and after in DIGITS) or (text.startswith(_LETTER_WORDS, end) and not text.startswith("值班", end)):
        return True
    if text.startswith("线", end) and not text.startswith(("线路", "线上", "线下", "线城"), end):
        return True
    if text.endswith(("平台", "社交媒体", "推特"), 0, start):
        return True
    if text.startswith(("（行", "(行"), end):  # the number of a train
        return True
    left, right = back(text, start), onward(text, end)
    if left < start - 1 and left >= 0 and is_latin(text[left]):  # Model X
        return not text.startswith(NOUNS, right)
    return right > end and right < len(text) and is_latin(text[right])  # X Window


def _many(text: str) -> bool:
    """Say whether a text is masked all over: then a doubtful X is one more mask."""
    return len(_SINGLES.findall(text)) > 2


def _factor(text: str, start: int, end: int) -> bool:
    """Say whether it stands between two numbers: 5 x 5."""
    left, right = back(text, start), onward(text, end)
    return 0 <= left and right < len(text) and text[left] in DIGITS and text[right] in DIGITS


def _in_genetics(text: str, start: int, end: int) -> bool:
    return end - start < 3 and "染色体" in text[max(0, start - 12) : end + 12]


def _roman(text: str, start: int, end: int) -> bool:
    """Say whether XX is twenty: others of the kind stand in the text."""
    return (
        text[start - 1 : start] == "第"
        and text[start] == "X"
        and re.search("第[IVX]*[IV][IVX]*[届章节卷部]", text) is not None
    )


def is_cross(text: str, at: int) -> bool:
    """Say whether a single × multiplies, joins two trades, or is the opposite of a tick."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before.strip() or not after.strip() or is_latin(before) or is_latin(after):
        left, right = back(text, at), onward(text, at + 1)
        near = (text[left : left + 1] if left >= 0 else "", text[right : right + 1])
        spaced = before in SPACES and bool(before) and all(c and is_han(c) for c in near)
        if not spaced:
            return not (text.startswith(NOUNS, at + 1) and not is_latin(before))
    if before in DIGITS or after in DIGITS:
        return not (before in DIGITS and text.startswith(UNITS, at + 1))
    if after in "”’』」" and before not in "“‘『「":
        return True
    if before in "“‘" and (after in "”’") and text[at - 2 : at - 1] in tuple("打画标划√"):
        return True
    if text.endswith(_TRADES, 0, at):
        return not text.startswith(UNITS, at + 1)
    if before in _MEASURES_OF_SPACE and after in _MEASURES_OF_SPACE + "单":
        return True
    if text.startswith(NOUNS, at + 1):
        return before in _MEASURES_OF_SPACE and not text.startswith(UNITS, at + 1)
    if before in _ASKS_FOR_NAME or (_many(text) and not text.startswith(_TRADES, at + 1)):
        return False
    return is_han(before) and is_han(after) and after not in "的等"


def emphasis(text: str) -> Iterable[tuple[int, int]]:
    """Return the marks of **emphasis**, left over from Markdown: pairs around a whole phrase."""
    marks = [m.span() for m in re.finditer(r"(?<!\*)\*{2,3}(?!\*)", text)]
    found: list[tuple[int, int]] = []
    for opening, closing in zip(marks, marks[1:]):
        if found and found[-1] == opening:
            continue
        inner = text[opening[1] : closing[0]]
        before, after = text[opening[0] - 1 : opening[0]], text[closing[1] : closing[1] + 1]
        opens = not before or not is_han(before)
        closes = not after or not is_han(after) or inner[-1:] in tuple("：:。")
        phrase = len(inner) > 1 and inner[0] not in SPACES + "”’，。、）》" and inner[-1] not in "、，和与及“‘（《"
        if opens and closes and phrase:
            found += [opening, closing]
    return found


def is_somebody(text: str, start: int, end: int) -> bool:
    """Say whether 某 is meant: 某些, 张某, “某某人”, 某市 in a case that is told."""
    if text.startswith((*UNITS, *"个名项户家件座所亩"), end) and not text.startswith("个人", end):
        return text.startswith(("项", "个", "家", "户"), end) and end - start == 1
    told = _CASE.search(text, max(0, start - 20), end + 20) is not None
    before = text[start - 1 : start]
    if before in _SURNAMES:
        return told or not text.startswith(("同志", "书记", "主任", "局长", "县长", "市长", "镇长", "副"), end)
    if end - start > 1:
        return told or text.startswith(("人", "事", "些", "种", "的人"), end)
    if told or not text.startswith(("省", "市", "县", "区", "镇", "乡"), end):
        return True
    follows = text[end + 1 : end + 3]
    return not (follows.startswith(("委", "长")) or follows in ("人民", "政府", "人大", "政协"))
