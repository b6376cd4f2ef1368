"""Flag what an office does not write, and say what it writes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from speechlint.diagnostic import Applicability, Edit, Fix
from speechlint.record import NamedTuple
from speechlint.rule import Finding
from speechlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.document import Paragraph


class House(NamedTuple):
    """Flag each key of `words`; its value is what to write, or "" where nothing is.

    `notes` say why. A word that is only a part of what is to be written is right already.
    """

    words: Mapping[str, str] = {}
    notes: Mapping[str, str] = {}
    applicability: Literal["safe", "unsafe", "display"] = "unsafe"

    def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        text = paragraph.text
        present = sorted((w for w in self.words if w in text), key=len, reverse=True)
        if not present:
            return
        right = [
            Span(*match.span())
            for word in present
            if word in self.words[word]
            for match in re.finditer(re.escape(self.words[word]), text)
        ]
        for match in re.finditer("|".join(map(re.escape, present)), text):
            span = Span(*match.span())
            if not any(r.covers(span) for r in right):
                yield self._finding(match[0], span)

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
