"""Flag set phrases with a wrong number, verb or noun."""

from __future__ import annotations

from speechlint.diagnostic import Edit, Fix
from speechlint.light import cached_property
from speechlint.patterns import Rows
from speechlint.record import WithOptions
from speechlint.rule import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.document import Paragraph


class Formula(WithOptions):
    """Flag each match of a key of `phrases`, a regular expression; its value is what should stand."""

    phrases: Mapping[str, str]

    @cached_property
    def _rows(self) -> Rows:
        return Rows(self.phrases)

    def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        for span, new in self._rows.find(paragraph.text):
            old = paragraph.text[span.start : span.end]
            if old != new:
                values = {"match": old, "replacement": new}
                yield Finding(span, values, Fix(f"改为“{new}”", (Edit(span, new),)))
