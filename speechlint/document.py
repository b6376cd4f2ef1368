"""The document: a text cut into lines, paragraphs and speeches, and views built on it."""

from __future__ import annotations

from speechlint.light import cached_property
from speechlint.lines import Line, Role
from speechlint.paragraph import Hole, Paragraph
from speechlint.text import LineIndex, Span, line_end

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    T = TypeVar("T")
    from collections.abc import Callable, Hashable

    from speechlint.markup import Markup
    from speechlint.memory import Memory

__all__ = ["Document", "Hole", "Line", "Paragraph", "Role", "Speech"]


# Over one character in a hundred lost: whoever decoded the file did it wrongly, and
# whatever a rule said of such a text would be noise.
_WRECKED = 0.01


class Document:
    """A text that is linted as a whole. Never changed, only replaced.

    `markup` is what Markdown makes of it, for a text in Markdown. `lines_index` is given where
    a position counts something else than lines: the paragraphs of a Word file. `memory` holds
    what was found out about the version before it.
    """

    def __init__(
        self,
        text: str,
        markup: Markup | None = None,
        lines_index: LineIndex | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.text = text
        self.markup = markup
        self._memory = memory
        if lines_index is not None:
            self.lines_index = lines_index
        self._views: dict[Callable[[Document], Any], Any] = {}

    @cached_property
    def lines_index(self) -> LineIndex:
        return LineIndex(self.text)

    @cached_property
    def wrecked(self) -> bool:
        """Whether the text was decoded wrongly by someone before us; then it has no lines."""
        return self.text.count("\ufffd") > _WRECKED * len(self.text)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line with its role, blank ones too."""
        from speechlint.lines import assign

        return () if self.wrecked else assign(self.text, self.markup, self._memory)

    @cached_property
    def _reflowed(self) -> tuple[tuple[Paragraph, ...], tuple[Hole, ...]]:
        from speechlint.reflow import heal

        return heal(self.text, self.lines, self.markup, self._memory)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The prose, in order: what the leader reads aloud, and table cells."""
        return self._reflowed[0]

    @property
    def holes(self) -> tuple[Hole, ...]:
        return self._reflowed[1]

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        from speechlint.speeches import divide

        return tuple(Speech(self, paragraphs) for paragraphs in divide(self))

    def dissolve(self) -> None:
        """Let go of the speeches, which know their document: so it is freed when its user goes.

        Left to the garbage collector, the versions of a draft are freed by the hundred, and
        whoever types just then waits for it.
        """
        self.__dict__.pop("speeches", None)
        self._views.clear()

    def view(self, build: Callable[[Document], T]) -> T:
        """Return what `build` makes of this document, made once and shared."""
        if build not in self._views:
            self._views[build] = build(self)
        made: T = self._views[build]
        return made


class Speech:
    """One speech of a document: numbers, numbering and names are compared inside it only."""

    def __init__(self, document: Document, paragraphs: tuple[Paragraph, ...]) -> None:
        self.document = document
        self.paragraphs = paragraphs
        self._views: dict[Callable[[Speech], Any], Any] = {}

    @property
    def span(self) -> Span:
        return Span(self.paragraphs[0].span.start, self.paragraphs[-1].span.end)

    @property
    def shape(self) -> Hashable:
        """All there is to know of it, but where it stands; and how lines end in the text."""
        start, end = self.span
        text = self.document.text
        places = tuple([p.start - start for p in self.paragraphs])
        return line_end(text), text[start:end], places, tuple([p.shape for p in self.paragraphs])

    def view(self, build: Callable[[Speech], T]) -> T:
        """Return what `build` makes of this speech, made once and shared."""
        if build not in self._views:
            self._views[build] = build(self)
        made: T = self._views[build]
        return made
