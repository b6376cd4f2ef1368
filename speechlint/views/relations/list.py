"""“分别”: as many values as things named: 甲、乙、丙三县分别增长12.3%、9.8%、7.6%."""

from __future__ import annotations

from speechlint import numerals
from speechlint.diagnostic import Severity
from speechlint.later import later
from speechlint.occurrences import holds
from speechlint.text import Span
from speechlint.views.figures import RELATIVE, SHARE
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.clauses import sentences
from speechlint.views.relations.names import counts_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.paragraph import Paragraph
    from speechlint.views.relations.clauses import Item, Sentence

_JOINED = later("(?:和|与|及|以及)$")
_HEDGE = later("^(?:左右|以上|以下|多|余)?$")
# How many things a subject says it names: 三县, 五个项目, 两大产业.
_ANNOUNCED = later(
    "(?<![第0-9.])(?P<number>[二两三四五六七八九十]{1,3}|[0-9]{1,2})"
    "(?:[个家项条座所类名位户支]|大(?=[一-龥])|(?=[省县市区镇乡村局])(?!市场|区域|区间|县级|市级|省级|镇级))"
)
# One word for several things, or a subject that stands elsewhere.
FUSED = later(
    "城乡|存贷|[一二三]产|内外资|进出口|男女|东西|南北|省市|市县|前[二三四五]|各|每|其中|收支|"
    "(?<![人户亩年平])均|[从由]|较(?![快好大高多强低])|拉动|带动|[今明去]年(?=和|与|、)|上(?:年|半年)(?=和|与|、)|下半年"
)

VAGUE = later("[0-9等]")
# 一季度、上半年、前三季度分别: three periods, each named alone.
_PERIODS = later(
    "(?:(?:[一二三四]|前[二三])季度|[上下]半年|全年|(?:1[—-])?[0-9]{1,2}月份?)(?=、|和|$)"
)
_RANKED = ("分别位", "分别列", "分别居", "分别排")


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the lists of values that “分别” opens, counted against what is named before."""
    found = [r for sentence in paragraph.view(sentences) for r in _lists(sentence)]
    if "第" in paragraph.text and holds(paragraph.text, _RANKED):
        from speechlint.views.relations import ranks

        found += ranks.relations(paragraph.text)
    return tuple(found)


def _lists(sentence: Sentence) -> Iterator[Relation]:
    if sentence.count < 2 or "分别" not in sentence.text:
        return
    for n, segment in enumerate(sentence.segments):
        for k, item in enumerate(segment.items):
            lead, found, verb = item.before.rpartition("分别")
            if found and not any("分别" in i.before for i in segment.items[k + 1 :]):
                values = _values(sentence, n, k)
                subject = _subject(sentence, n, k, lead)
                if values and len(values) > 1 and "从" not in verb and "由" not in verb:
                    bare = lead in ("", "同比", "比上年", "较上年", "比去年同期", "环比")
                    listed = _amounts(sentence, n, len(values)) if bare and not k else 0
                    yield from _compare(values, listed) if listed else _judge(values, subject)


def _values(sentence: Sentence, n: int, k: int) -> list[Item]:
    """Return the values that follow “分别”; none where something else stands among them."""
    segment = sentence.segments[n]
    values = [segment.items[k]]
    for item in segment.items[k + 1 :]:
        if not _JOINED.search(item.before):
            return []
        values.append(item)
    for segment in sentence.segments[n + 1 :]:
        if segment.mark != "、":
            break
        if not segment.items or not _HEDGE.match(segment.items[0].before):
            return []
        values.append(segment.items[0])
        for item in segment.items[1:]:
            if not _JOINED.search(item.before):
                return []
            values.append(item)
    return values


def _subject(sentence: Sentence, n: int, k: int, lead: str) -> str:
    """Return the words before “分别”, back to the last comma.

    If there are none, those before that comma, but only where they name several things:
    ……和……3个项目进展顺利，分别完成…….
    """
    before = sentence.segments[n].items[:k]
    words = "".join(item.before + item.quantity.text for item in before) + lead
    if words or not n:
        return _back(sentence, n, words)
    earlier = _back(sentence, n - 1, sentence.segments[n - 1].text)
    return earlier if "、" in earlier and len(sentence.segments[n - 1].items) < 2 else ""


def _amounts(sentence: Sentence, n: int, values: int) -> int:
    """Return how many figures, each named, the segments before the n-th list: 收入86亿元、利润7亿元，分别….

    Of figures parted by commas “分别” may speak of the last ones only, but never of more than all.
    """
    number = 0
    first = next((m for m, segment in enumerate(sentence.segments[:n]) if segment.items), n)
    named = sentence.segments[first:n]  # 去年，发生事故36起，死亡28人，分别…
    commas = len(named) > 1 and {segment.mark for segment in named[1:]} == {"，"}
    if commas and values != len(named) + 1:
        return 0
    while n:
        segment = sentence.segments[n - 1]
        if not segment.items or segment.text.startswith("其中"):
            return 0
        for item in segment.items:
            if len(item.before) < 2 or item.after or item.quantity.dimension in RELATIVE:
                return 0
        number += len(segment.items)
        if segment.mark != "、" and not (commas and n > first + 1):
            break
        n -= 1
    return number if number > 1 else 0


def _compare(values: list[Item], listed: int) -> Iterator[Relation]:
    """Yield whether there are as many values as figures listed before."""
    span = Span(values[0].quantity.span.start, values[-1].quantity.span.end)
    if len(values) == listed:
        yield Relation("list", Verdict.PROVED, span, f"{listed}个数")
    elif values[0].quantity.dimension == SHARE:
        yield refuted(span, listed, len(values), Severity.WARNING)


def _back(sentence: Sentence, n: int, words: str) -> str:
    """Return the words with those of the segments that a “、” joins to them."""
    while sentence.segments[n].mark == "、":
        n -= 1
        words = f"{sentence.segments[n].text}、{words}"
    return words


def _judge(values: list[Item], subject: str) -> Iterator[Relation]:
    if "季度" in subject or "年" in subject or "月" in subject:
        subject = _PERIODS.sub("某期", subject)
    number = len(values)
    announced, head, tail = _announced(subject)
    named = counts_of(subject) | counts_of(tail)
    sure = announced in counts_of(head) and counts_of(tail) == {1}
    span = Span(values[0].quantity.span.start, values[-1].quantity.span.end)
    if number == announced or (number in named and not sure):
        yield Relation("list", Verdict.PROVED, span, f"{number}个数")
    elif FUSED.search(subject):
        return
    elif announced > 1:
        yield refuted(span, announced, number, None)
    elif max(named) > 1 and not VAGUE.search(subject):
        yield refuted(span, max(named), number, Severity.WARNING)


def _announced(subject: str) -> tuple[int, str, str]:
    """Return how many things a subject says it names, or 0; and the words before and after."""
    every = list(_ANNOUNCED.finditer(subject))
    if every:
        try:
            number = numerals.parse(every[-1]["number"])
        except ValueError:
            return 0, subject, ""
        return number, subject[: every[-1].start()], subject[every[-1].end() :]
    return 0, subject, ""


def refuted(span: Span, wanted: int, number: int, severity: Severity | None) -> Relation:
    words = f"前面列了{wanted}项，“分别”之后应有{wanted}个数"
    return Relation(
        "list", Verdict.REFUTED, span, f"{number}个", computation=words, severity=severity
    )
