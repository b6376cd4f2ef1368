"""A logical paragraph: healed text, the holes closed in it, and the way back to the document.

A hole is found once, in `reflow`, and closed: every rule but those of `scrape` reads healed text.
"""

from __future__ import annotations

from speechlint.light import bisect_right
from speechlint.record import Enum, NamedTuple
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    T = TypeVar("T")
    from collections.abc import Callable, Hashable, Sequence

    from speechlint.lines import Role


class HoleKind(str, Enum):
    """What tore the text."""

    WRAP = "wrap"  # a line break in the middle of a sentence
    MARKER = "marker"  # a page counter with its line break
    GARBLED = "garbled"  # characters nobody sees
    SITE = "site"  # site text between two halves of a sentence: reported where it is found
    MARKUP = "markup"  # Markdown syntax: no defect, reported by nobody
    ESCAPE = "escape"  # the same, and it spells the character beside it (\\* or &amp;)


class Hole(NamedTuple):
    """Characters of the document that the healed text leaves out.

    `sure` says that closing it can change no meaning.
    """

    span: Span
    kind: HoleKind
    sure: bool = True


class Paragraph:
    """A logical paragraph: healed text, and the way back to the document.

    `pieces` are pairs (offset in the healed text, offset in the document) where a piece
    of unbroken text begins.
    """

    __slots__ = ("_healed", "_origins", "_shape", "_views", "holes", "role", "text")

    def __init__(
        self,
        text: str,
        role: Role,
        pieces: Sequence[tuple[int, int]],
        holes: tuple[Hole, ...] = (),
    ) -> None:
        self.text = text
        self.role = role
        self.holes = holes
        self._healed = [healed for healed, _ in pieces]
        self._origins = [origin for _, origin in pieces]
        self._views: dict[Callable[[Paragraph], Any], Any] = {}
        self._shape: Hashable = None

    def __repr__(self) -> str:
        return f"Paragraph({self.text!r}, {self.role.value})"

    @property
    def span(self) -> Span:
        """The span of the whole paragraph in the document."""
        return self.locate(Span(0, len(self.text)))

    def offset(self, healed: int) -> int:
        """Return where in the document the character at `healed` stands."""
        piece = bisect_right(self._healed, healed) - 1
        return self._origins[piece] + healed - self._healed[piece]

    def locate(self, span: Span) -> Span:
        """Return the span in the document; one that crosses a hole covers it.

        An empty span goes before a hole at its place.
        """
        healed, origins = self._healed, self._origins
        if len(healed) == 1:
            return span.shift(origins[0] - healed[0])
        start, end = span
        if start == end:
            at = self.offset(start - 1) + 1 if start else self.offset(0)
            return Span(at, at)
        first, last = bisect_right(healed, start) - 1, bisect_right(healed, end - 1) - 1
        return Span._make(
            (origins[first] + start - healed[first], origins[last] + end - healed[last])
        )

    def torn(self, span: Span) -> bool:
        """Say whether a hole lies inside the span, or holds a part of what it covers."""
        if not self.holes:
            return False
        inside = max(span.end - 1, span.start)
        if bisect_right(self._healed, span.start) != bisect_right(self._healed, inside):
            return True
        kind = HoleKind.ESCAPE
        escapes = [hole.span for hole in self.holes if hole.kind is kind]
        if not escapes:
            return False
        start, end = self.locate(span)
        return any(escape.start <= end and start <= escape.end for escape in escapes)

    @property
    def start(self) -> int:
        """Where its first character stands in the document."""
        return self._origins[0]

    @property
    def shape(self) -> Hashable:
        """All there is to know of it, but where it stands."""
        if self._shape is None:
            start = self.start
            holes = [(h.span.shift(-start), h.kind.value, h.sure) for h in self.holes]
            origins = [origin - start for origin in self._origins[1:]]
            self._shape = (self.role.value, self.text, *self._healed[1:], *origins, *holes)
        return self._shape

    @property
    def pieces(self) -> list[tuple[int, int]]:
        """Where each unbroken piece begins, in the healed text and in the document."""
        return list(zip(self._healed, self._origins, strict=True))

    def seams(self, reach: int) -> list[str]:
        """Return the healed text so many characters before and behind each place that was torn."""
        return [self.text[max(0, at - reach) : at + reach] for at in self._healed[1:]]

    def view(self, build: Callable[[Paragraph], T]) -> T:
        """Return what `build` makes of this paragraph's text and role alone, made once."""
        if build not in self._views:
            self._views[build] = build(self)
        made: T = self._views[build]
        return made

    def adopt(self, other: Paragraph) -> None:
        """Take over the views of a paragraph with the same text and role."""
        self._views = other._views
