"""Flag words of a list, and offer the word to put in their place."""

from __future__ import annotations

from speechlint.diagnostic import Applicability, Edit, Fix
from speechlint.lexicon import Lexicon
from speechlint.light import cached_property
from speechlint.patterns import spans
from speechlint.places import Places
from speechlint.record import WithOptions
from speechlint.rule import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Literal

    from speechlint.document import Paragraph
    from speechlint.lexicon import Word
    from speechlint.text import Span


class Substitution(WithOptions):
    """Flag each key of `words`; its value is what should stand there.

    A key may say which characters spare it or are needed beside it: `[^颁公]布署` is no
    “颁布署名”, `[会]记要` only that of a meeting. Then its fix is never safe.
    `unless` are patterns: a word that a match of one overlaps is spared.
    """

    words: Mapping[str, str]
    applicability: Literal["safe", "unsafe", "display"] = "unsafe"
    unless: tuple[str, ...] = ()

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self.words)

    def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        found = self._lexicon.find(paragraph)
        return self._findings(paragraph.text, found) if found else iter(())

    def _findings(self, text: str, found: Iterable[tuple[Span, Word]]) -> Iterator[Finding]:
        spared = Places(spans(self.unless, "unless", text))
        for span, word in found:
            if spared.touch(span):
                continue
            new = self.words[word.key]
            title = f"改为“{new}”" if new else f"删去“{word.text}”"
            fix = Fix(title, (Edit(span, new),), self._applicability(word))
            yield Finding(span, {"match": word.text, "replacement": new}, fix)

    def _applicability(self, word: Word) -> Applicability:
        if self.applicability == "safe" and word.conditional:
            return Applicability.UNSAFE
        return Applicability(self.applicability)
