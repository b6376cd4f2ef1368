"""Dates against the calendar and against one another."""

from __future__ import annotations

from speechlint.views.relations.dated import planned, years_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Speech
    from speechlint.paragraph import Paragraph
    from speechlint.views.relations import Relation


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the dates of a paragraph that cannot be, or contradict one another."""
    text = paragraph.text
    found: list[Relation] = []
    if "月" in text or "季度" in text:
        from speechlint.views.relations import days

        found += days.relations(text)
    named = years_in(text)
    if named or planned(text):
        from speechlint.views.relations import years

        found += years.relations(text)
    if named > 1:
        from speechlint.views.relations import summed

        found += summed.relations(text)
    unique = {relation.span: relation for relation in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda relation: relation.span))


def in_speech(speech: Speech) -> Iterator[Relation]:
    """Yield what contradicts the date of the speech itself; offsets are the document's."""
    texts = [paragraph.text for paragraph in speech.paragraphs]
    dated = any(map(years_in, texts[:4]))
    if dated or any("四季度" in text or "4季度" in text for text in texts):
        from speechlint.views.relations import spoken

        yield from spoken.relations(speech)
