"""Sums: a total and its parts, before it or after it, and what is left over."""

from __future__ import annotations

from speechlint.views.relations import heads, parted, tails
from speechlint.views.relations.clauses import sentences
from speechlint.views.relations.judge import judge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.paragraph import Paragraph
    from speechlint.views.relations import Relation


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the sums that a paragraph claims, in order."""
    found: list[Relation] = []
    for sentence in paragraph.view(sentences):
        found += map(judge, heads.listings(sentence))
        found += map(judge, tails.listings(sentence))
        found += map(judge, parted.listings(sentence))
    unique = dict.fromkeys(found)  # 其中 …, 其余 is found from both ends
    return tuple(sorted(unique, key=lambda relation: relation.span))
