"""A total told elsewhere in a speech: 111.3万 and 14.3万平方米 here, 125万平方米 there."""

from __future__ import annotations

from itertools import pairwise

from speechlint.diagnostic import Related, Severity
from speechlint.views.figures.interval import exactly
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.arithmetic import sum_of, tail, total
from speechlint.views.relations.clauses import sentences
from speechlint.views.relations.lists import RELATIVE, is_change

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Speech
    from speechlint.paragraph import Paragraph
    from speechlint.views.relations.clauses import Item

    Told = tuple[Item, str]  # the words of the segment
    Found = tuple[Paragraph, Item, str]

_LEAST = 3  # characters that two names have in common at their ends


def totals(speech: Speech) -> Iterator[Relation]:
    """Yield the round totals of two figures with decimals that were cut off, not rounded.

    Only a total that is called the same counts, and one that is off by more is another thing.
    """
    parts: dict[str, list[tuple[Found, Found, str]]] = {}
    wholes: dict[str, list[Found]] = {}
    for paragraph in speech.paragraphs:
        for told in paragraph.view(_items):
            first, *others = [(paragraph, *one) for one in told]
            key = tail(first[1].quantity)
            if others:
                name = _common(first[1].before, others[0][1].before)
                parts.setdefault(key, []).append((first, others[0], name))
            else:
                wholes.setdefault(key, []).append(first)
    for key, pairs in parts.items():
        for pair in pairs[:20]:  # few speeches have three
            for whole in wholes.get(key, ())[:200]:
                yield from _judge(whole, *pair)


def _items(paragraph: Paragraph) -> tuple[tuple[Told, ...], ...]:
    """Return pairs of figures that stand side by side under like names, and all single ones."""
    out: list[tuple[Told, ...]] = []
    for sentence in paragraph.view(sentences):
        found = [
            (item, segment.text)
            for segment in sentence.segments
            for item in segment.items
            if item.quantity.firm
            and item.quantity.unit
            and item.quantity.dimension not in RELATIVE
            and not item.quantity.exact
            and not is_change(item, segment)
        ]
        for one, other in pairwise(found):
            a, b = one[0], other[0]
            alike = (a.quantity.places, tail(a.quantity)) == (b.quantity.places, tail(b.quantity))
            if a.quantity.places and alike and _common(a.before, b.before):
                out.append((one, other))
        out += [(one,) for one in found]
    return tuple(out)


def _common(name: str, other: str) -> str:
    """Return what two names end with, if they are not the same."""
    length = 0
    while name[-length - 1 :] == other[-length - 1 :] and length < min(len(name), len(other)):
        length += 1
    return name[-length:] if length >= _LEAST and name != other else ""


def _judge(whole: Found, first: Found, second: Found, name: str) -> Iterator[Relation]:
    paragraph, item, words = whole
    said, parts = item.quantity, (first[1].quantity, second[1].quantity)
    if said.places >= parts[0].places or item in (first[1], second[1]):
        return
    if sum(name[n : n + 2] in words for n in range(len(name) - 1)) < 2:
        return
    value = total(part.value for part in parts)
    step = exactly(said.step.low - 1, said.step.over)  # less than one unit: it was cut off
    if said.interval.meets(value) or not said.value.widened(step).meets(value):
        return
    related = tuple(
        Related(p.locate(i.quantity.span), i.quantity.text) for p, i, _ in (first, second)
    )
    yield Relation(
        "conflict",
        Verdict.REFUTED,
        paragraph.locate(said.span),
        said.text,
        related,
        f"前面{sum_of(parts, said)}",
        severity=Severity.INFO,
    )
