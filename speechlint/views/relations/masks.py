"""Relations that a blank keeps open."""

from __future__ import annotations

from speechlint.regexes import regex
from speechlint.views.relations import Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.paragraph import Paragraph
    from speechlint.views.relations import Relation

_MASK = regex("[XxＸｘ×*＊○△□_]|某")


def unmasked(paragraph: Paragraph, relations: Iterable[Relation]) -> Iterator[Relation]:
    """Yield the relations; one with a blank among its figures cannot be computed."""
    for relation in relations:
        spans = [relation.span, *(operand.span for operand in relation.operands)]
        start = max(0, min(span.start for span in spans) - 2)
        end = max(span.end for span in spans) + 2
        if _MASK.search(paragraph.text, start, end):
            yield relation._replace(
                verdict=Verdict.UNKNOWN, computation="", severity=None, reason="有未填的占位符"
            )
        else:
            yield relation
