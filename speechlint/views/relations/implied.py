"""Several shares of one whole that is not named: each amount over its share must give the same."""

from __future__ import annotations

from speechlint.diagnostic import Related, Severity
from speechlint.later import later
from speechlint.views.figures.interval import spelled
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.arithmetic import tail
from speechlint.views.relations.clauses import sentences
from speechlint.views.relations.share import claims, figures_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.paragraph import Paragraph
    from speechlint.views.figures import Quantity
    from speechlint.views.relations.clauses import Sentence
    from speechlint.views.relations.share import Claim

    Pair = tuple[Quantity, Quantity]  # an amount, its share

# What is a whole by itself, the same each time it is named; 占全省的 is another one each time.
_WHOLE = later(
    "总[数量额值产]|总人口|生产总值|GDP|家庭|人口|户数|面积|收入|支出|投资|贷款|存款|工业|农业|用[电水]量|^全社会"
)
_TIME = later("[今去明前上]年|(?:19|20)[0-9]{2}年|“.{1,3}五”|[一二三四上下]半?[季年]度?")
_OTHER = later("计划|目标|任务|预算|[去上前明]年|同期|[0-9]|比|较|其")


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the shares of a paragraph whose amounts imply different wholes."""
    groups: dict[tuple[str, str, frozenset[str]], list[Pair]] = {}
    for sentence in paragraph.view(sentences):
        for claim in sentence.view(claims):
            share = claim.share.quantity
            if not share.firm or not share.digits or claim.inside or not _lasting(claim.base):
                continue
            part, wholes = figures_of(claim, sentence)
            if part and part.firm and not wholes:
                key = (claim.base, part.dimension, _times(claim, sentence))
                groups.setdefault(key, []).append((part, share))
    found = [r for group in groups.values() if len(group) > 1 for r in _judge(group)]
    return tuple(sorted(found, key=lambda relation: relation.span))


def _times(claim: Claim, sentence: Sentence) -> frozenset[str]:
    """Return the words for time before a share, back to the last “；”."""
    words = ""
    for segment in sentence.segments[claim.at :: -1]:
        words = segment.text + words
        if segment.mark == "；":
            break
    return frozenset(_TIME.findall(words))


def _lasting(base: str) -> bool:
    """Say whether a name means the same whole each time."""
    return len(base) > 2 and bool(_WHOLE.search(base)) and not _OTHER.search(base)


def _judge(group: Sequence[Pair]) -> Iterator[Relation]:
    """Yield the pair that agrees with the fewest others, if one does not agree with all."""
    odd = [sum(not _agree(pair, other) for other in group) for pair in group]
    if not any(odd):
        for _, share in group:
            yield Relation("implied", Verdict.PROVED, share.span, share.text)
        return
    worst = max(range(len(group)), key=lambda n: (odd[n], n))
    pair = group[worst]
    others = [other for other in group if not _agree(pair, other)]
    mild = all(_agree(pair, other, slack=True) for other in others)
    part, share = pair
    known = others[0]
    words = f"{_implied(pair)}，而{_implied(known)}"
    related = tuple(Related(q.span, q.text) for q in (part, *known))
    severity = Severity.INFO if mild else None
    yield Relation(
        "implied", Verdict.REFUTED, share.span, share.text, related, words, severity=severity
    )


def _agree(pair: Pair, other: Pair, *, slack: bool = False) -> bool:
    """Say whether some whole fits both pairs: a/p = b/q, so a·q = b·p."""
    (a, p), (b, q) = pair, other
    first, second = p.interval, q.interval
    if slack:
        first, second = first.widened(p.step), second.widened(q.step)
        first.low, second.low = max(0, first.low), max(0, second.low)
    return a.interval.times(second).meets(b.interval.times(first))


def _implied(pair: Pair) -> str:
    """Write out the whole that a pair implies: 28219÷9.72%≈290319个."""
    part, share = pair
    up, over = part.factor
    value, rate = part.value, share.value
    number = value.low * rate.over * over
    under = value.over * rate.low * up * part.scale
    amount = spelled(part.digits, 10**part.places, part.places)
    return f"{amount}{tail(part)}÷{share.text}≈{spelled(number, under, part.places)}{tail(part)}"
