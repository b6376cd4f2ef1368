"""Blanks that are filled alike: every XX市 of a draft stands for the same name."""

from __future__ import annotations

from speechlint.record import NamedTuple
from speechlint.text import Span
from speechlint.views.blanks import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechlint.views.blanks import Blank


class Place(NamedTuple):
    """Where a blank stands, with the noun that it stands for: XX市."""

    span: Span
    name: str


def places(text: str, blanks: Iterable[Blank]) -> Iterator[Place]:
    """Yield the blanks that a name stands for, where it stands in the text as it is.

    A value that vanished has none: 增长% is another figure each time.
    """
    for blank in blanks:
        if blank.kind is Kind.VANISHED:
            continue
        name = blank.names or blank.text
        low = max(0, blank.span.end - len(name))
        at = text.find(name, low, blank.span.start + len(name))
        if at >= 0:
            yield Place(Span(at, at + len(name)), name)
