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


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the sums that a paragraph claims, in order."""
    found: list[Relation] = []
    for sentence in paragraph.view(sentences):
        found += map(_judged, _listings(sentence, paragraph.text))
    unique = dict.fromkeys(found)  # 其中 …, 其余 is found from both ends
    return tuple(sorted(unique, key=lambda relation: relation.span))


def _listings(sentence: Sentence, text: str) -> Iterator[Listing]:
    words = text[slice(*sentence.span)]
    if sentence.outer or holds(words, _HEADED):
        from speechlint.views.relations import heads

        yield from heads.listings(sentence)
    if sentence.count > 1:
        from speechlint.views.relations import parted

        if holds(words, _TAILED):
            from speechlint.views.relations import tails

            yield from tails.listings(sentence)
        yield from parted.listings(sentence)


def _judged(listing: Listing) -> Relation:
    from speechlint.views.relations.judge import judge

    return judge(listing)
