"""Sentences, and what of them is said without a place to breathe."""

from __future__ import annotations

from speechlint.lines import Role
from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.aloud import syllables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.paragraph import Paragraph

_END = "[。！？!?]+[”’」』）)》]*|…+"
_PAUSE = r"[。！？!?，；：、…]+[”’」』）)》]*|[,;:](?!\d)|[—–]{2,}|[ \t\u3000\n]+"


class Breath(NamedTuple):
    """What is said between two pauses; the span is that of the paragraph's text."""

    span: Span
    syllables: int


def breaths(paragraph: Paragraph) -> tuple[Breath, ...]:
    """Return what a paragraph says between its pauses, in order."""
    text = paragraph.text
    found: list[Breath] = []
    start = 0
    for pause in (*regex(_PAUSE).finditer(text), None):
        end = pause.start() if pause else len(text)
        if end > start and (count := syllables(text[start:end])):
            found.append(Breath(Span(start, end), count))
        start = pause.end() if pause else end
    return tuple(found)


def sentences(paragraph: Paragraph) -> int:
    """Return how many sentences a paragraph has; a heading without a stop is none."""
    if paragraph.role is Role.TABLE:
        return 0
    text = paragraph.text
    ends = list(regex(_END).finditer(text))
    rest = text[ends[-1].end() :] if ends else text
    open_ = paragraph.role is not Role.HEADING and regex(r"\w").search(rest)
    return len(ends) + bool(open_)
