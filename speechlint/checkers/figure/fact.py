"""Flag figures that differ from those of the office's fact sheet."""

from __future__ import annotations

from speechlint.diagnostic import Edit, Fix
from speechlint.record import WithOptions
from speechlint.rule import Finding
from speechlint.views.facts import read
from speechlint.views.relations import Verdict
from speechlint.views.relations.fact import in_speech

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.document import Speech
    from speechlint.views.relations.fact import Compared


class Fact(WithOptions):
    """Flag each mention of an indicator with another value than `facts` has for its period.

    `facts` are rows: indicator, aliases, period, value, unit, place. `place` (全市, 江州市) and
    `year` are the speech's own; without them the speech is asked.
    """

    facts: tuple[Mapping[str, str], ...] = ()
    place: str = ""
    year: int = 0

    def compared(self, speech: Speech) -> Iterator[Compared]:
        """Yield every mention, those that agree too."""
        yield from in_speech(speech, tuple(map(read, self.facts)), self.place, self.year)

    def check_speech(self, speech: Speech) -> Iterator[Finding]:
        for relation, new in self.compared(speech):
            if relation.verdict is not Verdict.REFUTED:
                continue
            values = {"stated": relation.stated, "computation": relation.computation}
            fix = Fix(f"改为“{new}”", (Edit(relation.span, new),)) if new else None
            yield Finding(relation.span, values, fix, severity=relation.severity)
