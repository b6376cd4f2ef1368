"""Relations that a blank keeps open."""

from __future__ import annotations

from speechlint.places import Places
from speechlint.text import Span
from speechlint.views.relations import Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.paragraph import Paragraph
    from speechlint.views.relations import Relation


def unmasked(paragraph: Paragraph, relations: Iterable[Relation]) -> Iterator[Relation]:
    """Yield the relations; one with a blank among its figures cannot be computed.

    A blank year is no figure.
    """
    blanks: Places | None = None
    for relation in relations:
        if blanks is None:
            from speechlint.views.blanks import Kind, in_paragraph

            found = paragraph.view(in_paragraph)
            blanks = Places(blank.span for blank in found if blank.kind is not Kind.YEAR)
        if blanks.touch(_around(relation)):
            yield relation._replace(
                verdict=Verdict.UNKNOWN, computation="", severity=None, reason="有未填的占位符"
            )
        else:
            yield relation


def _around(relation: Relation) -> Span:
    """Return what lies between the figures of a relation, and the characters that touch it."""
    spans = [relation.span, *(operand.span for operand in relation.operands)]
    return Span(min(s.start for s in spans) - 1, max(s.end for s in spans) + 1)
