"""Counts that announce a list, and the list each announces: “讲三点意见” … 一、 二、 三、.

A count announces the list that begins right after its sentence. Only two kinds of count are
heard from further away: “下面我讲三点意见” waits for the next list at the start of a line. What
is vague (几点), refers back (上述三项) or counts things in the middle of prose announces nothing.
"""

from __future__ import annotations

from speechlint import numerals
from speechlint.lines import Role
from speechlint.occurrences import holds
from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.announced.counting import Count, all_counts, counts, table
from speechlint.views.outline import Listing, is_chain, outline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Paragraph, Speech

# A count so far from the length of a list counts something else, unless it is small and somebody
# says it, or it ends in a colon right before the list: 讲三点意见, 抓好三项工作：.
_FAR = 3
_SMALL = 9
_BACK = 5  # paragraphs between “我讲三点意见” and the first heading
_TAIL = 16  # characters that may still follow in its sentence: “，供大家参考”
_SENTENCE = 120  # characters of a sentence that are looked at
_REACH = 8  # characters between 讲 and its count

# The words of a sentence whose count announces.
_CUES = table(
    "以下 下列 如下 下面 讲 谈 说 提 强调 抓 做 办 突出 把握 处理 注意 注重 存在 "
    "表现 体现 实现 坚持 采取 打好 打赢 解决 报告 汇报 落实 完成 搞好 建立 形成 有 "
    "围绕 聚焦 从 在 概括 归纳 总结 推进"
)
_SPOKEN = ("讲", "谈", "说", "提", "强调", "汇报", "交流", "通报", "介绍", "报告")
_OPINIONS = table(
    "意思 意见 要求 建议 希望 问题 方面 体会 看法 想法 认识 观点 情况 内容 工作 事 话"
)
_SENTENCE_ENDS = "。！？；!?;"
_MARKS = tuple("。：:；;，,！!")
# A count after these looks back, is a part, a rank or an estimate.
_BACKWARD = (
    *"那述前后其该每各第几数余近约达百千万亿.．、—-～~至到", *"0123456789",
    "以上", "另外", "其他", "剩下", "至少", "超过", "不少于", "多于",
)  # fmt: skip
_THIS = ("这", "这些", "上")
# What the markers of a kind number.
_NAMED = {"第#个字": "字", "第#句话": "话", "第#个词": "词", "第#个关键词": "词", "第#件事": "事"}
_NAMELY = ("", "，即", "，就是", "，即是", "，分别是", "，具体是", "，主要是", "，具体为")
_SUMMED_UP = (
    "(?:对|对于|解决好?|破解)这(?P<number>[两二三四五六七八九十])(?:个方面|个|点|项|条|种|方面)的?"
    "(?:问题|不足|困难|短板|差距)"
)
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


def announcements(speech: Speech) -> tuple[Announcement, ...]:
    """Return the counts of a speech that announce a list, in the order of the lists."""
    return tuple(_found(speech))


def _found(speech: Speech) -> Iterator[Announcement]:
    last = -1  # the paragraph in which the list before began
    for listing in speech.view(outline).listings:
        first = listing.items[0]
        yield from _just_after(listing)
        if first.mark.kind == "首先":
            continue
        place = _just_before(speech, listing) or _spoken(speech, listing, last)
        last = first.place
        if place is None:
            continue
        paragraph, found = place
        yield Announcement(paragraph, found.words, found.figure, found.number, listing)


def _just_after(listing: Listing) -> Iterator[Announcement]:
    """Yield the count of the sentence after a list in a paragraph: “对这三个方面的问题，…”."""
    first, last = listing.items[0], listing.items[-1]
    if last.mark.leads or first.place != last.place or len(listing.items) < 2:
        return
    text = first.paragraph.text
    if "这" not in text:
        return
    for match in regex(_SUMMED_UP).finditer(text, last.mark.span.end):
        between = text[last.mark.span.end : match.start()]
        if sum(map(between.count, "。！？")) == 1 and between[-1] in "。！？":
            figure = Span(*match.span("number"))
            number = numerals.parse(match["number"].replace("两", "二"))
            place = Span(figure.start, match.end())
            yield Announcement(first.paragraph, place, figure, number, listing)
        return


