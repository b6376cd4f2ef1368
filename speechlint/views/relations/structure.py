"""Shares that make up one whole: 12.3:45.2:42.5, or 一产占12.3%，二产占…."""

from __future__ import annotations

from speechlint.occurrences import holds
from speechlint.views.relations.clauses import sentences
from speechlint.views.relations.share import claims

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.paragraph import Paragraph
    from speechlint.views.relations import Relation
    from speechlint.views.relations.clauses import Sentence
    from speechlint.views.relations.share import Claim

_DIVIDED = ("一、二、三", "三次产业", "一二三产", "城镇", "男", "轻", "非税")  # as above


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return what a paragraph says to be the parts of a hundred per cent."""
    text = paragraph.text
    found: list[Relation] = []
    if ":" in text or "：" in text or "∶" in text:
        from speechlint.views.relations.structured import ratios

        found += ratios(text)
    if ("%" in text or "％" in text) and holds(text, _DIVIDED):
        from speechlint.views.relations.structured import in_turn

        found += in_turn(text)
    for sentence in paragraph.view(sentences):
        found += _shares(sentence)
    return tuple(sorted(found, key=lambda relation: relation.span))


def _shares(sentence: Sentence) -> Iterator[Relation]:
    """Yield the shares of one whole that a sentence lists, if they must make it up."""
    group: list[Claim] = []
    for claim in (*sentence.view(claims), None):
        if claim and group and _goes_on(group, claim):
            group.append(claim)
            continue
        if len(group) > 1:
            from speechlint.views.relations.structured import shares

            yield from shares(group, sentence)
        group = [claim] if claim and claim.subject else []


def _goes_on(group: Sequence[Claim], claim: Claim) -> bool:
    same = claim.base in ("", group[0].base)
    return same and bool(claim.subject) and claim.at - group[-1].at == 1
