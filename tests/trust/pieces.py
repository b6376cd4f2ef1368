"""What hostile drafts are made of: the rules' own words, and what breaks careless programs."""

from __future__ import annotations

from functools import cache

from speechlint import packs
from speechlint.regexes import regex

# Numbers, marks and quotes that the views take to pieces, and characters seldom thought of.
ODD = (
    "0", "9", "12.5", "1,234", "3.", ".5", "00", "２０２４", "零", "〇", "两", "十", "百", "千", "万",
    "亿", "三千五百", "1.47亿元", "6200万元", "%", "％", "‰", "百分之", "个百分点", "增长", "下降", "倍",
    "成", "约", "近", "超过", "以上", "不足", "余", "其中", "分别", "共", "合计", "占", "比上年", "同比",
    "达到", "2024年", "20xx年", "1月", "9月31日", "上半年", "2021-2025年", "X", "XX", "xx", "××", "某某",
    "＿＿", "____", "○○", "**", "*", "【】", "（）", "()", "一、", "二、", "十一、", "（一）", "（二）",
    "(三)", "1.", "2、", "3．", "①", "⑳", "一是", "二是", "第一，", "首先，", "其次", "下面，我讲三点意见。",
    "“", "”", "‘", "’", '"', "'", "「", "」", "《", "》", "〈", "（", "）", "[", "]", "{", "}", "〔", "〕",
    "，", "。", "、", "；", "：", "？", "！", ",", ".", ";", ":", "?", "!", "…", "……", "...", "——", "—", "-",
    "～", "~", "/", "\\", "|", "<", ">", "<p>", "</p>", "&nbsp;", "&#x4e2d;", "http://a.cn/", "$", "#",
    "# ", "- ", "> ", "```", "~~~", "---", "+++", "|--|", "[^1]", "![a](b)", "<!-- speechlint: ignore -->",
    "\n", "\r\n", "\r", "\n\n", "\n\n\n", "\t", " ", "　", "\u00a0", "\u200b", "\ufeff", "\u2028",
    "\u2029", "\x85", "\v", "\f", "\x1c", "\x00", "\x7f", "\ufffd", "\ue000", "😀", "𠀀", "é", "e\u0301",
    "\u202e", "\ufe0f", "ﷺ", "İ", "ß", "ſ", "٣", "㈠", "㊀", "½", "²", "元", "亩", "平方米", "公里", "吨",
    "同志们：", "各位代表：", "谢谢大家！", "同志们", "市委", "省长", "篇一", "第1页", "上一篇", "下一篇",
    "本文由", "版权", "来源：", "记者 ", "推进", "推进推进", "的", "了", "我们", "全市", "县", "主要", "工作",
)  # fmt: skip
_CUT = regex(r"[^，。；：！？、\n]*[，。；：！？、\n]?")


@cache
def pieces() -> tuple[str, ...]:
    """Return what may follow upon anything: literals of rules, their examples cut at stops."""
    found = dict.fromkeys(ODD)
    for rule in packs.load_packs(packs.builtin(), examples=True):
        found |= dict.fromkeys(rule.when)
        for example in rule.examples:
            found |= dict.fromkeys(_CUT.findall(example.text))
    found.pop("", None)
    return tuple(found)


def text_of(data: bytes) -> str:
    """Make a text of a fuzzer's bytes: each two choose a piece, some a run of it or a character."""
    known = pieces()
    out: list[str] = []
    for at in range(0, len(data) - 1, 2):
        number = data[at] << 8 | data[at + 1]
        if number < 0xF000:
            out.append(known[number % len(known)])
        elif number < 0xF800:  # what came before, several times
            out.append("".join(out[-1:])[:60] * (number & 15))
        else:
            out.append(chr(0x20 + (number & 0x7FF)))
    return "".join(out)
