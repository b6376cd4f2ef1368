"""Flag what an office does not write, and say what it writes."""

from __future__ import annotations

from speechlint.diagnostic import Applicability, Edit, Fix
from speechlint.occurrences import occurrences
from speechlint.record import WithOptions
from speechlint.rule import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Literal

    from speechlint.document import Paragraph
    from speechlint.text import Span


class House(WithOptions):
    """Flag each key of `words`; its value is what to write, or "" where nothing is.

    `notes` say why. A word that is only a part of what is to be written is right already.
    """

    words: Mapping[str, str] = {}
    notes: Mapping[str, str] = {}
    applicability: Literal["safe", "unsafe", "display"] = "unsafe"

    def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        text = paragraph.text
        right: list[Span] | None = None
        for span in occurrences(self.words, text):
            if right is None:
                within = {new for word, new in self.words.items() if word in new}
                right = [span for new in within for span in occurrences([new], text)]
            if not any(r.covers(span) for r in right):
                yield self._finding(text[span.start : span.end], span)

    def _finding(self, word: str, span: Span) -> Finding:
        new, note = self.words[word], self.notes.get(word, "")
        values = {
            "match": word,
            "replacement": new,
            "advice": f"应为“{new}”" if new else "不用",
            "note": f"：{note}" if note else "",
        }
        if not new:
            return Finding(span, values)
        fix = Fix(f"改为“{new}”", (Edit(span, new),), Applicability(self.applicability))
        return Finding(span, values, fix)
