"""Every blank of a document, found once.

The rules of `placeholder` report them, figures are silent about them, and the command line
counts them. What looks like a blank and is none (X光, 5×5, 〔2024〕, 有个项目) is told apart
here, so that nobody else has to.
"""

from __future__ import annotations

from speechlint.record import Enum, NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.document import Document
    from speechlint.paragraph import Paragraph
    from speechlint.text import Span


class Kind(str, Enum):
    """How a blank shows itself."""

    MASK = "mask"  # XX市, ×个, ***同志
    YEAR = "year"  # 20xx年, 202X年, XX年XX月XX日
    VANISHED = "vanished"  # 同比增长%, 第届, “ ”
    ISOLATED = "isolated"  # a mask that is all there is in its line
    TEMPLATE = "template"  # （此处填写…）, {{name}}, TODO


class Blank(NamedTuple):
    """A place that somebody has still to fill in.

    `span` counts in whatever the blank was asked of: a paragraph or a document. For a value
    that vanished it covers a word on each side. `names` is the blank with the noun that it
    stands for (XX市): equal ones are filled alike. `sure` says whether its form alone proves
    the blank.
    """

    span: Span
    kind: Kind
    text: str
    names: str
    sure: bool = True


# Whoever stands higher keeps the place: 【XX单位名称】 is one template, 20xx年 one year.
_OWNERS = (Kind.TEMPLATE, Kind.YEAR, Kind.MASK, Kind.VANISHED)
# A longer line of masks is a line that was crossed out, not a value torn out of its sentence.
_ALONE = 4
_EDGES = "\n\r"
_SPACES = " \t\u3000\u00a0\u200b\ufeff"


def blanks(document: Document) -> tuple[Blank, ...]:
    """Return all blanks in the order of the text; spans count in the document."""
    return tuple(
        _placed(blank, paragraph, document.text)
        for paragraph in document.paragraphs
        for blank in paragraph.view(in_paragraph)
    )


def in_paragraph(paragraph: Paragraph) -> tuple[Blank, ...]:
    """Return the blanks of a paragraph; spans count in its healed text. None is isolated."""
    from speechlint.views.blanks import drawn, vanished

    found = [*drawn.find(paragraph.text), *vanished.find(paragraph.text, paragraph.role)]
    return _apart(found) if found else ()


def _apart(found: list[Blank]) -> tuple[Blank, ...]:
    """Where two blanks overlap, leave the one whose kind owns the place."""
    kept: list[Blank] = []
    for blank in sorted(found, key=lambda b: b.span):
        if not kept or not kept[-1].span.overlaps(blank.span):
            kept.append(blank)
        elif _OWNERS.index(blank.kind) < _OWNERS.index(kept[-1].kind):
            kept[-1] = blank
    return tuple(kept)


def _placed(blank: Blank, paragraph: Paragraph, text: str) -> Blank:
    span, kind = paragraph.locate(blank.span), blank.kind
    if kind is Kind.MASK and len(blank.text) <= _ALONE and _alone(text, span):
        kind = Kind.ISOLATED
    return Blank._make((span, kind, *blank[2:]))


def _alone(text: str, span: Span) -> bool:
    """Say whether the span is all there is in its physical line."""
    start, end = span
    while start > 0 and text[start - 1] in _SPACES:
        start -= 1
    while end < len(text) and text[end] in _SPACES:
        end += 1
    return (start == 0 or text[start - 1] in _EDGES) and (end == len(text) or text[end] in _EDGES)
