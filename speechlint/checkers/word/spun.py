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
    from speechlint.text import Span
    from speechlint.views.spun import Spun as Place


class Spun(NamedTuple):
    """Flag each place that is wrong in any text; what may be right only in a reworded speech."""

    def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        for place in paragraph.view(certain):
            yield _finding(paragraph, place, place.span)

    def check_speech(self, speech: Speech) -> Iterator[Finding]:
        if not speech.view(reworded):
            return
        gone = _Gone(speech)
        for paragraph in speech.paragraphs:
            known = {at for place in paragraph.view(certain) for at in range(*place.span)}
            for place in paragraph.view(doubtful):
                if known.isdisjoint(range(*place.span)) and gone(paragraph, place):
                    found = _finding(paragraph, place, paragraph.locate(place.span))
                    fix = None if paragraph.torn(place.span) else found.fix
                    yield found._replace(severity=Severity.WARNING, fix=fix)


class _Gone:
    """Says whether what a doubtful place was put for has gone from the speech."""

    def __init__(self, speech: Speech) -> None:
        self._text = "\n".join(p.text for p in speech.paragraphs)
        self._known: dict[tuple[str, str], bool] = {}  # to count is to read the whole speech

    def __call__(self, paragraph: Paragraph, place: Place) -> bool:
        pair = place.original, _match(paragraph, place)
        if pair not in self._known:
            self._known[pair] = gone(self._text, *pair)
        return self._known[pair]


def _match(paragraph: Paragraph, place: Place) -> str:
    return paragraph.text[place.span.start : place.span.end]


def _finding(paragraph: Paragraph, place: Place, span: Span) -> Finding:
    values = {"match": _match(paragraph, place), "replacement": place.original}
    edit = Edit(span, place.original)
    return Finding(span, values, Fix(f"恢复“{place.original}”", (edit,), Applicability.UNSAFE))
