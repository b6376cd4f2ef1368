"""Whether shares make up one whole: in a ratio, in turn, or each by its name."""

from __future__ import annotations

from speechlint.diagnostic import Related, Severity
from speechlint.later import later
from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.figures.interval import exactly, spelled
from speechlint.views.figures.numbers import arabic
from speechlint.views.relations import Relation, Verdict, labels
from speechlint.views.relations.arithmetic import digits, total

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.views.figures import Quantity
    from speechlint.views.figures.interval import Interval
    from speechlint.views.relations.clauses import Sentence
    from speechlint.views.relations.share import Claim

_WHOLE = exactly(100)
_NUMBER = r"\d{1,2}(?:\.\d+)?"
_RATIO = later(rf"(?<![\d.:：∶]){_NUMBER}(?:[:：∶]{_NUMBER}){{2,}}(?![\d.:：∶])")
# All the parts of a whole in a few words, and their shares in turn.
_IN_TURN = later(
    "(?:(?P<three>一、二、三次?产业?|三次产业|一二三产业?)|城镇[居民人口]{0,4}(?:和|、|与)(?:农村|乡村)[居民人口]{0,4}|男(?:女|、女|性和女性)"
    "|轻(?:、|重|工业和重)工业|税收(?:和|、|与)非税)[^，。；：%0-9]{0,14}(?:占|比[重例]|结构)[^，。；：%0-9]{0,10}?"
    "(?:分别)?(?:[为是占的]|达到?|调整为)(?:[^，。；：%0-9]{0,2}?)"
    rf"(?P<values>{_NUMBER}[%％](?:[、，和与及]{_NUMBER}[%％]){{1,2}})(?![、和与及]\d)"
)
# 从事故原因看: one of them each.
_SEEN = later(
    "[从按](?:[一-龥]{0,8}(?:结构|构成|类型|类别|性质|分布)|(?:事故|火灾|起火|致贫|返贫)[一-龥]{0,2}原因)(?:上|来|上来)?[看分]$"
)
_STRUCTURE = later("产业|结构|构成|比重")


def ratios(text: str) -> Iterator[Relation]:
    for match in _RATIO.finditer(text):
        begin = max(0, match.start() - 60, text.rfind("。", 0, match.start()))
        lead = text[begin : match.start()]
        if not _STRUCTURE.search(lead):
            continue
        numbers = [arabic(number) for number in regex("[:：∶]").split(match[0])]
        value = total(exactly(n, 10**places) for n, places, _ in numbers)
        sure = "三次产业" in lead
        least, most = (20, 200) if sure else (85, 115)  # else not in hundredths
        if exactly(least).below(value) and value.below(exactly(most)):
            slack = total(exactly(1, 2 * 10**places) for _, places, _ in numbers)
            coarse = min(places for _, places, _ in numbers)
            terms = "+".join(spelled(n, 10**places, places) for n, places, _ in numbers)
            words = f"{terms}={spelled(value.low, value.over, 4)}"
            span = Span(*match.span())
            yield _relation(span, value.widened(slack), exactly(1, 10**coarse), words)


def in_turn(text: str) -> Iterator[Relation]:
    """Yield “一、二、三产业占比分别为9.8%、44.6%和45.6%”."""
    for match in _IN_TURN.finditer(text):
        numbers = [arabic(number) for number in regex(_NUMBER).findall(match["values"])]
        if len(numbers) != (3 if match["three"] else 2):
            continue
        value = total(exactly(n, 10**places) for n, places, _ in numbers)
        slack = total(exactly(1, 2 * 10**places) for _, places, _ in numbers)
        coarse = min(places for _, places, _ in numbers)
        terms = "+".join(spelled(n, 10**places, places) + "%" for n, places, _ in numbers)
        words = f"{terms}={spelled(value.low, value.over, 4)}%"
        span = Span(*match.span("values"))
        yield _relation(span, value.widened(slack), exactly(1, 10**coarse), words)


def shares(group: Sequence[Claim], sentence: Sentence) -> Iterator[Relation]:
    quantities = [claim.share.quantity for claim in group]
    if not all(quantity.firm for quantity in quantities):
        return
    names = [claim.subject for claim in group]
    computed = total(q.interval for q in quantities).scaled(100)
    divided = labels.divides(names) and not labels.rests(names[-1])
    too_much = _WHOLE.below(computed)
    if not divided and (not too_much or not _exclude(group, names, sentence)):
        return
    if not divided and computed.meets(_WHOLE):
        return
    yield _relation(
        quantities[-1].span,
        computed,
        min(quantities, key=lambda q: q.places).step.scaled(100),
        _written(quantities),
        [Related(q.span, f"部分 {q.text}") for q in quantities[:-1]],
    )


def _exclude(group: Sequence[Claim], names: Sequence[str], sentence: Sentence) -> bool:
    """Say whether shares of these names can be parts of one whole only."""
    at = group[0].at
    seen = _SEEN.search(sentence.segments[at - 1].text) if len(group) > 2 and at else None
    if seen and "原因" in seen[0]:
        return True
    if labels.overlap(names) or "分别" in "".join(names):
        return False
    if seen or labels.excludes(names):
        return True
    named = bool(group[0].base) or "中" in names[0]
    return named and len({name[-2:] for name in names}) == 1


def _relation(
    span: Span,
    computed: Interval,
    step: Interval,
    words: str,
    operands: Sequence[Related] = (),
) -> Relation:
    verdict = Verdict.PROVED if computed.meets(_WHOLE) else Verdict.REFUTED
    slight = verdict is Verdict.REFUTED and computed.widened(step).meets(_WHOLE)
    severity = Severity.INFO if slight else None
    return Relation("structure", verdict, span, "100%", tuple(operands), words, severity=severity)


def _written(quantities: Sequence[Quantity]) -> str:
    value = total(q.value for q in quantities).scaled(100)
    return f"{'+'.join(digits(q) + '%' for q in quantities)}={spelled(value.low, value.over, 4)}%"
