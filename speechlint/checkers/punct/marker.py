"""Flag the wrong punctuation behind a marker: a comma, a stop, or any behind brackets."""

from __future__ import annotations

from speechlint.diagnostic import Applicability, Edit, Fix, Related
from speechlint.lines import Role
from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Mapping

    from speechlint.document import Paragraph, Speech


class Marker(NamedTuple):
    """Flag the group `mark`, the last, of each pattern of `forms`; its value should stand there.

    One finding a speech and pattern: who writes 1、 does so all the way down.
    """

    forms: Mapping[str, str]

    def check_speech(self, speech: Speech) -> Iterator[Finding]:
        for pattern, right in self.forms.items():
            places = [
                _Place(paragraph, match[0], Span(*match.span("mark")))
                for paragraph in speech.paragraphs
                if paragraph.role is not Role.TABLE
                for match in _found(pattern, paragraph.text)
            ]
            if places:
                yield _gathered(places, right)


def _found(pattern: str, text: str) -> Iterable[re.Match[str]]:
    """Return the matches; what begins with ^ is asked for at the head alone."""
    if not pattern.startswith("^"):
        return regex(pattern).finditer(text)
    match = regex(pattern).match(text)
    return (match,) if match else ()


class _Place(NamedTuple):
    paragraph: Paragraph
    match: str
    mark: Span  # in the paragraph

    @property
    def located(self) -> Span:
        return self.paragraph.locate(self.mark)


def _gathered(places: list[_Place], right: str) -> Finding:
    first, *rest = places
    new = first.match.removesuffix(first.paragraph.text[first.mark.start : first.mark.end]) + right
    values = {"match": first.match, "replacement": new, "count": str(len(places))}
    fix = None
    if not any(place.paragraph.torn(place.mark) for place in places):
        edits = tuple(Edit(place.located, right) for place in places)
        fix = Fix(f"改为“{new}”的写法", edits, Applicability.SAFE)
    related = tuple(Related(place.located, "这里也是") for place in rest)
    return Finding(first.located, values, fix, related)
