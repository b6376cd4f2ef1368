"""Shares: A占B的p%, B个中A个占p%, 完成年计划B的p%."""

from __future__ import annotations

from speechlint.diagnostic import Related
from speechlint.later import later
from speechlint.regexes import regex
from speechlint.views.figures import RELATIVE, SHARE
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.arithmetic import corrected, fits, over, quotient, unknown
from speechlint.views.relations.clauses import sentences
from speechlint.views.relations.lists import amounts, is_remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.paragraph import Paragraph
    from speechlint.views.figures import Quantity
    from speechlint.views.relations.clauses import Item, Segment, Sentence

_TAKES = later("(?<![抢征侵挤独强])占(?!地(?![区方])|[用领据道便优补]|有[率量])")
# Verbs that lead to a share only where “的” follows what it is a share of.
_IS = later("完成了?|相当于|达到?了?|[为是]")
_OF = later(
    "(?:的比[重例]|比[重例]?|的)?(?:已经?|高|仅|只)?(?:达到?了?|为|是)?"
    "(?:大?约|[接将]?近|超过?|逾|不足|不到|不?[高低]于|至少|突破)?$"
)
# The share is said to change, or is measured otherwise.
_MOVES = later("[由从比较]|提高|上升|下降|降低|增长|增加(?!值)|扩大|回落|超过|每年")
_PERIOD = later("[去上前]年|同期|20\\d\\d|19\\d\\d|年初|年底|[上当本]月")
_NO_SUBJECT = later("(?:大?约|已经?|共|合计|仅|只|也|就|均|各|又|其|则|总共|一共)*")
_PLAN = later("计划|目标|任务|预算")
_TOTAL = later("(?:共有?|现有|合计|应)[^的]{0,6}$|总[^的投]{1,4}$")
# 预算 is a plan in 年初预算, none in 一般公共预算收入.
_NO_PLAN = later("(?:一般公共|公共财政|政府性基金)预算|预算(?:总?收入|总?支出|收支|执行)")
# Kinds of plan that are not one another.
_KINDS = later("调整|年初|[季月]|总投资|三年|五年")
_PLAIN = later(
    "^(?:[全本我该][省市县区镇乡村国]|[全今去]年|年[末底]|上半年|[0-9至—-]+月|共|总|现有|完成|实现|累计|预计|其中)*"
)
_SOME = later("已|有|完成|开工")
_THOSE = later("的(?:已?有|共有|达到?|为)?$")
_SO_FAR = later("(?:截[至止][^，]{0,6}|目前|现|现在|其中)?已")
_SAID = later("(?:累计|共|已|完成|实现|达到?|为|是|约)+$")
_SUMMED = later("总(?:[数量额值]|面积|人数|户数|规模)$")
_AMONG = later("[中里](?![央小心等型高期部医学村年药国])")
_GENERAL = later("^(?:的|总[数量额]|全部|其)?$")
_PLACE = later("^[全本我该][省市县区镇乡村国](?:的|各类)?|^(?:同期|当年|今年)")


