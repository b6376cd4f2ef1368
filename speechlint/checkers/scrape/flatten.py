"""Flag a speech run together into one line."""

from __future__ import annotations

import itertools

from speechlint.diagnostic import Edit, Fix
from speechlint.glue import runs
from speechlint.lines import FOREIGN
from speechlint.rule import Finding
from speechlint.text import Span, line_end

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Document, Line

_FEW = 3  # a line and a salutation that stand together are no speech


def check_document(document: Document) -> Iterator[Finding]:
    """Flag each physical line that holds several paragraphs; the fix parts them again."""
    lines = document.lines
    for first, last in runs([line.glued for line in lines]):
        prose = [line for line in lines[first : last + 1] if line.role not in FOREIGN]
        if len(prose) > _FEW:
            yield _finding(document.text, prose)


def _finding(text: str, prose: Sequence[Line]) -> Finding:
    seams = [
        Span(a.span.end, b.span.start)
        for a, b in itertools.pairwise(prose)
        if not text[a.span.end : b.span.start].strip()
    ]
    end = line_end(text)
    fix = Fix("分成各段", tuple(Edit(seam, end) for seam in seams))
    span = Span(prose[0].span.start, prose[1].span.start + 1)
    return Finding(span, {"count": str(len(prose))}, fix)
