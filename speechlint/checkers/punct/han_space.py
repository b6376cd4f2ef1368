"""Flag a space in the middle of a word."""

from __future__ import annotations

from speechlint.edges import known
from speechlint.lines import Role
from speechlint.regexes import regex
from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Paragraph

_GAP = r"(?<=[^\W\d_A-Za-z])[ \u3000\u00a0]{1,2}(?=[^\W\d_A-Za-z])"


def check_paragraph(paragraph: Paragraph) -> Iterator[Finding]:
    """Flag a space between two characters that are a word; names are set apart on purpose."""
    if paragraph.role not in (Role.BODY, Role.ITEM):
        return
    text = paragraph.text
    for match in regex(_GAP).finditer(text):
        start, end = match.start() - 1, match.end() + 1
        if known(text[start] + text[end - 1]):
            yield Finding(Span(start, end), {"match": text[start:end]})
