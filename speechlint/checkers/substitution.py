"""Flag words of a list, and offer the word to put in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechlint.diagnostic import Applicability, Edit, Fix
from speechlint.patterns import spans
from speechlint.record import NamedTuple
from speechlint.rule import Finding
from speechlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Literal

    from speechlint.document import Paragraph


class Substitution(NamedTuple):
    """Flag each key of `words`; its value is what should stand there.

    `unless` are patterns: a word that a match of one overlaps is spared.
    """

    words: Mapping[str, str]
    applicability: Literal["safe", "unsafe", "display"] = "unsafe"
    unless: tuple[str, ...] = ()

    def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        text = paragraph.text
        present = [word for word in self.words if word in text]
        if not present:
            return
        present.sort(key=len, reverse=True)  # of two that begin alike, the longer
        spared = spans(self.unless, "unless", text)
        for match in re.finditer("|".join(map(re.escape, present)), text):
            span, new = Span(*match.span()), self.words[match[0]]
            if any(span.overlaps(s) for s in spared):
                continue
            title = f"改为“{new}”" if new else f"删去“{match[0]}”"
            fix = Fix(title, (Edit(span, new),), Applicability(self.applicability))
            yield Finding(span, {"match": match[0], "replacement": new}, fix)
