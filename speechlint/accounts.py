"""What a draft's figures are read as, and what they claim about one another."""

from __future__ import annotations

from speechlint import sources
from speechlint.record import NamedTuple
from speechlint.text import LineIndex
from speechlint.views.figures import figures
from speechlint.views.relations import everything

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.checkers.figure.fact import Fact
    from speechlint.text import Span
    from speechlint.views.figures import Quantity
    from speechlint.views.relations import Relation


class Account(NamedTuple):
    """The figures of a file with their places, and its relations; spans of the document.

    `unit` says what a position's line counts.
    """

    path: str
    text: str
    encoding: str
    unit: str
    figures: tuple[tuple[Span, Quantity], ...]
    relations: tuple[Relation, ...]
    paragraphs: tuple[Span, ...] = ()  # of a Word file

    @property
    def lines(self) -> LineIndex:
        """What a position's line counts."""
        return LineIndex(self.text, self.paragraphs or None)


def account(data: bytes, path: str, facts: Fact | None = None) -> Account:
    """Read the figures of a file; raise ReadError. `facts` compares with what the office knows."""
    source = sources.read(data, path)
    document = source.document
    relations = [*everything(document)]
    if facts:
        for speech in document.speeches:
            relations += (compared.relation for compared in facts.compared(speech))
    return Account(
        path,
        document.text,
        source.decoded.encoding,
        source.unit,
        tuple((p.locate(q.span), q) for p in document.paragraphs for q in p.view(figures)),
        tuple(sorted(relations, key=lambda relation: (relation.span, relation.kind))),
        source.paragraphs,
    )
