"""Flag words of a list, and offer the word to put in their place."""

from __future__ import annotations

from speechlint.diagnostic import Applicability, Edit, Fix
from speechlint.occurrences import occurrences
from speechlint.patterns import spans
from speechlint.record import NamedTuple
from speechlint.rule import Finding

TYPE_CHECKING = False
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
        for span in occurrences(self.words, text):
            if any(span.overlaps(s) for s in spans(self.unless, "unless", text)):
                continue
            word = text[span.start : span.end]
            new = self.words[word]
            title = f"改为“{new}”" if new else f"删去“{word}”"
            fix = Fix(title, (Edit(span, new),), Applicability(self.applicability))
            yield Finding(span, {"match": word, "replacement": new}, fix)
