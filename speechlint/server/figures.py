"""The figures of a draft as the rules read them, for hover."""

from __future__ import annotations

from speechlint.reporters.figures import KINDS, VERDICTS, possible, read
from speechlint.server.places import paragraph_at, touches
from speechlint.views.figures import figures
from speechlint.views.relations import everything

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document
    from speechlint.views.figures import Quantity
    from speechlint.views.relations import Relation


def describe(document: Document, offset: int) -> Iterator[str]:
    """Yield what to say of the figure at an offset: how it was read, and what it claims."""
    paragraph = paragraph_at(document, offset)
    if paragraph is None:
        return
    here = [q for q in paragraph.view(figures) if touches(paragraph.locate(q.span), offset)]
    for quantity in here[:1]:
        yield _quantity(quantity)
    for relation in document.view(everything):
        places = (relation.span, *(o.span for o in relation.operands))
        if any(touches(place, offset) for place in places):
            yield _relation(relation)


def _quantity(quantity: Quantity) -> str:
    facts = [f"读作 {read(quantity)}"]
    if quantity.masked:
        facts.append("有空白，不参与计算")
    elif quantity.hedge:
        facts.append(f"约数（{quantity.hedge}）")
    if reach := possible(quantity):
        facts.append(reach)
    return f"**{quantity.text}** {'；'.join(facts)}"


def _relation(relation: Relation) -> str:
    kind = KINDS.get(relation.kind, relation.kind)
    why = relation.computation or relation.reason
    said = f"{VERDICTS[relation.verdict]}（{kind}）：文中为“{relation.stated}”"
    return f"{said}，{why}" if why else said
