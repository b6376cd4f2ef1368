"""Rough words around a figure: 近10亿元, 三分之二强."""

from __future__ import annotations

from speechlint.later import later
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from speechlint.views.relations import Relation

BEFORE = later("(?:大?约|[接将]?近|超过?|逾|突破|不足|不到|不?[高低少]于|至少) ?$")
_AFTER = later(" ?(?P<word>左右|上下|以[上下]|之多|[多余]|[强弱](?![一-龥]))")
_AFTER_BEGINS = frozenset(" 左上以之多余强弱")


def following(text: str, end: int) -> re.Match[str] | None:
    """Return the rough word that stands behind a figure: its group is `word`."""
    return _AFTER.match(text, end) if text[end : end + 1] in _AFTER_BEGINS else None


def with_words(relation: Relation, text: str) -> Relation:
    """Let the span of a relation take in the rough words on either side."""
    start, end = relation.span
    before = BEFORE.search(text, max(0, start - 4), start)
    after = following(text, end)
    span = Span(before.start() if before else start, after.end() if after else end)
    if span == relation.span:
        return relation
    return relation._replace(span=span, stated=f"“{text[span.start : span.end]}”")
