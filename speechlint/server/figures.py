"""The figures of a draft as the rules read them, for hover and inlay hints."""

from __future__ import annotations

from speechlint.server.places import paragraph_at, paragraphs_in, touches
from speechlint.text import Span
from speechlint.views.figures import figures
from speechlint.views.figures.interval import spelled
from speechlint.views.relations import KINDS, Verdict, finder, in_speech

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Document
    from speechlint.views.figures import Quantity
    from speechlint.views.figures.interval import Interval
    from speechlint.views.relations import Relation

VERDICTS = {Verdict.PROVED: "相符", Verdict.REFUTED: "不符", Verdict.UNKNOWN: "没算"}


def relations_in(document: Document, span: Span) -> Iterator[Relation]:
    """Yield the relations whose figure or operands may stand in a span; spans of the document."""
    for paragraph in paragraphs_in(document, span):
        for kind in KINDS:
            for relation in paragraph.view(finder(kind)):
                operands = (o._replace(span=paragraph.locate(o.span)) for o in relation.operands)
                place = paragraph.locate(relation.span)
                yield relation._replace(span=place, operands=tuple(operands))
    for speech in document.speeches:
        if speech.span.overlaps(Span(span.start, span.end + 1)):
            for kind in KINDS:
                yield from in_speech(kind, speech)


def describe(document: Document, offset: int) -> Iterator[str]:
    """Yield what to say of the figure at an offset: how it was read, and what it claims."""
    paragraph = paragraph_at(document, offset)
    if paragraph is None:
        return
    here = Span(offset, offset)
    read = [q for q in paragraph.view(figures) if touches(paragraph.locate(q.span), offset)]
    for quantity in read[:1]:
        yield f"**{quantity.text}** {_read(quantity)}"
    told = set()
    for relation in relations_in(document, here):
        places = (relation.span, *(o.span for o in relation.operands))
        if any(touches(place, offset) for place in places) and relation not in told:
            told.add(relation)
            why = relation.computation or relation.reason
            yield f"{VERDICTS[relation.verdict]}：“{relation.stated}”，{why}"


def _read(quantity: Quantity) -> str:
    """Return what a quantity stands for, in the base unit of its dimension."""
    if quantity.masked:
        return "有空白，不参与计算"
    if quantity.unit == "分之" or not quantity.dimension:
        return f"约数（{quantity.hedge}）" if quantity.hedge else "没有单位，不参与计算"
    name = quantity.dimension
    if quantity.hedge:
        return f"读作{name}，约数（{quantity.hedge}），只作上下限"
    return f"读作{name} {_span(quantity.interval)}"


def _span(interval: Interval) -> str:
    low, high = (spelled(n, interval.over, 6) for n in (interval.low, interval.high))
    return low if low == high else f"{low} 至 {high}"
