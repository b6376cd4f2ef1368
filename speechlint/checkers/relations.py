"""Flag the figures that arithmetic refutes."""

from __future__ import annotations

from speechlint.record import NamedTuple
from speechlint.rule import Finding
from speechlint.views.relations import Verdict, finder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Paragraph


class Relations(NamedTuple):
    """Flag the refuted relations of one kind: "sum", "share", … (see views/relations).

    The message may use {computation} and {stated}.
    """

    kind: str

    def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        for relation in paragraph.view(finder(self.kind)):
            if relation.verdict is Verdict.REFUTED:
                yield Finding(
                    relation.span,
                    {"computation": relation.computation, "stated": relation.stated},
                    related=relation.operands,
                    severity=relation.severity,
                )
