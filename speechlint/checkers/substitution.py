"""Flag words of a list, and offer the word to put in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from speechlint.diagnostic import Applicability, Edit, Fix
from speechlint.rule import Finding
from speechlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.document import Paragraph


class Substitution(NamedTuple):
    """Flag each key of `words`; its value is what should stand there.

    `unless` are patterns: a word that a match of one overlaps is spared.
    """

    words: Mapping[str, str]
    applicability: str = "unsafe"
    unless: tuple[str, ...] = ()

    def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        text = paragraph.text
        present = [word for word in self.words if word in text]
        if not present:
            return
        present.sort(key=len, reverse=True)  # of two that begin alike, the longer
        spared = [Span(*m.span()) for p in self.unless for m in re.finditer(p, text)]
        for match in re.finditer("|".join(map(re.escape, present)), text):
            span, new = Span(*match.span()), self.words[match[0]]
            if any(span.overlaps(s) for s in spared):
                continue
            fix = Fix(f"改为“{new}”", (Edit(span, new),), Applicability(self.applicability))
            yield Finding(span, {"match": match[0], "replacement": new}, fix)
