"""Flag words that a machine put in the place of others."""

from __future__ import annotations

from speechlint.diagnostic import Applicability, Edit, Fix, Severity
from speechlint.light import cache
from speechlint.rule import Finding
from speechlint.views.spun import certain, doubtful
from speechlint.views.spun.trace import gone, reworded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from speechlint.document import Speech
    from speechlint.paragraph import Paragraph
    from speechlint.text import Span
    from speechlint.views.spun import Spun as Place


def check_paragraph(paragraph: Paragraph) -> Iterator[Finding]:
    """Flag each place that is wrong in any text; what may be right only in a reworded speech."""
    for place in paragraph.view(certain):
        yield _finding(paragraph, place, place.span)


def check_speech(speech: Speech) -> Iterator[Finding]:
    if not speech.view(reworded):
        return
    lost = _gone(speech)
    for paragraph in speech.paragraphs:
        known = {at for place in paragraph.view(certain) for at in range(*place.span)}
        for place in paragraph.view(doubtful):
            if not known.isdisjoint(range(*place.span)):
                continue
            if lost(place.original, _match(paragraph, place)):
                found = _finding(paragraph, place, paragraph.locate(place.span))
                fix = None if paragraph.torn(place.span) else found.fix
                yield found._replace(severity=Severity.WARNING, fix=fix)


def _gone(speech: Speech) -> Callable[[str, str], bool]:
    """Return what says whether a word, for which another was put, has gone from a speech."""
    text = "\n".join(p.text for p in speech.paragraphs)
    return cache(lambda original, put: gone(text, original, put))  # to count is to read it all


def _match(paragraph: Paragraph, place: Place) -> str:
    return paragraph.text[place.span.start : place.span.end]


def _finding(paragraph: Paragraph, place: Place, span: Span) -> Finding:
    values = {"match": _match(paragraph, place), "replacement": place.original}
    edit = Edit(span, place.original)
    return Finding(span, values, Fix(f"恢复“{place.original}”", (edit,), Applicability.UNSAFE))
