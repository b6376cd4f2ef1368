"""Flag the figures that arithmetic refutes."""

from __future__ import annotations

from speechlint.diagnostic import Edit, Fix
from speechlint.record import WithOptions
from speechlint.rule import Finding
from speechlint.views.relations import WIDE, Verdict, in_speech, refuted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.document import Paragraph, Speech
    from speechlint.views.relations import Relation


class Relations(WithOptions):
    """Flag the refuted relations of one kind: "sum", "share", … (see views/relations).

    The message may use {computation} and {stated}.
    """

    kind: str

    def check_paragraph(self, paragraph: Paragraph) -> Iterable[Finding]:
        found = refuted(self.kind, paragraph)
        return _findings(found) if found else ()

    def check_speech(self, speech: Speech) -> Iterable[Finding]:
        return _findings(in_speech(self.kind, speech)) if self.kind in WIDE else ()


def _findings(relations: Iterable[Relation]) -> Iterator[Finding]:
    for relation in relations:
        if relation.verdict is Verdict.REFUTED:
            yield Finding(
                relation.span,
                {"computation": relation.computation, "stated": relation.stated},
                _fix(relation),
                relation.operands,
                severity=relation.severity,
            )


def _fix(relation: Relation) -> Fix | None:
    """Return the number that the others leave no doubt of; never one to be put in unasked."""
    if not relation.correct or relation.severity:
        return None
    return Fix(f"改为“{relation.correct}”", (Edit(relation.span, relation.correct),))
