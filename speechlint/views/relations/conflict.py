"""One figure given twice with different digits: 186.5亿元 here, 168.5亿元 there."""

from __future__ import annotations

from speechlint.diagnostic import Related, Severity
from speechlint.regexes import regex
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.clauses import sentences
from speechlint.views.relations.lists import RELATIVE, is_change

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Speech
    from speechlint.paragraph import Paragraph
    from speechlint.text import Span
    from speechlint.views.figures import Quantity

    Place = tuple[Span, Quantity, str]  # in the document; the words of the sentence

# Figures of another time, or wished for: they may well differ.
_TIME = regex(
    "[今去明前上]年|(?:19|20)[0-9]{2}|同期|以来|年[初末底]|[一二三四上下]半?[季年]度?|月份?|“.{1,3}五”"
)
_WISH = regex("[要将拟]|力争|确保|计划|目标|预计|争取|努力|继续|推进|加快|实施|安排")
_LEAST = 3  # digits; fewer coincide by chance


def relations(_: Paragraph) -> tuple[Relation, ...]:
    """Return nothing: only a whole speech gives a figure twice."""
    return ()


def in_speech(speech: Speech) -> Iterator[Relation]:
    """Yield the figures of a speech that stand elsewhere with one digit changed.

    Where one name has three values, it names several things.
    """
    seen: dict[tuple[str, str], dict[str, Place]] = {}
    for paragraph in speech.paragraphs:
        for label, (span, quantity, words) in paragraph.view(_figures):
            values = seen.setdefault((label, quantity.dimension), {})
            if len(values) < 3:
                values.setdefault(quantity.text, (paragraph.locate(span), quantity, words))
    for values in seen.values():
        if len(values) == 2:
            first, second = values.values()
            if _mistyped(second[1], first[1]) and _same_time(second[2], first[2]):
                yield _relation(second, first)


def _figures(paragraph: Paragraph) -> tuple[tuple[str, Place], ...]:
    """Return the figures of a paragraph that could be told again, by what they are called."""
    return tuple(
        (
            item.before,
            (item.quantity.span, item.quantity, paragraph.text[slice(*sentence.host.span)]),
        )
        for sentence in paragraph.view(sentences)
        for segment in sentence.segments
        for item in segment.items
        if item.quantity.firm
        and len(str(item.quantity.digits).rstrip("0")) >= _LEAST
        and item.quantity.dimension not in RELATIVE
        and len(item.before) > 3
        and not is_change(item, segment)
    )


def _mistyped(one: Quantity, other: Quantity) -> bool:
    """Say whether two figures differ by one digit, or by two that changed places."""
    if (one.places, one.scale, one.unit) != (other.places, other.scale, other.unit):
        return False
    a, b = str(one.digits), str(other.digits)
    differ = [n for n in range(len(a)) if a[n] != b[n]] if len(a) == len(b) else []
    if len(differ) == 2 and differ[1] == differ[0] + 1:
        return a[differ[0]] == b[differ[1]] and a[differ[1]] == b[differ[0]]
    return len(differ) == 1


def _same_time(words: str, others: str) -> bool:
    if set(_TIME.findall(words)) != set(_TIME.findall(others)):
        return False
    return bool(_WISH.search(words)) == bool(_WISH.search(others))


def _relation(place: Place, first: Place) -> Relation:
    span, quantity, _ = place
    related = (Related(first[0], f"前面是{first[1].text}"),)
    return Relation(
        "conflict",
        Verdict.REFUTED,
        span,
        quantity.text,
        related,
        f"前面是{first[1].text}",
        severity=Severity.WARNING,
    )
