"""Growth: from a to b; more by so much, so many per cent, so many times."""

from __future__ import annotations

from speechlint.occurrences import holds
from speechlint.views.figures import SHARE, several
from speechlint.views.figures.hedges import with_words
from speechlint.views.relations import Verdict
from speechlint.views.relations.arithmetic import digits, tail
from speechlint.views.relations.changes import changes, since
from speechlint.views.relations.clauses import sentences
from speechlint.views.relations.grown import checked, mild, relation_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.paragraph import Paragraph
    from speechlint.views.relations import Relation
    from speechlint.views.relations.changes import Change
    from speechlint.views.relations.clauses import Sentence

_GREW = ("增长", "增速", "增幅", "上升", "提高", "下降", "减少")
_GROWN = tuple([verb + after for verb in _GREW for after in ("", "了", "达", "达到", "为")])
# How a ratio or an index moves: what has no unit (see indices).
_MOVED = tuple(name + word for name in "比差数值距" for word in "由从")
_YEARLY = {"rate": "上年"}  # a rate without more is year on year


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return what a paragraph says of growth, in order."""
    found: list[Relation] = []
    for sentence in paragraph.view(sentences) if paragraph.view(several) else ():
        for change in sentence.view(changes):
            change.words = paragraph.text[slice(*change.span)]  # with what is in parentheses
            found += _judge(change)
        if _mixed(sentence):
            from speechlint.views.relations import mixes

            found += mixes.relations(sentence)
    if holds(paragraph.text, _MOVED):
        from speechlint.views.relations import indices

        found += indices.relations(paragraph.text)
    found = [with_words(relation, paragraph.text) for relation in found]
    return tuple(sorted(found, key=lambda relation: relation.span))


def _mixed(sentence: Sentence) -> bool:
    """Say whether a sentence may give the growth of a whole and of two parts or more."""
    if len([q for q in sentence.quantities if q.dimension == SHARE]) < 2:
        return False
    whole_before = sentence.before and sentence.segments[0].text.startswith("其中")
    grown = [
        item
        for segment in sentence.segments
        for item in segment.items
        if item.quantity.dimension == SHARE and item.before.endswith(_GROWN)
    ]
    return len(grown) > (1 if whole_before else 2)


def _judge(change: Change) -> Iterator[Relation]:
    if change.moved:
        yield from _direction(change)
    claims = change.claims
    if change.old:
        bases = ("", since(change.since))
        for claim in claims:
            if not change.moved or since(claim.base) in bases:
                for relation in checked(claim, change, change.old):
                    yield mild(relation, claim, change)
        return
    deltas = [c for c in claims if c.kind == "delta" and not c.yearly]
    rates = [c for c in claims if c.kind == "rate" and not c.yearly]
    for delta, rate in zip(deltas[:1], rates[:1], strict=True) if deltas and rates else ():
        first, second = sorted((delta, rate), key=lambda c: c.quantity.span)
        if second.base and (since(first.base) or _YEARLY.get(first.kind)) != since(second.base):
            return
        if delta.down == rate.down:
            from speechlint.views.relations.unsaid import implied

            yield from implied(delta, rate, change)


def _direction(change: Change) -> Iterator[Relation]:
    """Yield “由0.62下降到0.71”: the verb and the figures point different ways."""
    old, new = change.old, change.new
    if not old or not old.firm or not new.firm or not (change.up or change.down):
        return
    less, more = (new, old) if change.up else (old, new)
    wrong = less.interval.below(more.interval)
    words = f"{digits(old)}{tail(old)}{'>' if change.up else '<'}{digits(new)}{tail(new)}"
    verdict = Verdict.REFUTED if wrong else Verdict.PROVED
    yield relation_of(verdict, new, (old,), words if wrong else "")
