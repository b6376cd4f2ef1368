"""Sums: a total and its parts, before it or after it, and what is left over."""

from __future__ import annotations

from speechlint.occurrences import holds
from speechlint.views.relations.clauses import sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.paragraph import Paragraph
    from speechlint.views.relations import Relation
    from speechlint.views.relations.clauses import Sentence
    from speechlint.views.relations.lists import Listing


# The characters of the words that lead from a total to its parts, or from parts to their total.
_HEADED = "中里分括具由：:"
_TAILED = "共总计余剩他"
# What says so of two figures by itself.
_KNOWN = ("非税", "三产", "进出口", "治愈", "人口", "应到", "总投资", "以上")


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the sums that a paragraph claims, in order."""
    found: list[Relation] = []
    for sentence in paragraph.view(sentences):
        found += map(_judged, _listings(sentence))
    unique = dict.fromkeys(found)  # 其中 …, 其余 is found from both ends
    return tuple(sorted(unique, key=lambda relation: relation.span))


def _listings(sentence: Sentence) -> Iterator[Listing]:
    words = sentence.text
    several = sentence.count > 1
    # What has but one quantity is a part of what stands before: 其中…….
    if sentence.outer or ((several or "其" in words) and holds(words, _HEADED)):
        from speechlint.views.relations.heads import listings

        yield from listings(sentence)
    if several and holds(words, _TAILED):
        from speechlint.views.relations.tails import listings

        yield from listings(sentence)
    # A whole and two parts in one dimension, or what everybody knows; what measures nothing
    # yet (3亿) may come to measure what others do.
    alike = sentence.count - len(sentence.dimensions - {""})
    if alike > 1 or (several and holds(words, _KNOWN)):
        from speechlint.views.relations.parted import listings

        yield from listings(sentence)


def _judged(listing: Listing) -> Relation:
    from speechlint.views.relations.judge import judge

    return judge(listing)
