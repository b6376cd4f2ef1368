"""What a draft's figures are read as, and what they claim about one another."""

from __future__ import annotations

from speechlint import sources
from speechlint.record import NamedTuple
from speechlint.text import LineIndex
from speechlint.views.figures import figures
from speechlint.views.relations import everything

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.document import Document
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


def account(data: bytes, path: str, facts: Sequence[Mapping[str, str]] = ()) -> Account:
    """Read the figures of a file; raise ReadError. `facts` are the rows of a fact sheet."""
    source = sources.read(data, path)
    document = source.document
    relations = [*everything(document), *_known(document, facts)]
    return Account(
        path,
        document.text,
        source.decoded.encoding,
        source.unit,
        tuple((p.locate(q.span), q) for p in document.paragraphs for q in p.view(figures)),
        tuple(sorted(relations, key=lambda relation: (relation.span, relation.kind))),
        source.paragraphs,
    )


def _known(document: Document, rows: Sequence[Mapping[str, str]]) -> Iterator[Relation]:
    """Yield what the speeches say of the facts that the office knows."""
    if not rows:
        return
    from speechlint.views.facts import read
    from speechlint.views.relations.fact import in_speech

    facts = tuple(map(read, rows))
    for speech in document.speeches:
        yield from (compared.relation for compared in in_speech(speech, facts))
