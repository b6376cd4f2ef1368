"""Whether a line break tears a sentence.

A line that ends in a full stop is whole. One that does not is a heading, a title, a name
under it, or torn. Some breaks speak for themselves: nothing begins with a comma. Of the others
each sign says its part in points, and where the points stay few the break is left alone.
"""

from __future__ import annotations

from speechlint.edges import APART, WORD, junction, sides
from speechlint.occurrences import holds
from speechlint.record import Enum
from speechlint.regexes import regex


class Tear(int, Enum):
    """How sure it is that the text goes on over a break."""

    NONE = 0
    LIKELY = 1
    SURE = 2


# Of 6,000 random breaks in published reports, before the first full stop, nine in ten reach
# _LIKELY; of 4,000 pairs of a heading and the beginning of a paragraph, one in two hundred.
_LIKELY = 1.0
_SURE = 4.0
_STOPLESS = -3.6  # one torn paragraph in 200 stays below, and half of those that lack their stop
_HALF = 1.7  # no punctuation in the second line
_BARE = 2.5  # two lines without any punctuation: titles, names, slogans
NEVER = -10.0  # the layout knows that the lines are a list or a poem

# The longest of 7,000 numbered headings in published reports has 38 characters.
_HEADING = 45
_TITLE = 26  # a heading without a marker is seldom longer
_PARAGRAPH = 60  # an item of a list without a marker is shorter
_VERSE, _LEAD = 16, 10

_NARROW, _WIDE = ",;:!?()", "，；：！？（）"  # punctuation of some drafts, and what it stands for
_CLOSERS = "”’）)》」』】〕"
_FINAL = "。！？!?…；;：:.．"
_FINALS = frozenset(_FINAL)
# What no line begins with, and what none ends in.
NEVER_FIRST = "，。、；：！？,;!?）)”’》〉】〕」』%％‰℃·"
_NEVER_LAST = "，、（《〈“‘〔【「『·"
_PAIRS = {"（": "）", "《": "》", "“": "”", "〔": "〕", "【": "】", "「": "」"}
_MASK = "XxＸ×＊*○△□"
_MASK_LINE = rf"[{_MASK}某]{{1,4}}"
_UNITS = (*"年月日万亿元个项条倍多余", "平方", "公里", "人次")
# Lines of a notice, of a list of duties, of an interview.
_LABELS = (
    r"(?:时间|地点|主持人?|(?:参会|参加|出席|列席)人员|联系人|(?:联系)?电话|地址|邮箱|网址"
    r"|(?:责任|牵头|配合)(?:单位|部门|领导|人)|完成时限|主送|抄送|记录人?|议题|问|答)[:：]"
)
# What begins a new paragraph, however the line before it ended.
_MARKER = (
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|[（(]\d{1,2}[)）]"
    r"|\d{1,2}[.．、](?![\d、])|[①-⑳]|第[一二三四五六七八九十]{1,3}[章节条部编篇，、]|——|--"
    r"|[一二三四五六七八九十][是要](?=[^一二三四五六七八九十])|附件\d?[:：]|[—–●◆■★▲•▪◇○※-]"
    rf"|{_LABELS}"
)
# A marker that no page counter looks like, and what begins with it.
_LIST = (
    r"[一二三四五六七八九十]{1,3}、[^一二三四五六七八九十]|[（(][一二三四五六七八九十]{1,3}[)）]"
)
# Lines that are whole without a full stop: “县长 李建国”, a date, “附件：…”, “结束语”.
_SIGNED = (
    r"[^，。；：、]{2,16}[ \u3000]+[\u4e00-\u9fff·]{1,6}(?:[ \u3000]+[\u4e00-\u9fff])?"
    r"|[\d〇○零一二三四五六七八九XxＸ×]{2,4}年[\d一二三四五六七八九十XxＸ×]{1,3}月[\d一二三四五六七八九十XxＸ×]{1,3}日"
)
_TITLED = ("讲话", "报告", "发言", "致辞", "主持词", "会议上", "大会上", "讲稿", "讲话稿", "会上")
_NOTES = ("附件", "抄送", "主题词", "题记")
_WHOLE = frozenset(
    [
        *("结束语", "主持词", "讲话稿", "发言稿", "致辞", "总论", "概述", "前言", "引言", "导言"),
        *("序言", "附件", "目录", "附录", "后记", "议程", "名单", "小结", "提纲", "说明", "备注"),
    ]
)
# What somebody says stands in a line of its own.
_SAYS = ("说", "问", "道", "讲", "写", "问我", "告诉我", "对我", "喊", "答")
# A title may stand in a line of its own after these.
_NAMES = ("题目是", "主题是", "标题是", "题为", "口号是", "题目为", "主题为", "诗句", "如下")
# Words of a sentence that is spoken, not of a title.
_SPOKEN = (
    *("我们", "大家", "同志们", "各位", "必须", "刚才", "也要"),
    *("，要", "同时，", "，也", "，就", "，还", "今年，"),
)


