"""Sums: a total and its parts, before it or after it, and what is left over."""

from __future__ import annotations

from speechlint.later import later
from speechlint.occurrences import holds
from speechlint.views.relations.clauses import sentences
from speechlint.views.relations.lists import every_amount

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.paragraph import Paragraph
    from speechlint.views.figures import Quantity
    from speechlint.views.relations import Relation
    from speechlint.views.relations.clauses import Sentence
    from speechlint.views.relations.lists import Listing


# What leads from a total to its parts, or from parts to their total.
_HEADED = later(
    "其中|分布[在于]|包括|分[为成]|分别[是为]|具体[为是]|组成|构成|"
    "[中里](?=已|有|未|[，,、；;：:（( \u3000])|[：:]"
)
_TAILED = "共总计"
_REST = ("其余", "剩余", "余下", "剩下", "其他")
# What says so of two figures by itself.
_KNOWN = ("非税", "三产", "进出口", "治愈", "人口", "应到", "总投资")
_LED = ("其中", "包括", "分为")
_DONE = "已还尚仍"  # what is done or wanting: parts that nothing leads to
_BOUND = "元以上"  # of one figure, and of another that is part of it


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the sums that a paragraph claims, in order."""
    found: list[Relation] = []
    for sentence in paragraph.view(sentences):
        found += map(_judged, _listings(sentence))
    unique = dict.fromkeys(found)  # 其中 …, 其余 is found from both ends
    return tuple(sorted(unique, key=lambda relation: relation.span))


def _listings(sentence: Sentence) -> Iterator[Listing]:
    words = sentence.text
    # Two figures in one dimension; what measures nothing yet (3亿) may come to measure what
    # others do. What has but one is a part of what stands before: 其中…….
    several = sentence.count > len(sentence.dimensions - {""})
    if sentence.outer or "其中" in words or (several and _HEADED.search(words)):
        from speechlint.views.relations.heads import listings

        yield from listings(sentence)
    if several and holds(words, _TAILED):
        from speechlint.views.relations.tails import listings

        yield from listings(sentence)
    if several and holds(words, _REST):
        from speechlint.views.relations.left import listings

        yield from listings(sentence)
    if several and (holds(words, _KNOWN) or words.count(_BOUND) > 1):
        from speechlint.views.relations.known import listings

        yield from listings(sentence)
    if sentence.count < 3 or not _three_alike(sentence.quantities):
        return
    led = holds(words, _LED) and any(holds(segment.text, _LED) for segment in sentence.segments)
    if led and not holds(words, _DONE):
        return
    amounts = sentence.view(every_amount)
    if _three_alike([item.quantity for item, _ in amounts]):
        from speechlint.views.relations.parted import beside

        yield from beside(amounts, led=led)


def _three_alike(quantities: Sequence[Quantity]) -> bool:
    """Say whether three have one unit: a whole and two parts."""
    units = [quantity.unit for quantity in quantities]
    return any(units.count(unit) > 2 for unit in units)


def _judged(listing: Listing) -> Relation:
    from speechlint.views.relations.judge import judge

    return judge(listing)
