"""A total told elsewhere in a speech: 111.3万 and 14.3万平方米 here, 125万平方米 there."""

from __future__ import annotations

from itertools import pairwise

from speechlint.diagnostic import Related, Severity
from speechlint.views.figures import RELATIVE, figures
from speechlint.views.figures.interval import exactly
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.arithmetic import sum_of, tail, total
from speechlint.views.relations.clauses import sentences
from speechlint.views.relations.lists import is_change

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Speech
    from speechlint.paragraph import Paragraph
    from speechlint.views.figures import Quantity
    from speechlint.views.relations.clauses import Item, Sentence

    Told = tuple[Item, str]  # the words of the segment
    Found = tuple[Paragraph, Item, str]

_LEAST = 3  # characters that two names have in common at their ends


def totals(speech: Speech) -> Iterator[Relation]:
    """Yield the round totals of two figures with decimals that were cut off, not rounded.

    Only a total that is called the same counts, and one that is off by more is another thing.
    """
    pairs: dict[str, list[tuple[Found, Found]]] = {}
    for paragraph in speech.paragraphs:
        for one, other in paragraph.view(_pairs):
            pair = (paragraph, *one), (paragraph, *other)
            pairs.setdefault(tail(one[0].quantity), []).append(pair)
    if not pairs:
        return
    wholes: dict[str, list[Found]] = {}
    sums = [(f[1].quantity, s[1].quantity) for found in pairs.values() for f, s in found[:20]]
    for paragraph in speech.paragraphs:
        if not any(_near(q, one, other) for q in paragraph.view(figures) for one, other in sums):
            continue
        for item, words in paragraph.view(_amounts):
            wholes.setdefault(tail(item.quantity), []).append((paragraph, item, words))
    for key, found in pairs.items():
        for first, second in found[:20]:  # few speeches have three
            name = _common(first[1].before, second[1].before)
            for whole in wholes.get(key, ())[:200]:
                yield from _judge(whole, first, second, name)


def _near(whole: Quantity, one: Quantity, other: Quantity) -> bool:
    """Say whether a figure is less than one unit of its last digit off a sum."""
    more = 10 ** max(0, one.places - whole.places)
    return abs(one.digits + other.digits - whole.digits * more) < more and tail(whole) == tail(one)


def _pairs(paragraph: Paragraph) -> tuple[tuple[Told, Told], ...]:
    """Return the figures with decimals that stand side by side under like names."""
    out: list[tuple[Told, Told]] = []
    for sentence in paragraph.view(sentences) if _decimals(paragraph.view(figures)) > 1 else ():
        if _decimals(sentence.quantities) < 2:
            continue
        for one, other in pairwise(_told(sentence)):
            a, b = one[0].quantity, other[0].quantity
            alike = a.places and (a.places, tail(a)) == (b.places, tail(b))
            if alike and _common(one[0].before, other[0].before):
                out.append((one, other))
    return tuple(out)


def _amounts(paragraph: Paragraph) -> tuple[Told, ...]:
    """Return the figures that a total may be."""
    every = paragraph.view(sentences) if any(map(_is_amount, paragraph.view(figures))) else ()
    return tuple([told for sentence in every for told in _told(sentence)])


def _decimals(quantities: Sequence[Quantity]) -> int:
    return len([q for q in quantities if q.places and q.dimension not in RELATIVE])


def _is_amount(quantity: Quantity) -> bool:
    measured = bool(quantity.unit) and quantity.dimension not in RELATIVE
    return measured and quantity.firm and not quantity.exact


def _told(sentence: Sentence) -> list[Told]:
    return [
        (item, segment.text)
        for segment in sentence.segments
        for item in segment.items
        if _is_amount(item.quantity) and not is_change(item, segment)
    ]


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
