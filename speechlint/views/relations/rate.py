"""Rates against the counts beside them: 128个项目，已开工96个，开工率75%."""

from __future__ import annotations

from speechlint.diagnostic import Related, Severity
from speechlint.later import later
from speechlint.occurrences import holds
from speechlint.views.figures import RELATIVE, SHARE
from speechlint.views.figures.hedges import contradicts, next_digit, with_words
from speechlint.views.figures.interval import exactly
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.arithmetic import (
    corrected,
    digits,
    fits,
    over,
    quotient,
    ratio,
    tail,
    unknown,
)
from speechlint.views.relations.clauses import sentences
from speechlint.views.relations.lists import is_change

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from speechlint.paragraph import Paragraph
    from speechlint.views.figures import Quantity
    from speechlint.views.relations.clauses import Item, Sentence

    Found = list[tuple[Item, str]]  # figures, with the words of their segments near them

_RATE = later(
    "(?P<name>[一-龥]{0,8}?)(?P<done>[一-龥]{2})(?:率|(?<=支出|执行|拨付|投资|使用|完成)进度)(?:已经?|均|大?约|[仅只]|高|就)?(?:达到?了?|[为是有])?"
    "(?:大?约|[接将]?近|超过?|逾|不足|不到|不?[高低]于|至少|突破)?$"
)
# What may stand before “开工” in “项目开工率” without measuring something else.
_PLAIN = later(
    "(?:[其总]|其中|项目|工程|投资|资金|任务|计划|案件|整体|总体|平均|实际|目前|全[省市县区镇])*"
)
_NOT_DONE = "未没待"
# What is done where a rate has another name for it: 完成率 of what was 办结, 出席率 of those 到.
_SAME = {
    "出席": ("到",),
    "到会": ("到",),
    "参会": ("到",),
    "参选": ("到",),
    "投票": ("到",),
    "完成": ("办结", "落实"),
    "整改": ("销号",),
    "办结": ("办理完毕",),
    "结案": ("执结", "审结", "办结"),
    "复工": ("复产",),
    "到位": ("到账",),
}
_DUE = later(
    "[应需拟]|(?<![主重必只就还都])要(?=完成|新?建|改造|实施|整治)|合同|协议|计划|目标|任务|预算|下达|安排"
)
_EACH = frozenset("人户亩")
_MEANS = "均每产人户亩"  # one of these stands before so much for each
_AMONG = later("[中里](?![央小心等型高期部医学村年药国])")


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the rates that a paragraph gives beside the counts they come from."""
    text = paragraph.text
    found = [with_words(r, text) for s in paragraph.view(sentences) for r in _rates(s)]
    for sentence in paragraph.view(sentences):
        if sentence.count > 2 and holds(sentence.text, _MEANS) and _has_mean(sentence):
            from speechlint.views.relations import means

            found += means.relations(sentence)
    if "优良" in text or "城镇化率" in text:
        from speechlint.views.relations import named

        found += (r for s in paragraph.view(sentences) for r in named.relations(s))
    return tuple(sorted(found, key=lambda relation: relation.span))


def _has_mean(sentence: Sentence) -> bool:
    """Say whether a sentence may give so much for each of something."""
    words = [item.before for segment in sentence.segments for item in segment.items]
    return any("均" in w or "每" in w or "产" in w or w[:1] in _EACH for w in words)


class _Told:
    """What a sentence has told before a rate.

    `counts` are figures with the words of their segments, `parts` those that rates before
    were of; `group` is where the part of the sentence since the last “；” begins.
    """

    __slots__ = ("counts", "group", "parts")

    def __init__(self) -> None:
        self.counts: Found = []
        self.parts: list[Quantity] = []
        self.group = 0


def _rates(sentence: Sentence) -> Iterator[Relation]:
    if SHARE not in sentence.dimensions or not ("率" in sentence.text or "进度" in sentence.text):
        return
    told = _Told()
    for segment in sentence.segments:
        if segment.mark == "；":
            told.group = segment.span.start
        for item in segment.items:
            quantity = item.quantity
            mille = quantity.unit == "‰"  # of a population that is not told
            if quantity.dimension == SHARE and not mille and (match := _RATE.search(item.before)):
                yield from _judge(quantity, match, told, sentence)
            elif quantity.dimension not in RELATIVE and not is_change(item, segment):
                told.counts.append((item, item.before + item.after))


def _judge(
    rate: Quantity, match: re.Match[str], told: _Told, sentence: Sentence
) -> Iterator[Relation]:
    counts = told.counts
    name, done = match["name"], match["done"]
    if done[0] in "不未无":  # 不捕率: of the others and these
        return
    at = _numerator(done, counts)
    if at is None and done in ("完成", "覆盖") and len(name) > 1:
        name, done = name[:-2], name[-2:]  # 换届完成率: of what was 已换届
        at = _numerator(done, counts)
    if at is None:
        return
    part, words = counts[at]
    known = words + "".join(w for _, w in counts)
    if not _PLAIN.fullmatch(name) and name[-2:] not in known:
        yield unknown("rate", rate, f"“{name}”限定了分子")
        return
    found = _denominators(done, counts, at)
    # 签约9646户，腾房7923户，签约率…，腾房率…: of those who signed, or of all?
    earlier = [q for q in told.parts if q.dimension == part.quantity.dimension]
    told.parts.append(part.quantity)
    near = [quantity for quantity in found if quantity.span.start >= told.group] or found
    wholes = [*near, *(q for q in earlier if q is not part.quantity)]
    if len(wholes) == 1 and wholes[0] in earlier:
        wholes = []
    if not wholes and sentence.before:
        wholes = [
            item.quantity
            for segment in sentence.before.segments
            for item in segment.items
            if item.quantity.dimension == part.quantity.dimension and _DUE.search(item.before)
        ]
    figures = [part.quantity, *wholes]
    if rate.masked or not all(q.firm for q in figures):
        yield unknown("rate", rate, "有约数或空白")
    elif rate.hedge:
        yield from _roughly(rate, part.quantity, wholes)
    elif rest := _not_done(done, counts, part.quantity):
        yield _with_rest(rate, part.quantity, rest)
    elif wholes:
        yield _computed(rate, part.quantity, wholes)


def _numerator(done: str, counts: Found) -> int | None:
    """Return which figure counts what was done: the last that says so."""
    for n in range(len(counts) - 1, -1, -1):
        item, words = counts[n]
        if (
            (any(word in words for word in (done, f"实{done[0]}", *_SAME.get(done, ()))))
            and not _left(words)
            and not _due(item, done)
            and not _due(item, "到" if "到" in _SAME.get(done, ()) else done)
            and not item.before.endswith((f"{done}到", f"{done}至", f"{done}为"))  # 由8件压减到6件
        ):
            return n
    last = len(counts) - 1
    if last > 0 and _among(counts[last - 1][0]) and done[0] in counts[last][1]:
        return last  # 186个村中184个通硬化路，通达率
    return None


def _left(words: str) -> int:
    """Return where the first word for what is not done ends; 0 where there is none."""
    return min([words.index(word) + 1 for word in _NOT_DONE if word in words], default=0)


def _among(item: Item) -> bool:
    after = item.after
    return ("中" in after or "里" in after) and _AMONG.search(after) is not None


def _due(item: Item, done: str) -> bool:
    """Say whether a figure counts what was to be done: 应到位, 计划开工."""
    before = item.before[: item.before.find(done)] if done in item.before else ""
    return bool(_DUE.search(before))


# What there is to spend.
_FUNDS = later("到位|下达|到账|争取|筹集|收到")
_SPENT = frozenset(("支出", "拨付", "使用", "执行"))


def _denominators(done: str, counts: Found, at: int) -> list[Quantity]:
    """Return the figures before that the rate may be of, the nearest first."""
    part = counts[at][0].quantity
    found = [
        item
        for item, words in counts[:at][::-1]
        if item.quantity.dimension == part.dimension and not _left(words)
    ]
    if not part.counts:
        due = [item for item in found if _DUE.search(item.before)]
        if not due and done in _SPENT:
            due = [item for item in found if _FUNDS.search(item.before)]
        found = due
    named = [item for item in found if _due(item, done) or _among(item)]
    return [item.quantity for item in named or found]


def _not_done(done: str, counts: Found, part: Quantity) -> Quantity | None:
    """Return the count of what was not done, if it is given: 已开工33个，未开工17个."""
    for item, words in counts:
        left = _left(words)
        if left and done in words[left:] and item.quantity.dimension == part.dimension:
            return item.quantity
    return None


def _roughly(rate: Quantity, part: Quantity, wholes: Sequence[Quantity]) -> Iterator[Relation]:
    """Yield whether a rough rate can be said of the counts: 复工率超过七成."""
    if len(wholes) != 1 or not wholes[0].digits:
        yield unknown("rate", rate, "约数没有可比的数")
        return
    whole = wholes[0]
    wrong, mild = contradicts(
        rate.hedge,
        part.interval,
        whole.value.times(rate.value),
        whole.value.times(next_digit(rate)),
    )
    relation = _relation(rate, part, whole, "分母", quotient(part, whole, rate))
    if wrong:
        severity = Severity.WARNING if mild else None
        relation = relation._replace(verdict=Verdict.REFUTED, severity=severity)
    yield relation


def _relation(rate: Quantity, part: Quantity, other: Quantity, role: str, words: str) -> Relation:
    related = (Related(part.span, f"分子 {part.text}"), Related(other.span, f"{role} {other.text}"))
    return Relation("rate", Verdict.PROVED, rate.span, rate.text, related, words)


def _with_rest(rate: Quantity, part: Quantity, rest: Quantity) -> Relation:
    verdict, severity = fits(part.interval, part.interval.plus(rest.interval), rate)
    whole = part.value.plus(rest.value)
    if not whole.low:
        return unknown("rate", rate, "分母是零")
    same = tail(part) == tail(rest)
    left = digits(part) if same else digits(part) + tail(part)
    right = digits(rest) if same else digits(rest) + tail(rest)
    words = f"{left}÷({left}+{right}){ratio(part.value, whole, rate)}"
    return _relation(rate, part, rest, "其余", words)._replace(verdict=verdict, severity=severity)


def _computed(rate: Quantity, part: Quantity, wholes: Sequence[Quantity]) -> Relation:
    judged = []
    for whole in wholes:
        if whole.value.meets(exactly(0)):
            return unknown("rate", rate, "分母是零")
        verdict, severity = fits(part.interval, whole.interval, rate)
        relation = _relation(rate, part, whole, "分母", quotient(part, whole, rate))
        mend = corrected(over(part.value, whole.value), rate)
        judged.append(relation._replace(verdict=verdict, severity=severity, correct=mend))
        if verdict is Verdict.PROVED:
            return judged[-1]
    return judged[0] if len(judged) == 1 else unknown("rate", rate, "分母可能不止一个")