class Claim:
    """A share, and what it is said to be a share of.

    `at` is the number of its segment, `subject` the words there before “占” and `left` the
    figures among them; `base` the words after it and `inside` the figures among these.
    """

    __slots__ = ("at", "base", "inside", "left", "share", "subject")

    def __init__(self, share: Item, at: int, subject: str, base: str) -> None:
        self.share = share
        self.at = at
        self.subject = subject
        self.base = base
        self.left: tuple[Item, ...] = ()
        self.inside: tuple[Item, ...] = ()


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the shares that a paragraph claims, in order."""
    every = paragraph.view(sentences)
    found = [_judge(claim, sentence) for sentence in every for claim in sentence.view(claims)]
    return tuple(sorted(found, key=lambda relation: relation.span))


def claims(sentence: Sentence) -> tuple[Claim, ...]:
    """Return what a sentence says to be shares: 占, or “的” just before it."""
    if SHARE not in sentence.dimensions:
        return ()
    words, start = sentence.text, sentence.span.start
    ahead = [words[: q.span.start - start][-2:] for q in sentence.quantities]
    may = "占" in words or sentence.holes or any("的" in two for two in ahead)
    return tuple(_claims(sentence)) if may else ()


def _claims(sentence: Sentence) -> Iterator[Claim]:
    for n, segment in enumerate(sentence.segments):
        for k, item in enumerate(segment.items):
            if item.quantity.dimension == SHARE and item.quantity.unit != "‰":
                claim = _claim(segment, n, k)
                if claim and not (claim.base and _MOVES.search(claim.base)):
                    yield claim


def _claim(segment: Segment, n: int, k: int) -> Claim | None:
    """Return what is said of the k-th figure of a segment, if it is said to be a share."""
    lead, ends = "", []
    for item in segment.items[:k]:
        lead += item.before + item.quantity.text
        ends.append(len(lead))
    lead += segment.items[k].before
    verb = next(iter([*_TAKES.finditer(lead)][::-1]), None)
    if not verb and lead.endswith("的"):
        verb = _verb_before_base(lead)
    if not verb:
        return None
    base = _OF.sub("", lead[verb.end() :])
    left = sum(end <= verb.start() for end in ends)
    claim = Claim(segment.items[k], n, lead[: verb.start()], base)
    claim.left, claim.inside = segment.items[:left], segment.items[left:k]
    return claim


def _verb_before_base(lead: str) -> re.Match[str] | None:
    """Return the verb of “完成年计划61.1亿元的”; the base names a plan or holds a figure."""
    for verb in _IS.finditer(lead):
        base = lead[verb.end() :]
        if _is_plan(base) or regex("[0-9]").search(base):
            return verb
    return None


def _judge(claim: Claim, sentence: Sentence) -> Relation:
    share = claim.share.quantity
    if not share.firm:
        return unknown("share", share, "份额有未填的占位符" if share.masked else "份额是约数")
    if "分别" in claim.subject:
        return unknown("share", share, "几个份额对应几个数")
    part, wholes = figures_of(claim, sentence)
    if part is None:
        return unknown("share", share, "没有写出部分的数")
    if not wholes:
        return unknown("share", share, "没有写出整体的数")
    if not part.firm or not all(whole.firm for group in wholes for whole in group):
        return unknown("share", share, "部分或整体是约数")
    for whole in (whole for group in wholes for whole in group):
        relation = _computed(part, whole, share)
        if relation.verdict is Verdict.PROVED or len(wholes[0]) == len(wholes) == 1:
            return relation
    if len(wholes[0]) > 1:
        return unknown("share", share, "整体可能不止一个")
    return _computed(part, wholes[0][0], share)


def _computed(part: Quantity, whole: Quantity, share: Quantity) -> Relation:
    """Return whether part = share × whole for some numbers inside the printed ones."""
    if whole.digits == 0:
        return unknown("share", share, "整体是零")
    verdict, severity = fits(part.interval, whole.interval, share)
    return Relation(
        "share",
        verdict,
        share.span,
        share.text,
        (Related(part.span, f"部分 {part.text}"), Related(whole.span, f"整体 {whole.text}")),
        quotient(part, whole, share),
        severity=severity,
        correct=corrected(over(part.value, whole.value), share),
    )


def figures_of(claim: Claim, sentence: Sentence) -> tuple[Quantity | None, list[list[Quantity]]]:
    """Return the figure that a share is of, and those that may be the whole.

    These come in groups, the likeliest first; there may be none.
    """
    parts = _parts(claim, sentence)
    for part in parts:
        if wholes := _wholes(claim, part, sentence):
            return part, wholes
    return (parts[0] if parts else None), []


def _parts(claim: Claim, sentence: Sentence) -> list[Quantity]:
    """Return what the share may be of: just before, or in the segment before, the nearest first."""
    wanted = {item.quantity.dimension for item in claim.inside} - RELATIVE
    if claim.left:
        items = [i for i in claim.left if i.quantity.dimension not in RELATIVE]
        return [items[-1].quantity] if items and len(items[-1].after) <= 12 else []
    if sentence.segments[claim.at].mark == "；":
        return []
    if not _NO_SUBJECT.fullmatch(claim.subject):
        last = sentence.segments[claim.at - 1] if claim.at else None
        if not last or claim.base or len(last.items) != 1:
            return []
        named = last.items[0].before.removeprefix("其中").startswith(claim.subject)
        return [last.items[0].quantity] if named and len(claim.subject) > 1 else []
    for segment in reversed(sentence.segments[: claim.at]):
        if not is_remark(segment):
            dimensions = {i.quantity.dimension for i in segment.items} - RELATIVE
            found = [i.quantity for d in wanted or dimensions for i in amounts(segment, d)]
            return sorted(found, key=lambda quantity: quantity.span, reverse=True)
    outer = sentence.outer
    return [outer] if outer and outer.dimension not in RELATIVE else []


def _wholes(claim: Claim, part: Quantity, sentence: Sentence) -> list[list[Quantity]]:
    """Return the figures that may be the whole, in groups, the likeliest first."""
    inside = [i.quantity for i in claim.inside if i.quantity.dimension not in RELATIVE]
    if inside:
        same = [q for q in inside if q.dimension == part.dimension]
        return [same] if same and len(inside) == 1 else []
    if claim.base and _PERIOD.search(claim.base):
        return []
    if _GENERAL.match(claim.base):
        found = around(part, sentence.host)
        return [found] if found else []
    name = _PLACE.sub("", claim.base)
    if not name:
        return []  # 占全省的3%
    groups = [
        [
            item.quantity
            for segment in segments
            for item in amounts(segment, part.dimension)
            if item.quantity is not part and _named(name, item)
        ]
        for segments in _near(claim, sentence)
    ]
    if not _is_plan(name):  # 占支出总额的: the first 支出, whose parts may be called 支出 too
        every = [quantity for group in reversed(groups) for quantity in group]
        return [every[:1]] if every else []
    return [group for group in groups if group]


def _near(claim: Claim, sentence: Sentence) -> list[list[Segment]]:
    """Return where a whole may be named: between the “；” around, before that, before all."""
    at = claim.share.quantity.span.start
    here: list[Segment] = []
    earlier: list[Segment] = []
    for segment in sentence.host.segments:
        if segment.mark == "；" and segment.span.start > at:
            break
        if segment.mark in "；：" or segment.text.startswith("其中"):
            earlier, here = [*earlier, *here], []
        here.append(segment)
    before = list(sentence.before.segments) if sentence.before else []
    return [here, earlier, before]


def around(part: Quantity, host: Sentence) -> list[Quantity]:
    """Return the whole that “……中，……”, “……，其中……” or a word like 共 names before the part."""
    whole: Quantity | None = None
    last: Item | None = None
    if host.before and host.segments[0].text.startswith("其中"):
        found = [i for s in host.before.segments for i in amounts(s, part.dimension)]
        last = found[0] if len(found) == 1 else None
    for segment, after in zip(host.segments, (*host.segments[1:], None), strict=True):
        if "其中" in segment.text and last:
            whole = last.quantity
        for item in amounts(segment, part.dimension):
            if item.quantity.span.start >= part.span.start:
                if last and _of_them(last, item, segment):
                    whole = last.quantity
                return [whole] if whole and not whole.interval.below(part.interval) else []
            alone = not (after and _TAKES.match(after.text))  # else it is a part itself
            among = item.after and _AMONG.search(item.after)
            if among or (alone and _TOTAL.search(item.before)):
                whole = item.quantity
            last = item
    return []


def _of_them(whole: Item, part: Item, segment: Segment) -> bool:
    """Say whether a part is counted among the figure before: 28个项目已开工21个; 12个村，有9个村."""
    if whole in segment.items:
        return bool(_SOME.search(whole.after))
    sibling = segment.mark == "；" or _THOSE.search(whole.before)
    same = part.quantity.unit == whole.quantity.unit
    if part is segment.items[-1] and not part.after and same and not sibling:
        if _THOSE.search(part.before):
            return True  # 312个村，有集体收入的274个
        if whole.after and _SO_FAR.match(part.before):
            return True  # 130个小区，截至目前已完工91个
    again = whole.after and part.after.startswith(whole.after[:2])
    return bool(again and _SOME.match(segment.text))


def _named(name: str, item: Item) -> bool:
    """Say whether a figure is called so."""
    words = item.before + item.after
    called = _SAID.sub("", item.before)
    if _is_plan(name):
        if not _is_plan(words) or set(_KINDS.findall(words)) - set(_KINDS.findall(name)):
            return False
        return _PLAN.findall(_NO_PLAN.sub("", name))[-1] in words or len(name) <= 4
    core = _SUMMED.sub("", name)
    if core != name:
        bare = _PLAIN.sub("", called)
        return len(core) > 1 and (called.endswith(name) or bare == core)
    return len(name) > 1 and name in words


def _is_plan(words: str) -> bool:
    return bool(_PLAN.search(_NO_PLAN.sub("", words)))
