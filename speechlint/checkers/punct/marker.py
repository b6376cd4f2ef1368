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
                (paragraph, match[0], Span(*match.span("mark")))
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


def _gathered(places: list[tuple[Paragraph, str, Span]], right: str) -> Finding:
    """Return the finding of matches, each with its mark in its paragraph."""
    paragraph, match, mark = places[0]
    new = match.removesuffix(paragraph.text[mark.start : mark.end]) + right
    values = {"match": match, "replacement": new, "count": str(len(places))}
    first, *rest = (paragraph.locate(mark) for paragraph, _, mark in places)
    fix = None
    if not any(paragraph.torn(mark) for paragraph, _, mark in places):
        edits = tuple(Edit(span, right) for span in (first, *rest))
        fix = Fix(f"改为“{new}”的写法", edits, Applicability.SAFE)
    return Finding(first, values, fix, tuple(Related(span, "这里也是") for span in rest))
