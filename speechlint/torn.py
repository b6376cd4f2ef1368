"""Whether a line break tears a sentence.

A line that ends in a full stop is whole. One that does not is a heading, a title, a name
under it, or torn. What tells them apart is whether the first line ends as sentences end,
whether the second begins as sentences begin, and whether the break cuts a word or a pair
of words that belong together. Tables know this; each says its part in points, and where
the points stay few the break is left alone.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache

from speechlint import tables
from speechlint.regexes import regex


class Tear(IntEnum):
    """How sure it is that the text goes on over a break."""

    NONE = 0
    LIKELY = 1
    SURE = 2


# Points, as natural logarithms. Of 6,000 random breaks in published reports, before the first
# comma, nine in ten reach _LIKELY; of 2,300 pairs of a heading and a paragraph, one in a hundred.
_LIKELY = 1.0
_SURE = 4.0
_BARE = 2.5  # two lines without any punctuation: titles, names, slogans
_MOST, _END, _TOPIC = 3.0, 2.0, 0.5  # what one side may say at most
_WORD, _CUT = 3.0, 1.8
# Function words that bind to what follows, or to what goes before; as parts of words (目的, 过去) they do not.
_CLOSED = 4.0
_OPENS = frozenset("的和与及在对把将被从以于而并或更最很不是让由其各该每这那")
_BINDING = frozenset(
    [
        "着力",
        "全力",
        "奋力",
        "大力",
        "切实",
        "扎实",
        "稳步",
        "不断",
        "坚决",
        "逐步",
        "尽快",
        "始终",
        "必须",
        "应当",
        "能够",
        "围绕",
        "按照",
        "根据",
        "针对",
        "为了",
        "关于",
        "对于",
        "以及",
        "由于",
        "随着",
        "正在",
        "已经",
        "将要",
        "更加",
        "十分",
        "非常",
        "就是",
        "而是",
        "不仅",
        "既要",
        "又要",
        "还要",
        "也要",
        "才能",
        "因此",
        "所以",
        "如果",
        "只有",
        "只要",
        "即使",
        "无论",
        "虽然",
        "我们",
        "他们",
        "它们",
        "这些",
        "那些",
        "一些",
        "这个",
        "那个",
        "一个",
        "每个",
        "各个",
        "其中",
        "从而",
        "并且",
        "或者",
        "而且",
        "不能",
        "不要",
        "可以",
        "尽力",
        "合力",
        "竭力",
        "认真",
        "严格",
        "致力",
        "有力",
        "立足",
        "凭借",
        "依托",
        "借助",
        "遵照",
        "依照",
        "鉴于",
        "对照",
        "面对",
        "朝着",
        "向着",
        "沿着",
        "除了",
        "作为",
        "成为",
        "属于",
        "等于",
        "位于",
    ]
)
_CLOSES = frozenset("是的了着过之和或等们")
# The longest of 7,000 numbered headings in published reports has 38 characters.
_HEADING = 45
_PARAGRAPH = 60  # an item of a list without a marker is shorter
_CLOSERS = "”’）)》」』】〕"
_FINAL = "。！？!?…；;：:.．"
# What no line begins with, and what none ends in.
_WIDE = str.maketrans(",;:!?()", "，；：！？（）")  # in a draft with half-width punctuation
NEVER_FIRST = "，。、；：！？,;!?）)”’》〉】〕」』%％‰℃·"
_NEVER_LAST = "，、,（(《〈“‘〔【「『·"
_PAIRS = {"（": "）", "(": ")", "《": "》", "“": "”", "〔": "〕", "【": "】", "「": "」"}
_TITLE = 26  # a heading without a marker is seldom longer
_SPOKEN = 1.0
_SPEAKING = (
    "我们",
    "，要",
    "同志们",
    "各位",
    "必须",
    "大家",
    "也要",
    "同时，",
    "，也",
    "，就",
    "，还",
    "今年，",
    "刚才",
)
_NEVER = -10.0
_MASK = "XxＸ×＊*○△□"
_MASK_LINE = rf"[{_MASK}某]{{1,4}}"
_NOTES = ("附件", "抄送", "主题词", "题记")
# 县长 李建国
_NAME = r"[^，。；：、]{2,16}[ \u3000]+[\u4e00-\u9fff·]{1,6}(?:[ \u3000]+[\u4e00-\u9fff])?"
# What begins a new paragraph, however the line before it ended.
_MARKER = (
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|[（(]\d{1,2}[)）]"
    r"|\d{1,2}[.．、](?![\d、])|[①-⑳]|第[一二三四五六七八九十]{1,3}[章节条部编篇，、]|——|--"
    r"|[一二三四五六七八九十][是要](?=[^一二三四五六七八九十])|附件\d?[:：]"
)
_WHOLE = frozenset(
    [
        "结束语",
        "主持词",
        "讲话稿",
        "发言稿",
        "致辞",
        "总论",
        "概述",
        "前言",
        "引言",
        "导言",
        "序言",
        "附件",
        "目录",
        "附录",
        "后记",
        "议程",
        "名单",
        "小结",
        "提纲",
        "说明",
        "备注",
    ]
)


@cache
def _edges() -> dict[str, tuple[float, float]]:
    rows = tables.rows("scrape/edges.tsv")
    return {piece: (int(ends) / 10, int(begins) / 10) for piece, ends, begins in rows}


@cache
def _words() -> frozenset[str]:
    return frozenset(word for row in tables.rows("scrape/words.txt") for word in row[0].split(" "))


@cache
def _phrases() -> frozenset[str]:
    return frozenset(p for row in tables.rows("scrape/phrases.txt") for p in row[0].split(" "))


def judge(before: str, after: str, bias: float = 0.0) -> Tear:
    """Say whether `after`, a line, goes on in the middle of the sentence that `before` breaks off.

    `bias` are the points that the layout gives: where the lines stand, and how long others are.
    """
    before, after = before.translate(_WIDE), after.translate(_WIDE)
    if after[0] in NEVER_FIRST or (open_in(before) and _closes(open_in(before), after)):
        return Tear.SURE
    if before[-1] == "；" and _runs_on(before, after):
        return Tear.LIKELY
    if (
        ends(before)
        or "\t" in before
        or "\t" in after
        or before in _WHOLE
        or before.startswith(_NOTES)
    ):
        return Tear.NONE
    marked = regex(_MARKER).match(before)
    if marked and marked.end() == len(before):
        return Tear.SURE
    if before[-1] in _NEVER_LAST:
        return Tear.NONE if bias <= _NEVER or _verse(before, after) else Tear.SURE
    if regex(_MARKER).match(after):
        return Tear.NONE
    if regex(_MASK_LINE).fullmatch(after):
        return Tear.SURE
    if _of_a_number(before, after):
        return Tear.SURE
    stops = _stops(before)
    if not stops and (before[-1] == "）" or regex(_NAME).fullmatch(before)):
        return Tear.NONE
    points = bias + _sides(before, after)
    if stops or len(before) > _HEADING:
        # A sentence ended in the line already: it is no heading, at most it lacks its full stop.
        return Tear.SURE if points > -_LIKELY else Tear.LIKELY if points > -_SURE else Tear.NONE
    bare = before[marked.end() :] if marked else before
    if after[:2] in before:
        points -= 2 if after[:4] in before else 1  # a paragraph takes up the words of its heading
    if marked:
        points += 3 if len(bare) == 1 else 0
    else:
        points += 4 if len(bare) < 4 and prose(after) else 2 if len(bare) < 3 else len(bare) < 6
    halves = {len(half) for half in bare.split("，")} if "，" in bare else set()
    if not marked:
        points += _SPOKEN * any(word in before for word in _SPEAKING)
        points += max(0, len(before) - _TITLE) / 6
    points += -2 if len(halves) == 1 else 1 if halves and not marked else 0
    limit = _LIKELY if prose(after) or marked else _BARE
    if points + _WORD <= limit:
        return Tear.NONE  # whatever the words may say
    points += junction(before, after)
    return Tear.SURE if points > _SURE else Tear.LIKELY if points > limit else Tear.NONE


def ends(line: str) -> bool:
    """Say whether a line ends as a sentence, or as the head of a list, does."""
    last = line.rstrip(_CLOSERS)[-1:] if line[-1] in _CLOSERS else line[-1]
    return last in tuple(_FINAL) and not (last in ".．" and line[-2:-1].isdigit())


def _runs_on(before: str, after: str) -> bool:
    """Say whether a line that ends in a semicolon is no item of a list, but half a paragraph."""
    item = after[-1] == "；" or bool(regex(_MARKER).match(after))
    return not item and (len(before) > _PARAGRAPH or "。" in before)


def open_in(line: str) -> str:
    """Return what would close the bracket or quotation that a line leaves open, if it does."""
    for left, right in _PAIRS.items():
        at = line.rfind(left)
        if at >= 0 and right not in line[at:]:
            return right
    return ""


def _closes(closer: str, after: str) -> bool:
    at = after.find(closer, 0, 40)
    return at >= 0 and not any(left in after[:at] for left, c in _PAIRS.items() if c == closer)


def _of_a_number(before: str, after: str) -> bool:
    """Say whether the break cuts a number, an English word, or a value from its unit."""
    left, right = before[-1], after[0]
    if left.isascii() and left.isalnum() and right.isascii():
        return right.isalnum() or right in ".-/%"
    if left.isdigit() or left in _MASK:
        return right in "年月日万亿元个项条倍" or after.startswith(
            ("多", "余", "平方", "公里", "人次")
        )
    return left in ".．" and right.isdigit()


def _stops(line: str) -> bool:
    return any(mark in line for mark in "。！？；")


def prose(line: str) -> bool:
    """Say whether a line is part of running text: it has punctuation."""
    return any(mark in line for mark in "。，；！？：、")


def _verse(before: str, after: str) -> bool:
    """Say whether two lines are of one poem: as short as each other, and ended alike."""
    return len(before) == len(after) <= 16 and after[-1] in "，。！？；"


def _sides(before: str, after: str) -> float:
    """Say in points how little the first line ends, and the second begins, as sentences do."""
    edges, words = _edges(), _words()
    ends_, _ = edges.get(before[-2:]) or edges.get(before[-1]) or (0.0, 0.0)
    _, begins = edges.get(after[:2]) or edges.get(after[0]) or (0.0, 0.0)
    # Any noun can be the topic of a paragraph, though reports may never begin with it.
    most = _TOPIC if begins < 0 and after[:2] in words else _MOST
    left = max(-_MOST, min(_END, -ends_))
    right = max(-_MOST, min(most, -begins))
    if before[-2:] in _BINDING or (before[-1] in _OPENS and before[-2:] not in words):
        left = _CLOSED
    if after[0] in _CLOSES and begins <= 0 and not any(after[:n] in words for n in (2, 3, 4)):
        right = _CLOSED
    return left + right


def junction(before: str, after: str) -> float:
    """Say in points how much the two sides of a break belong together."""
    words, phrases = _words(), _phrases()
    cut = max(
        (
            n
            for n in (2, 3, 4)
            for i in range(1, n)
            if len(before) >= i and before[-i:] + after[: n - i] in words
        ),
        default=0,
    )
    left = max((n for n in (2, 3, 4) if before[-n:] in words), default=0)
    right = any(after[:n] in words for n in (2, 3, 4))
    if cut > 2:
        points = _WORD if cut > left or not right else _CUT
    elif cut:
        points = 2.5 if not (left or right) else 0.3 if left and right else _CUT
    else:
        points = -0.6
    if before[-2:] + after[:2] in phrases:
        return max(points, 2.5)
    if before[-1:] + after[:3] in phrases or before[-3:] + after[:1] in phrases:
        return max(points, 2.0)
    return points
