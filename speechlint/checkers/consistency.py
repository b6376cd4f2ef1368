"""Flag a word, number or sign that a speech writes in several forms."""

from __future__ import annotations

from speechlint.diagnostic import Applicability, Edit, Fix, Related
from speechlint.places import Places
from speechlint.record import NamedTuple, WithOptions
from speechlint.regexes import escape, regex
from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Paragraph, Speech


class _Place(NamedTuple):
    paragraph: Paragraph
    span: Span  # in the paragraph

    @property
    def located(self) -> Span:
        return self.paragraph.locate(self.span)


class Consistency(WithOptions):
    """Flag the rarer forms where a speech uses more than one of a group.

    A member of `groups` lists the forms: “％|%”. A form that a match of `unless` overlaps
    does not count. Each rarer form is one finding, at its first place; of forms that are
    equally common the one that comes first is kept to.
    """

    groups: tuple[str, ...]
    unless: tuple[str, ...] = ()
    applicability: str = "unsafe"

    def check_speech(self, speech: Speech) -> Iterator[Finding]:
        text = "\n".join(paragraph.text for paragraph in speech.paragraphs)
        for group in self.groups:
            forms = group.split("|")
            if sum(form in text for form in forms) > 1:
                yield from self._compare(speech, forms)

    def _compare(self, speech: Speech, forms: list[str]) -> Iterator[Finding]:
        places = self._places(speech, forms)
        if len(places) < 2:
            return
        most = max(places, key=lambda form: len(places[form]))
        for form, found in places.items():
            if form != most:
                yield self._finding(form, found, most, places[most])

    def _places(self, speech: Speech, forms: list[str]) -> dict[str, list[_Place]]:
        """Return where each form stands, in the order in which they first occur."""
        either = regex("|".join(map(escape, sorted(forms, key=len, reverse=True))))
        places: dict[str, list[_Place]] = {}
        for paragraph in speech.paragraphs:
            found = [Span(*m.span()) for m in either.finditer(paragraph.text)]
            if not found:
                continue
            spared = Places(
                Span(*m.span()) for p in self.unless for m in regex(p).finditer(paragraph.text)
            )
            for span in found:
                if not spared.touch(span):
                    form = paragraph.text[span.start : span.end]
                    places.setdefault(form, []).append(_Place(paragraph, span))
        return places

    def _finding(self, form: str, found: list[_Place], most: str, others: list[_Place]) -> Finding:
        first, *rest = [place.located for place in found]
        related = [Related(others[0].located, f"首次写作“{most}”")]
        related += (Related(span, f"也写作“{form}”") for span in rest)
        values = {"match": form, "count": str(len(found)), "most": most, "times": str(len(others))}
        fix = None
        if not any(place.paragraph.torn(place.span) for place in found):
            edits = tuple(Edit(place.located, most) for place in found)
            fix = Fix(f"统一为“{most}”", edits, Applicability(self.applicability))
        return Finding(first, values, fix, tuple(related))
