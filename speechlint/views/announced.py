"""Counts that announce a list, and the list each announces: “讲三点意见” … 一、 二、 三、.

A count announces the list that begins right after its sentence. Only two kinds of count are
heard from further away: “下面我讲三点意见” waits for the next list at the start of a line. What
is vague (几点), refers back (上述三项) or counts things in the middle of prose announces nothing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from speechlint import numerals
from speechlint.lines import Role
from speechlint.text import Span
from speechlint.views.outline import Listing, is_chain, outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Paragraph, Speech

# A count so far from the list counts something else.
_FAR = 3
_BACK = 5  # paragraphs between “我讲三点意见” and the first heading

_COUNT = r"(?P<number>[两一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})"
_UNIT = r"(?P<unit>个方面|个|点|项|条|件|大|类|种|篇|场|道|句|步|方面)"
_ADJECTIVE = (
    "(?:(?:方面|层面|环节)?的?(?:突出|主要|重点|关键|重要|重大|具体|基本|核心|紧迫|实际|明显|显著"
    "|薄弱|共性|深层次|根本|现实|大的|新的|新|大|硬|小|好|方面)*的?)"
)
_NOUN = (
    "(?P<noun>方面|工作|任务|措施|举措|大事|实事|事情|事|问题|意见|要求|建议|体会|想法|看法|观点|认识"
    "|希望|原则|重点|关键|环节|关系|目标|机制|制度|保障|困难|原因|特点|特征|不足|短板|变化|转变|突破"
    "|结合|统一|到位|坚持|强化|提升|确保|必须|着力|文章|硬仗|战役|关口|关|抓手|方向|领域|层面|要点"
    "|亮点|经验|启示|做法|成效|优势|机遇|挑战|因素|理由|步骤|阶段|内容|情况|指标|行动|工程|计划|体系"
    "|平台|改革|政策|条件|要素|办法|途径|渠道|模式|方式|路径|标准|项目|话|意识|能力|作用|责任|纪律"
    "|风险|隐患|现象|倾向|误区|弱项|差距|课题|议题|议程|程序|事项|战略|动作|台阶|导向|底线|理念)"
)
# The words that come before a count which announces.
_CUE = (
    "以下|下列|如下|下面|讲|谈|说|提|强调|抓|做|办|突出|把握|处理|注意|注重|存在|表现|体现|实现|坚持|采取"
    "|打好|打赢|解决|报告|汇报|落实|完成|搞好|建立|形成|有|围绕|聚焦|从|在|概括|归纳|总结|落实|推进"
)
_SPOKEN = "讲|谈|说|提|强调|汇报|交流|通报|介绍|报告"
_OPINION = "意见|要求|建议|希望|问题|方面|体会|看法|想法|认识|观点|情况|内容|工作|事|话"
# A count after these looks back, is a part, a rank or an estimate.
_BEFORE = re.compile(
    r"(?:[那述前后其该每各第几数余近约达百千万亿.．\d、—\-～~至到]|以上|另外|其他|剩下|至少|超过|不少于|多于)$"
)
_THIS = re.compile("(?:这|这些|上)$")
_KNOWN = ("意识", "自信", "维护", "全面", "代表", "确立", "服从", "一百年", "革命", "文明")


class Announcement(NamedTuple):
    """A count and the list it announces.

    `words` are the announcing words, `digits` their number; `place` and `figure` say where in the
    paragraph they stand.
    """

    paragraph: Paragraph
    place: Span
    figure: Span
    number: int
    listing: Listing

    @property
    def span(self) -> Span:
        """Where the announcing words stand in the document."""
        return self.paragraph.locate(self.place)

    @property
    def words(self) -> str:
        return self.paragraph.text[self.place.start : self.place.end]

    @property
    def digits(self) -> str:
        return self.paragraph.text[self.figure.start : self.figure.end]

    @property
    def kept(self) -> bool:
        """Whether the list has as many items as announced, or counts that far."""
        return self.number in _lengths(self.listing)


class _Count(NamedTuple):
    words: Span
    figure: Span
    number: int


def announcements(speech: Speech) -> tuple[Announcement, ...]:
    """Return the counts of a speech that announce a list, in the order of the lists."""
    return tuple(_found(speech))


def _found(speech: Speech) -> Iterator[Announcement]:
    last = -1  # the paragraph in which the list before began
    for listing in speech.view(outline).listings:
        first = listing.items[0]
        if first.mark.kind == "首先":
            continue
        place = _just_before(speech, listing) or _spoken(speech, listing, last)
        last = first.place
        if place is None:
            continue
        paragraph, found = place
        yield Announcement(paragraph, found.words, found.figure, found.number, listing)


def _lengths(listing: Listing) -> set[int]:
    """Return the counts that a list may bear out: its length, and as far as it counts."""
    length = sum(1 for number in listing.numbers if number)
    return {length, len(listing.items), listing.items[-1].mark.number}


def _just_before(speech: Speech, listing: Listing) -> tuple[Paragraph, _Count] | None:
    """Find the count in the sentence that ends where the list begins."""
    first = listing.items[0]
    if not first.mark.leads:
        paragraph, end = first.paragraph, first.mark.span.start
    elif first.place:
        paragraph = speech.paragraphs[first.place - 1]
        end = len(paragraph.text)
    else:
        return None
    if paragraph.role is Role.TABLE:
        return None
    text = paragraph.text[:end].rstrip()
    colon = text[-1:] in "：:"
    end = len(text.rstrip("。：:；;，,！!"))
    start = max(text.rfind(mark, 0, end) for mark in "。！？；!?;") + 1
    counts = [c for c in _counts(text, start, end) if _announces(text, c, end, colon=colon)]
    if paragraph.role is Role.HEADING and not colon:  # 全市三项重点工作推进会
        counts = [c for c in counts if c.words.end == end]
    if not counts:
        return None
    lengths = _lengths(listing)
    if any(c.number in lengths for c in _all_counts(text, start, end)):
        return next(((paragraph, c) for c in counts if c.number in lengths), None)
    found = counts[-1]
    far = min(abs(found.number - length) for length in lengths) > _FAR
    return None if far else (paragraph, found)


def _spoken(speech: Speech, listing: Listing, last: int) -> tuple[Paragraph, _Count] | None:
    """Find “我讲三点意见” in the paragraphs before a list that begins at the start of a line."""
    first = listing.items[0]
    if not first.mark.leads or listing.parent:
        return None
    if is_chain(first.mark.kind) and first.mark.kind != "第#，":
        return None
    for index in range(first.place - 1, max(last, first.place - _BACK) - 1, -1):
        if index < 0:
            break
        paragraph = speech.paragraphs[index]
        text = paragraph.text
        for match in reversed(list(_spoken_pattern().finditer(text))):
            found = _count(match)
            if found is None:
                continue
            after_last = index > last or match.start() > _last_mark(speech, index)
            lengths = _lengths(listing)
            far = min(abs(found.number - length) for length in lengths) > _FAR
            return (paragraph, found) if after_last and not far else None
    return None


def _last_mark(speech: Speech, index: int) -> int:
    from speechlint.views.outline.marks import marks

    found = speech.paragraphs[index].view(marks)
    return found[-1].span.start if found else -1


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        f"{_COUNT}{_UNIT}(?:{_ADJECTIVE}[^，,。；：:、“”（）()\\d\\s的]{{0,6}}?{_NOUN}|{_ADJECTIVE})"
    )


@cache
def _spoken_pattern() -> re.Pattern[str]:
    return re.compile(
        f"(?:{_SPOKEN})[^。！？；，：,:]{{0,8}}?{_COUNT}(?P<unit>点|个方面|个|条|项|方面|句)"
        f"{_ADJECTIVE}(?:{_OPINION})"
    )


def _counts(text: str, start: int, end: int) -> Iterator[_Count]:
    """Yield the counts of a sentence that count something lists are made of."""
    for match in _pattern().finditer(text, start, end):
        found = _count(match)
        if found is not None and (match["noun"] or match["unit"] in ("个方面", "方面", "点")):
            yield found


def _all_counts(text: str, start: int, end: int) -> Iterator[_Count]:
    for match in _pattern().finditer(text, start, end):
        found = _count(match)
        if found is not None:
            yield found


def _count(match: re.Match[str]) -> _Count | None:
    digits = match["number"]
    if len(digits) > 1 and "十" not in digits and not digits.isdigit():
        return None  # 三四个
    try:
        number = 2 if digits == "两" else numerals.parse(digits)
    except ValueError:
        return None
    if number < 2:  # 一个 is an article
        return None
    words = Span(match.start("number"), match.end())
    return _Count(words, Span(*match.span("number")), number)


def _announces(text: str, count: _Count, end: int, *, colon: bool) -> bool:
    """Say whether a count of a sentence announces what comes after the sentence."""
    before = text[: count.words.start]
    tail = text[count.words.end : end]
    if _BEFORE.search(before) or (_THIS.search(before) and not (colon and not tail)):
        return False
    if before.endswith(("“", "‘", '"')) or tail[:1] in ("”", "’", '"'):
        slogan = text[count.words.start : count.words.end]
        return colon and tail in ("”", "’", '"', "”的要求") and not slogan.endswith(_KNOWN)
    if len(tail) > 16 or _pattern().search(tail):
        return False
    if colon and not tail:
        return True
    clause = before[max(before.rfind(mark) for mark in "。！？；") + 1 :]
    return re.search(_CUE, clause) is not None
