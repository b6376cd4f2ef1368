"""What a draft's figures claim about one another: sums, shares and more.

Each relation is proved, refuted or not computable, with the reason. Rules report the
refuted ones; hover and `speechlint figures` show all. `relations/sum.py` finds the
relations of kind "sum", and so on: a kind is imported when it is first asked for.
"""

from __future__ import annotations

from speechlint.diagnostic import Related
from speechlint.light import cache, import_module
from speechlint.record import Enum, NamedTuple
from speechlint.text import Span
from speechlint.views.figures import several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from speechlint.diagnostic import Severity
    from speechlint.document import Document, Speech
    from speechlint.paragraph import Paragraph

# These are compared across the paragraphs of a speech too.
WIDE = ("conflict", "date")
# These take two figures at least.
_BETWEEN = frozenset(("conflict", "rate", "share", "sum"))
KINDS = (
    "conflict",
    "date",
    "enumeration",
    "growth",
    "hedge",
    "implied",
    "list",
    "point",
    "rate",
    "share",
    "structure",
    "sum",
)


class Verdict(str, Enum):
    """What arithmetic says of a relation."""

    PROVED = "proved"
    REFUTED = "refuted"
    UNKNOWN = "not computable"


class Relation(NamedTuple):
    """A claim: `span` is the figure that is checked, `stated` what it says.

    `operands` are the other figures of the relation, and what they are there; `computation` is how it comes out (“56+48+34=138个”); `reason` why it cannot be
    computed. `correct` is what the span should read where the others leave no doubt of it.
    `severity` lowers that of the rule: info where a value is off by its last
    digit only, warning where the text may mean something else. Both texts are Chinese,
    spans those of the paragraph.
    """

    kind: str
    verdict: Verdict
    span: Span
    stated: str
    operands: tuple[Related, ...] = ()
    computation: str = ""
    reason: str = ""
    severity: Severity | None = None
    correct: str = ""


@cache
def finder(kind: str) -> Callable[[Paragraph], tuple[Relation, ...]]:
    """Return the view that finds the relations of a kind; raise LookupError for no kind."""

    def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
        return _unmasked(paragraph, kind, _claimed(kind, paragraph))

    if kind not in KINDS:
        raise LookupError(kind)
    return relations


def refuted(kind: str, paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the relations of a kind that are refuted: few paragraphs are asked for their blanks."""
    if kind in _BETWEEN and not paragraph.view(several):
        return ()
    claimed = _claimed(kind, paragraph)
    if not claimed:
        return ()
    found = [r for r in claimed if r.verdict is Verdict.REFUTED]
    known = _unmasked(paragraph, kind, found)
    return tuple(r for r in known if r.verdict is Verdict.REFUTED)


def _claimed(kind: str, paragraph: Paragraph) -> tuple[Relation, ...]:
    if kind == "implied" and not _shared_twice(paragraph.text):
        return ()
    found: tuple[Relation, ...] = paragraph.view(_module(kind).relations)
    return found


def _shared_twice(text: str) -> bool:
    """Say whether a text has two shares of what is named: else nothing is implied."""
    return len([w for w in text.split("占")[1:] if w[:1] not in "0123456789"]) > 1


def _unmasked(paragraph: Paragraph, kind: str, found: Sequence[Relation]) -> tuple[Relation, ...]:
    """Return the relations; what has a blank among its figures cannot be computed."""
    if not found or kind == "date":  # a blank year is no figure
        return tuple(found)
    from speechlint.views.blanks import Kind, in_paragraph

    blanks = [b.span for b in paragraph.view(in_paragraph) if b.kind is not Kind.YEAR]
    if not blanks:
        return tuple(dict.fromkeys(found))
    from speechlint.places import Places

    touched = Places(blanks).touch
    return tuple(dict.fromkeys([_masked(r) if touched(_around(r)) else r for r in found]))


def _masked(relation: Relation) -> Relation:
    return relation._replace(
        verdict=Verdict.UNKNOWN, computation="", severity=None, reason="有未填的占位符"
    )


def _around(relation: Relation) -> Span:
    """Return what lies between the figures of a relation, and the characters that touch it."""
    spans = [relation.span, *(operand.span for operand in relation.operands)]
    return Span(min(s.start for s in spans) - 1, max(s.end for s in spans) + 1)


def in_speech(kind: str, speech: Speech) -> Iterator[Relation]:
    """Return the relations of a wide kind that only a whole speech shows; spans of the document."""
    found: Iterator[Relation] = _module(kind).in_speech(speech)
    return found


def everything(document: Document) -> tuple[Relation, ...]:
    """Return the relations of all kinds in the order of the text; spans of the document."""
    found: list[Relation] = []
    for paragraph in document.paragraphs:
        for kind in KINDS:
            found += (placed(relation, paragraph) for relation in paragraph.view(finder(kind)))
    for speech in document.speeches:
        for kind in WIDE:
            found += in_speech(kind, speech)
    return tuple(sorted(found, key=lambda relation: (relation.span, relation.kind)))


def placed(relation: Relation, paragraph: Paragraph) -> Relation:
    """Move a relation from its paragraph to the document."""
    operands = (Related(paragraph.locate(o.span), o.message) for o in relation.operands)
    return relation._replace(span=paragraph.locate(relation.span), operands=tuple(operands))


@cache
def _module(kind: str) -> Any:
    return import_module(f"{__name__}.{kind}")
