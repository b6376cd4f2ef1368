"""Flag words that a machine put in the place of others."""

from __future__ import annotations

from speechlint.diagnostic import Applicability, Edit, Fix, Severity
from speechlint.record import NamedTuple
from speechlint.rule import Finding
from speechlint.views.spun import certain, doubtful
from speechlint.views.spun.trace import gone, reworded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Speech
    from speechlint.paragraph import Paragraph
    from speechlint.views.spun import Spun as Place


class Spun(NamedTuple):
    """Flag each place that is wrong in any text; what may be right only in a reworded speech."""

    def check_speech(self, speech: Speech) -> Iterator[Finding]:
        throughout = speech.view(reworded)
        text = "\n".join(p.text for p in speech.paragraphs) if throughout else ""
        for paragraph in speech.paragraphs:
            sure = paragraph.view(certain)
            yield from (_finding(paragraph, place) for place in sure)
            if throughout:
                for place in paragraph.view(doubtful):
                    known = any(place.span.overlaps(s.span) for s in sure)
                    if not known and gone(text, place.original, _match(paragraph, place)):
                        yield _finding(paragraph, place)._replace(severity=Severity.WARNING)


def _match(paragraph: Paragraph, place: Place) -> str:
    return paragraph.text[place.span.start : place.span.end]


def _finding(paragraph: Paragraph, place: Place) -> Finding:
    span = paragraph.locate(place.span)
    values = {"match": _match(paragraph, place), "replacement": place.original}
    if paragraph.torn(place.span):
        return Finding(span, values)
    edit = Edit(span, place.original)
    return Finding(span, values, Fix(f"恢复“{place.original}”", (edit,), Applicability.UNSAFE))
