"""Flag straight quotation marks in Chinese."""

from __future__ import annotations

from speechlint.diagnostic import Applicability, Edit, Fix
from speechlint.regexes import regex
from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Paragraph

_MARKS = '["＂]'
_QUOTED = (
    r'(?<![\dA-Za-z])["＂](?!\s)[^"＂]{0,60}[^\W\d_A-Za-z][^"＂]{0,60}(?<!\s)["＂]'  # 5" 的管道
)


def check_paragraph(paragraph: Paragraph) -> Iterator[Finding]:
    """Flag each pair of straight marks that quotes Chinese.

    Which mark opens and which closes is certain where they come in pairs from the beginning of
    the paragraph, and stand in no other quotation.
    """
    text = paragraph.text
    marks = [m.start() for m in regex(_MARKS).finditer(text)]
    opening = set(marks[::2]) if len(marks) % 2 == 0 else set()
    depth = last = 0
    for match in regex(_QUOTED).finditer(text):
        start, end = match.span()
        depth += text.count("“", last, start) - text.count("”", last, start)
        last = start
        left, right = "‘’" if depth > 0 else "“”"
        edits = (Edit(Span(start, start + 1), left), Edit(Span(end - 1, end), right))
        sure = start in opening and not depth
        trust = Applicability.SAFE if sure else Applicability.UNSAFE
        fix = Fix(f"改为{left} {right}", edits, trust)
        yield Finding(Span(start, end), {"match": match[0]}, fix)
