"""Flag the wrong punctuation behind a marker: a comma, a stop, or any behind brackets."""

from __future__ import annotations

from speechlint.diagnostic import Applicability, Edit, Fix, Related
from speechlint.lines import Role
from speechlint.record import WithOptions
from speechlint.regexes import regex
from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from speechlint.document import Paragraph, Speech


class Marker(WithOptions):
    """Flag the group `mark`, the last, of each pattern of `forms`; its value should stand there.

    One finding a speech and pattern: who writes 1、 does so all the way down.
    """

    forms: Mapping[str, str]

    def check_speech(self, speech: Speech) -> Iterator[Finding]:
        paragraphs = [p for p in speech.paragraphs if p.role is not Role.TABLE]
        for pattern, right in self.forms.items():
            form = regex(pattern)
            if pattern.startswith("^"):  # asked for at the head alone
                found = [(p, match) for p in paragraphs if (match := form.match(p.text))]
            else:
                found = [(p, match) for p in paragraphs for match in form.finditer(p.text)]
            if found:
                yield _gathered(found, right)


def _gathered(found: list[tuple[Paragraph, re.Match[str]]], right: str) -> Finding:
    """Return the finding of matches, each in its paragraph."""
    places = [(paragraph, Span(*match.span("mark"))) for paragraph, match in found]
    match = found[0][1]
    new = match[0].removesuffix(match["mark"]) + right
    values = {"match": match[0], "replacement": new, "count": str(len(places))}
    first, *rest = (paragraph.locate(mark) for paragraph, mark in places)
    fix = None
    if not any(paragraph.torn(mark) for paragraph, mark in places):
        edits = tuple(Edit(span, right) for span in (first, *rest))
        fix = Fix(f"改为“{new}”的写法", edits, Applicability.SAFE)
    return Finding(first, values, fix, tuple(Related(span, "这里也是") for span in rest))
