"""Rough words against the number they round: 10.3亿元，近10亿元; 约30%左右."""

from __future__ import annotations

from speechlint.diagnostic import Related, Severity
from speechlint.later import later
from speechlint.occurrences import holds
from speechlint.views.figures import RELATIVE, SHARE, figures
from speechlint.views.figures.hedges import BEFORE, contradicts, following, next_digit, with_words
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.arithmetic import digits, percent, ratio, tail
from speechlint.views.relations.clauses import sentences
from speechlint.views.relations.lists import is_change
from speechlint.views.relations.share import around, claims, figures_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.paragraph import Paragraph
    from speechlint.views.figures import Quantity
    from speechlint.views.relations.clauses import Segment, Sentence

_TIMES = frozenset("年月天周岁") | {"小时", "分钟", "季度"}
_COMPARES = later("超|突破|于$")
_INSIDE = later("[0-9０-９一二三四五六七八九十百千万亿](?P<word>[余多几])")
# A segment that only says the figure before it once more, roughly.
_ONLY = later(
    "(?:已经?|首次|达到?|就|也|成功|一举|历史性地?|仍|均|为|是)*(?:[接将]?近|超过?|逾|突破|不足|不到|约|不?[高低]于)?"
)
_END = later("(?:大关|多|余|以[上下内]|左右|上下|[强弱])?")
_PASSED = later("(?:首次|历史性地?|一举|成功|双双)?(?:突破|超过|跨越|跨过|迈[上过])了?$")
_REACHES = later("(?:已经?|实际)?(?:达到?了?|为)")
SUPPLY = ("供求比", "供需比")


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the rough words of a paragraph that its figures contradict, or that are doubled."""
    supply = holds(paragraph.text, SUPPLY)
    if not supply and not any(q.hedge for q in paragraph.view(figures)):
        return ()
    found = [*_doubled(paragraph)]
    for sentence in paragraph.view(sentences):
        if not supply and not any(q.hedge for q in sentence.quantities):
            continue
        found += _shares(sentence)
        if not supply and SHARE not in sentence.dimensions and _unlike(sentence):
            continue
        for n, segment in enumerate(sentence.segments[1:], 1):
            if segment.items:
                found += _again(sentence, n)
                if supply:
                    from speechlint.views.relations.supply import relations as supplied

                    found += supplied(sentence, n)
    unique = {r.span: with_words(r, paragraph.text) for r in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda relation: relation.span))


def _relation(
    said: Quantity, figures: tuple[Quantity, ...], words: str, verdict: tuple[bool, bool]
) -> Relation:
    """Return a relation; `verdict` says whether it is wrong, and whether mildly so."""
    wrong, mild = verdict
    related = tuple(Related(q.span, q.text) for q in figures)
    return Relation(
        "hedge",
        Verdict.REFUTED if wrong else Verdict.PROVED,
        said.span,
        said.text,
        related,
        words,
        severity=Severity.WARNING if wrong and mild else None,
    )


def _unlike(sentence: Sentence) -> bool:
    """Say whether no two figures measure the same: then none says another once more."""
    return sentence.count == len(sentence.dimensions)


def _doubled(paragraph: Paragraph) -> Iterator[Relation]:
    """Yield “约30%左右”: one of the two words is enough."""
    text = paragraph.text
    for quantity in paragraph.view(figures):
        start, end = quantity.span
        before = BEFORE.search(text, max(0, start - 4), start) if quantity.hedge else None
        if not before or quantity.dimension in _TIMES or quantity.masked:
            continue
        said = quantity.text
        odd = "余" in said or "多" in said or "几" in said
        after = following(text, end) or (_INSIDE.search(said) if odd else None)
        if not after or (
            _COMPARES.search(before[0].rstrip()) and after[0].lstrip() in ("左右", "上下")
        ):
            continue  # 低于13%左右的目标: no guess but a comparison
        if not text.startswith(("余下", "多种", "多个", "多次", "多年"), end):
            words = f"“{before[0].rstrip()}”与“{after['word']}”重复"
            yield _relation(quantity, (), words, (True, True))


def _shares(sentence: Sentence) -> Iterator[Relation]:
    """Yield rough shares of figures: 占年计划61.1亿元的近五成, 已开工82个，超过七成."""
    for claim in sentence.view(claims):
        said = claim.share.quantity
        if not said.hedge or said.masked:
            continue
        part, wholes = figures_of(claim, sentence)
        whole = wholes[0][0] if wholes and len(wholes[0]) == 1 else None
        if part and part.firm and whole and whole.firm and whole.digits:
            yield share(said, part, whole)


def share(said: Quantity, part: Quantity, whole: Quantity) -> Relation:
    verdict = contradicts(
        said.hedge,
        part.interval,
        whole.value.times(said.value),
        whole.value.times(next_digit(said)),
    )
    same = tail(part) == tail(whole)
    left = digits(part) if same else digits(part) + tail(part)
    right = digits(whole) if same else digits(whole) + tail(whole)
    fraction = said.unit == "分之"
    share = percent(part.value, whole.value) if fraction else ratio(part.value, whole.value, said)
    words = f"{left}÷{right}{share}"
    return _relation(said, (part, whole), words, verdict)


def _told(sentence: Sentence, n: int) -> Segment:
    """Return the segment before, or the one before that if it only gives a rate."""
    before = sentence.segments[n - 1]
    rate = bool(before.items) and all(i.quantity.dimension in RELATIVE for i in before.items)
    said = sentence.segments[n].items
    if n > 1 and rate and before.mark == "，" and said and said[0].quantity.dimension != SHARE:
        return sentence.segments[n - 2]
    return before


def _again(sentence: Sentence, n: int) -> Iterator[Relation]:
    """Yield “10.3亿元，近10亿元” and “已开工82个，超过七成”."""
    segment = sentence.segments[n]
    if segment.mark != "，" or len(segment.items) != 1:
        return
    before = _told(sentence, n)
    if not before.items:
        return
    item, last = segment.items[0], before.items[-1]
    said, value = item.quantity, last.quantity
    if value.hedge and _PASSED.search(last.before) and _REACHES.fullmatch(item.before):
        yield from _passed(said, value)
        return
    if not said.hedge or said.masked or not value.firm or is_change(last, before):
        return
    if not _ONLY.fullmatch(item.before) or not _END.fullmatch(item.after) or len(last.after) > 2:
        return
    if said.dimension == value.dimension:
        verdict = contradicts(said.hedge, value.interval, said.value, next_digit(said))
        yield _relation(said, (value,), f"前面是{value.text}", verdict)
    elif said.dimension == SHARE and value.dimension not in RELATIVE:
        wholes = around(value, sentence.host)
        if len(wholes) == 1 and wholes[0].firm and wholes[0].digits:
            yield share(said, value, wholes[0])


def _passed(said: Quantity, passed: Quantity) -> Iterator[Relation]:
    """Yield “突破3万元，达到29860元”."""
    if said.unit == passed.unit and said.firm and not passed.masked:
        wrong = said.interval.below(passed.value)
        yield _relation(said, (passed,), f"前面说突破{passed.text}", (wrong, False))