def _lengths(listing: Listing) -> set[int]:
    """Return the counts that a list may bear out: its length, and as far as it counts."""
    length = sum(1 for number in listing.numbers if number)
    return {length, len(listing.items), listing.items[-1].mark.number}


def _just_before(speech: Speech, listing: Listing) -> tuple[Paragraph, Count] | None:
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
    text = paragraph.text  # never cut: a list may have a thousand items in one line
    while text[end - 1 : end].isspace():
        end -= 1
    colon = text[end - 1 : end] in "：:"
    while text.endswith(_MARKS, 0, end):
        end -= 1
    start = max(0, end - _SENTENCE)
    start = max(start, *(text.rfind(mark, start, end) + 1 for mark in _SENTENCE_ENDS))
    every = list(counts(text, start, end))
    noun = _NAMED.get(first.mark.kind, "")
    found = [
        c
        for c in every
        if (c.announces and _announces(text, c, start, end, colon=colon))
        or (noun and _same_noun(text, c, noun, start))
    ]
    if paragraph.role is Role.HEADING and not colon:  # 全市三项重点工作推进会
        found = [c for c in found if c.words.end == end]
    lengths = _lengths(listing)
    if any(c.number in lengths for c in every):  # whichever it is, one count is right
        return next(((paragraph, c) for c in found if c.number in lengths), None)
    several = not colon and sum(c.announces for c in every) > 1  # 做好八项工作，实现三个突破。
    if not found or several:
        return None
    plain = colon or _is_spoken(text, found[-1])
    return None if _far(found[-1], lengths, plain=plain) else (paragraph, found[-1])


def _same_noun(text: str, count: Count, noun: str, start: int) -> bool:
    """Say whether a count is of what the markers number: “三句话”, 第一句话."""
    before = text[start : count.words.start]
    return text.endswith(noun, 0, count.words.end) and not before.endswith(_BACKWARD)


def _far(count: Count, lengths: set[int], *, plain: bool) -> bool:
    if plain and count.number <= _SMALL:
        return False
    return min(abs(count.number - length) for length in lengths) > _FAR


def _spoken(speech: Speech, listing: Listing, last: int) -> tuple[Paragraph, Count] | None:
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
        spoken = [c for c in paragraph.view(all_counts) if _is_spoken(paragraph.text, c)]
        if spoken:
            count = spoken[-1]
            after_last = index > last or count.words.start > _last_mark(speech, index)
            near = not _far(count, _lengths(listing), plain=True)
            return (paragraph, count) if after_last and near else None
    return None


def _is_spoken(text: str, count: Count) -> bool:
    """Say whether somebody says so many points: “我再强调三点意见”."""
    before = text[max(count.words.start - _REACH - 2, 0) : count.words.start]
    clause = before[max(before.rfind(mark) for mark in _SENTENCE_ENDS + "，,：:") + 1 :]
    words = text[count.words.start : count.words.end]
    return words.endswith(_OPINIONS) and any(word in clause for word in _SPOKEN)


def _last_mark(speech: Speech, index: int) -> int:
    from speechlint.views.outline.marks import marks

    found = speech.paragraphs[index].view(marks)
    return found[-1].span.start if found else -1


def _announces(text: str, count: Count, start: int, end: int, *, colon: bool) -> bool:
    """Say whether a count of a sentence announces what comes after the sentence."""
    before = text[start : count.words.start]
    tail = text[count.words.end : end]
    if before.endswith(_BACKWARD) or (before.endswith(_THIS) and not (colon and not tail)):
        return False
    if before.endswith(("“", "‘", '"')) or tail[:1] in ("”", "’", '"'):
        slogan = text[count.words.start : count.words.end]
        return colon and tail in ("”", "’", '"', "”的要求") and not slogan.endswith(_KNOWN)
    spoken_for = "：" in tail or ":" in tail  # 两点意见：一是快，二是稳
    if spoken_for or len(tail) > _TAIL or any(counts(tail, 0, len(tail))):
        return False
    return (colon and tail in _NAMELY) or holds(before + tail, _CUES)
