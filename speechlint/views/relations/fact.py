"""What a speech says of a figure that the office's fact sheet has.

Only what is certainly that indicator of that period and place is compared; of everything
else nothing is said.
"""

from __future__ import annotations

from collections import Counter

from speechlint.diagnostic import Severity
from speechlint.later import later
from speechlint.record import NamedTuple
from speechlint.views.figures.hedges import contradicts, next_digit
from speechlint.views.periods import SEVERAL, periods
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.arithmetic import compare, digits, printed, tail
from speechlint.views.relations.mentions import mentions
from speechlint.views.year import year_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Speech
    from speechlint.paragraph import Paragraph
    from speechlint.views.facts import Fact
    from speechlint.views.figures import Quantity
    from speechlint.views.periods import Period
    from speechlint.views.relations.mentions import Mention

_OWN = later("[全我](?P<level>[国省市县区州盟旗镇乡村])")
_WIDE = ("国", "省")


class Compared(NamedTuple):
    """A relation, its span in the document, and what to write instead ("" where that is not sure)."""

    relation: Relation
    replacement: str


def in_speech(
    speech: Speech, facts: Sequence[Fact], place: str = "", year: int = 0
) -> Iterator[Compared]:
    """Yield each mention of a fact, proved or refuted.

    `place` (全市, 江州市) and `year` are the speech's own, where they are known.
    """
    by_name: dict[str, list[Fact]] = {}
    for fact in facts:
        for name in fact.names:
            by_name.setdefault(name, []).append(fact)
    if not any(name in paragraph.text for paragraph in speech.paragraphs for name in by_name):
        return
    judge = _Judge(speech, facts, place, year)
    told: Period | None = None  # the last one of the paragraphs before
    for paragraph in speech.paragraphs:
        for mention in mentions(paragraph, by_name):
            known = judge.fact(mention, by_name[mention.name], told)
            if known:
                yield _compared(paragraph, mention, known)
        told = next((p for p in reversed(tuple(periods(paragraph.text))) if _dated(p)), told)


class _Judge:
    """Knows of which period and place a speech speaks where it does not say so."""

    def __init__(self, speech: Speech, facts: Sequence[Fact], place: str, year: int) -> None:
        found = speech.view(year_of)
        self.now = year or (found.number if found else None)
        spans = {fact.period for fact in facts}
        self.only = spans.pop() if len(spans) == 1 else ""
        places = {fact.place for fact in facts}
        self.place = places.pop() if len(places) == 1 else ""
        self.own = {level for level in (_level(place), _own_level(speech)) if level}
        if place:
            self.own = {_level(place), place}

    def fact(self, mention: Mention, facts: Sequence[Fact], told: Period | None) -> Fact | None:
        """Return the one fact that a mention is certainly about."""
        period = self._period(mention, told)
        fitting = [
            fact
            for fact in facts
            if fact.change == mention.change
            and fact.period == period
            and _measured_alike(fact.quantity, mention.quantity)
            and self._here(fact, mention.place)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _period(self, mention: Mention, told: Period | None) -> str:
        """Return the period of a mention: that of its sentence, or the sheet's only one."""
        earlier = (*((told,) if told else ()), *mention.before)
        if mention.given:
            return self._spelled(mention.given[-1], (*earlier, *mention.given[:-1]))
        if not self.only or not earlier:
            return self.only
        last = self._spelled(earlier[-1], earlier[:-1])
        return self.only if last == self.only else ""

    def _spelled(self, period: Period, earlier: Sequence[Period]) -> str:
        """Spell a period; 上半年 alone is that of the year named before it."""
        if period.part == SEVERAL:
            return ""
        if period.year is None and period.shift is None:
            named = [p for p in earlier if p.year is not None and not p.part.startswith("-")]
            if named:
                period = period._replace(year=named[-1].year)
            elif self.now is not None:
                period = period._replace(year=self.now)
            elif self.only.partition("/")[2] == period.part:
                return self.only
        elif period.year is None and self.now is None and not period.part:
            return ""
        return period.spelled(self.now)

    def _here(self, fact: Fact, place: str) -> bool:
        """Say whether a mention that names this place, or none, is of the fact's place."""
        if fact.place:
            return place == fact.place or (not place and fact.place == self.place)
        return not place or place in self.own


def _measured_alike(known: Quantity, said: Quantity) -> bool:
    """Say whether two figures measure the same; 186.5亿 without a unit may be money or people."""
    if said.unit == "" and said.scale >= 10_000:
        return known.factor == (1, 1) and (known.counts or known.dimension == "元")
    return known.dimension == said.dimension


def _dated(period: Period) -> bool:
    """Say whether a period is more than a part of a year."""
    return period.year is not None or period.shift is not None or period.part == SEVERAL


def _level(place: str) -> str:
    """Return 市 for 全市 and for 江州市."""
    return place[-1:] if place else ""


def _own_level(speech: Speech) -> str:
    """Return the level that a speech means by 全市, 我县: the one it speaks of most.

    A speech that only speaks of 全省 may just as well be a city's that compares itself.
    """
    counts = Counter(match["level"] for p in speech.paragraphs for match in _OWN.finditer(p.text))
    near = Counter({level: n for level, n in counts.items() if level not in _WIDE})
    if not near:
        near = Counter({level: n for level, n in counts.items() if n > 3})
    first, second = (*near.most_common(2), ("", 0), ("", 0))[:2]
    return first[0] if first[1] >= 2 * second[1] else ""


def _compared(paragraph: Paragraph, mention: Mention, fact: Fact) -> Compared:
    said, known = mention.quantity, fact.quantity
    turned = fact.change and mention.sign != fact.sign and known.digits != 0
    severity: Severity | None = None
    if turned:
        wrong = True
    elif said.hedge:
        wrong, mild = contradicts(said.hedge, known.interval, said.value, next_digit(said))
        severity = Severity.WARNING if mild else None
    else:
        verdict, severity = compare(said.interval, known.interval, said.step)
        wrong = verdict is Verdict.REFUTED
    relation = Relation(
        "fact",
        Verdict.REFUTED if wrong else Verdict.PROVED,
        paragraph.locate(said.span),
        mention.name + _changed(mention) + said.text,
        computation=f"{fact.source}{fact.names[0]}{_changed(fact) or '是'}{digits(known)}{tail(known)}",
        severity=severity if wrong else None,
    )
    sure = wrong and not turned and not said.hedge and not paragraph.torn(said.span)
    return Compared(relation, _replacement(said, known) if sure else "")


def _changed(figure: Mention | Fact) -> str:
    return "" if not figure.change else "下降" if figure.sign < 0 else "增长"


def _replacement(said: Quantity, known: Quantity) -> str:
    """Return the known figure in the words of the draft, where it is written in plain digits."""
    if said.text != digits(said) + tail(said) and not said.exact:
        return ""
    return printed(known.value, said, 0) + tail(said)