def judge(before: str, after: str, bias: float = 0.0) -> Tear:
    """Say whether `after`, a line, goes on in the sentence that `before` breaks off.

    `bias` are the points that the layout gives: where the lines stand, how long others are.
    """
    if holds(before, _NARROW) or holds(after, _NARROW):
        for narrow, wide in zip(_NARROW, _WIDE, strict=True):  # `translate` takes ten times as long
            before, after = before.replace(narrow, wide), after.replace(narrow, wide)
    tear = _plain(before, after, listed=bias <= NEVER)
    if tear is not None:
        return tear
    points = bias + sides(before, after)
    if _stops(before) or len(before) > _HEADING:
        # A sentence ended in the line already: it is no heading, at most it lacks its stop.
        if points + APART > 0:
            return Tear.SURE  # whatever the words may say
        points += junction(before, after)
        return Tear.SURE if points > 0 else Tear.LIKELY if points > _STOPLESS else Tear.NONE
    marked = regex(_MARKER).match(before)
    points += _as_heading(before[marked.end() :] if marked else before, after, marked=bool(marked))
    limit = _LIKELY if marked or prose(after) else _HALF if prose(before) else _BARE
    if points + WORD <= limit:
        return Tear.NONE  # whatever the words may say
    points += junction(before, after)
    return Tear.SURE if points > _SURE else Tear.LIKELY if points > limit else Tear.NONE


def _plain(before: str, after: str, *, listed: bool) -> Tear | None:
    """Judge a break that speaks for itself."""
    if after[0] in NEVER_FIRST or _open(before, after):
        return Tear.SURE
    if before[-1] == "；" and _runs_on(before, after):
        return Tear.LIKELY
    if ends(before) or before in _WHOLE or before.startswith(_NOTES) or "\t" in before + after:
        return Tear.NONE
    marked = regex(_MARKER).match(before)
    if (marked and marked.end() == len(before)) or (len(before) == 1 and not listed):
        return Tear.SURE  # a marker alone, a character alone
    if before[-1] == "，" and regex(_LIST).match(after):
        return Tear.NONE
    if before[-1] in _NEVER_LAST:
        return Tear.NONE if listed or _laid_out(before, after) else Tear.SURE
    if regex(_MARKER).match(after):
        return Tear.NONE
    if _nobody(before, after):
        return Tear.NONE
    if regex(_MASK_LINE).fullmatch(after) or _of_a_number(before, after):
        return Tear.SURE
    if (before.endswith(_SAYS) and after[0] == "“") or before.endswith("，让我们"):
        return Tear.NONE
    if not prose(after) and before.endswith(_NAMES):
        return Tear.NONE
    if not _stops(before) and (before[-1] == "）" or regex(_SIGNED).fullmatch(before)):
        return Tear.NONE
    return None


def _nobody(before: str, after: str) -> bool:
    """Say whether a mask is a name under a title, or over a date."""
    if after[0] not in "*＊" and regex(_MASK_LINE).fullmatch(after):  # stars may be a rule
        titled = before.startswith("——") or before.endswith(_TITLED)
        return titled and not _stops(before) and "，" not in before
    dated = regex(_SIGNED).fullmatch(after.strip("（）")) is not None and after[-1] in "日）"
    return dated and regex(_MASK_LINE).fullmatch(before) is not None


def _as_heading(bare: str, after: str, *, marked: bool) -> float:
    """Say in points how little a line, bare of its marker, looks like a heading of the next."""
    points = 0.0
    if after[:2] in bare:
        points -= 2 if after[:4] in bare else 1  # a paragraph takes up the words of its heading
    elif bare[-1] == "”":
        points -= 3 if after[0] in bare[-3:] else 1  # 第一个字是“实” / 实，就是…
    if "，" in bare and len({len(half) for half in bare.split("，")}) == 1:
        points -= 2  # 真抓实干，久久为功
    elif "，" in bare and not marked:
        points += 1
    if marked:
        return points + 3 * (len(bare) == 1)
    if len(bare) < 4 and prose(after):
        points += 4
    else:
        points += 2 if len(bare) < 3 else len(bare) < 6
    return points + any(word in bare for word in _SPOKEN) + max(0, len(bare) - _TITLE) / 6


def ends(line: str) -> bool:
    """Say whether a line ends as a sentence, or as the head of a list, does."""
    last = line.rstrip(_CLOSERS)[-1:] if line[-1] in _CLOSERS else line[-1]
    if line[-1] in "）)":  # 抓好落实。（责任单位：县财政局）
        note = max(line.rfind("（"), line.rfind("("))
        last = line[note - 1] if note > 0 and line[note - 1] in _FINAL else last
    return last in _FINALS and not (last in ".．" and line[-2:-1].isdigit())


def prose(line: str) -> bool:
    """Say whether a line is part of running text: it has punctuation."""
    return holds(line, "。，；！？：、")


def _stops(line: str) -> bool:
    return holds(line, "。！？；")


def _runs_on(before: str, after: str) -> bool:
    """Say whether a line that ends in a semicolon is no item of a list, but half a paragraph."""
    item = after[-1] == "；" or bool(regex(_MARKER).match(after))
    return not item and (len(before) > _PARAGRAPH or "。" in before)


def _open(before: str, after: str) -> bool:
    """Say whether a bracket or quotation that the first line leaves open is closed by the second."""
    for left, right in _PAIRS.items():
        at = before.rfind(left)
        if at >= 0 and right not in before[at:]:
            closed = after.find(right, 0, 40)
            return closed >= 0 and left not in after[:closed]
    return False


def _of_a_number(before: str, after: str) -> bool:
    """Say whether the break cuts a number, an English word, or a value from its unit."""
    left, right = before[-1], after[0]
    if left.isascii() and left.isalnum() and right.isascii():
        return right.isalnum() or right in ".-/%"
    if left.isdigit() or left in _MASK:
        return after.startswith(_UNITS)
    return left in ".．" and right.isdigit()


def _laid_out(before: str, after: str) -> bool:
    """Say whether a comma ends a line on purpose: in a poem, before a list (“我们看到，”)."""
    verse = len(before) == len(after) <= _VERSE and after[-1] in "，。！？；"
    return verse or (len(before) <= _LEAD and after[-1] == "；")
