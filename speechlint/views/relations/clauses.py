"""Sentences cut at their marks, each piece with its quantities: what relations are read from."""

from __future__ import annotations

from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.figures import figures

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, TypeVar

    T = TypeVar("T")
    from speechlint.paragraph import Paragraph
    from speechlint.views.figures import Quantity

# A colon between digits makes a ratio, a comma thousands.
_MARKS = regex(r"[，,、；;：:。！？!?（）()\n](?<!\d[,：:](?=\d))")
# How a mark is called by the segment behind it.
_CALLED = dict(
    zip("，、；：）,;:)", ("，", "、", "；", "：", "", "，", "；", "：", ""), strict=True)
)
_INNER = "，,、；;：:"
# A sentence of more segments, or a segment of more figures, is none that anybody reads
# aloud: it is cut, so that the cost of looking back and forth stays bounded.
_LONG = 40
_DEEP = 4


class Item:
    """A quantity, and the words of its segment on either side, up to the next quantity.

    `change` is what `lists.is_change` says of the words before, once it is known.
    """

    __slots__ = ("after", "before", "change", "quantity")

    def __init__(self, quantity: Quantity, before: str, after: str) -> None:
        self.quantity = quantity
        self.before = before
        self.after = after
        self.change: bool | None = None


class Segment:
    """What stands between two marks; `mark` is the one before, full-width.

    `text` leaves out what stands in parentheses: that is a sentence of its own. `comments` and
    `remark` are what `lists` says of it, once it is known.
    """

    __slots__ = ("comments", "items", "mark", "remark", "span", "text")

    def __init__(self, mark: str, span: Span, text: str, items: tuple[Item, ...]) -> None:
        self.mark = mark
        self.span = span
        self.text = text
        self.items = items
        self.comments: bool | None = None
        self.remark: bool | None = None


class Sentence:
    """The segments of a sentence, or of what stands in parentheses.

    `nested` says that it stands in parentheses; then `outer` is the quantity before them in
    its segment, `gap` the words between the two, and `host` the sentence around them, else
    the sentence itself. `before` is the sentence before the host that holds a quantity.
    `text` is all that stands in it, in parentheses too; `quantities` are those it has, `count`
    is how many, `dimensions` what they measure: most relations cannot be in a sentence that has
    but one, or no share. So `segments` are cut only when they are asked for.
    """

    __slots__ = (
        "_around",
        "_text",
        "_views",
        "before",
        "count",
        "dimensions",
        "ends",
        "gap",
        "holes",
        "nested",
        "outer",
        "quantities",
        "segments",
        "span",
        "start",
        "text",
    )
    if TYPE_CHECKING:
        span: Span
        text: str
        count: int
        dimensions: set[str]
        segments: tuple[Segment, ...]

    def __init__(self, text: str, start: int, outer: Quantity | None, *, nested: bool) -> None:
        self._text = text
        self.start = start
        self.ends: list[int] = []  # of its segments: the marks
        self.holes: list[tuple[int, int]] = []  # the parentheses it holds
        self.quantities: list[Quantity] = []
        self.nested = nested
        self.outer = outer
        self.gap = text[outer.span.end : start - 1] if outer else ""
        self.before: Sentence | None = None
        self._views: dict[Callable[[Sentence], Any], Any] = {}
        self._around: Sentence | None = None  # not itself: what holds itself is hard to free

    def __getattr__(self, name: str) -> tuple[Segment, ...]:
        if name != "segments":
            raise AttributeError(name)
        self.segments = made = tuple(self._cut())
        return made

    @property
    def last(self) -> int:
        """Where the segment begins that is read last."""
        return self.ends[-1] + 1 if self.ends else self.start

    def close(self) -> None:
        """Count what it holds: it is read to its end."""
        self.span = Span(self.start, self.ends[-1])
        self.text = self._text[self.start : self.ends[-1]]
        self.count = len(self.quantities)
        self.dimensions = {quantity.dimension for quantity in self.quantities}

    def _cut(self) -> Iterator[Segment]:
        text, start, mark = self._text, self.start, ""
        waiting = self.quantities[::-1]
        next_ = waiting[-1].span
        for end in self.ends:
            items: list[Item] = []
            if next_.start < end:
                before = self._words(start, next_.start)
                while next_.start < end:
                    quantity = waiting.pop()
                    next_ = waiting[-1].span if waiting else Span(len(text), len(text))
                    after = self._words(quantity.span.end, min(next_.start, end))
                    items.append(Item(quantity, before, after))
                    before = after
            words = self._words(start, end) if self.holes else text[start:end].strip()
            yield Segment(mark, Span(start, end), words, tuple(items))
            start, mark = end + 1, _CALLED.get(text[end : end + 1], "")

    def _words(self, start: int, end: int) -> str:
        """Return a stretch without what stands in parentheses."""
        before = ""
        for first, last in self.holes:
            if start < last and first < end:
                before += self._text[start:first]
                start = last
        return (before + self._text[start:end]).strip()

    @property
    def host(self) -> Sentence:
        return self._around or self

    def stand_in(self, host: Sentence) -> None:
        """Make known the sentence around this one."""
        self._around = host

    def view(self, build: Callable[[Sentence], T]) -> T:
        """Return what `build` makes of this sentence, made once and shared."""
        if build not in self._views:
            self._views[build] = build(self)
        made: T = self._views[build]
        return made


def sentences(paragraph: Paragraph) -> tuple[Sentence, ...]:
    """Return the sentences that hold a quantity; one in parentheses comes before its host."""
    quantities = paragraph.view(figures)
    if not quantities:
        return ()
    found = tuple(_read(paragraph.text, quantities))
    waiting: list[Sentence] = []
    before: Sentence | None = None
    for sentence in found:
        sentence.close()
        sentence.before = before
        if sentence.nested:
            waiting.append(sentence)
            continue
        for inner in waiting:
            if sentence.span.covers(inner.span):
                inner.stand_in(sentence)
        before, waiting = sentence, []
    return found


def _read(text: str, quantities: tuple[Quantity, ...]) -> Iterator[Sentence]:
    waiting = list(quantities[::-1])
    first, end = waiting[-1].span
    passed = _before(text, -1, first)  # no quantity stands up to here
    top = Sentence(text, passed + 1, None, nested=False)
    around: list[Sentence] = []
    for match in _MARKS.finditer(text, passed + 1):
        at = match.start()
        if at > first:
            while end <= at:
                read = top.quantities
                if len(read) < _LONG or read[-_LONG].span.start < top.last:
                    read.append(waiting[-1])
                waiting.pop()
                first, end = waiting[-1].span if waiting else (len(text), len(text) + 1)
            if first < at:
                continue  # a mark inside a number
        elif at <= passed:
            continue
        mark = text[at]
        if mark in _INNER and len(top.ends) < _LONG:
            top.ends.append(at)
            continue
        if mark in "（(":
            if len(around) < _DEEP:
                around.append(top)
                top = _inside(text, at, top)
            continue
        top.ends.append(at)
        if mark in "）)":
            if around:
                if top.quantities:
                    yield top
                top = around.pop()
                top.holes[-1] = (top.holes[-1][0], at + 1)
            continue
        if top.quantities:
            yield top
        if not around:
            if not waiting:
                return
            passed = _before(text, at, first)
        top = Sentence(text, max(at, passed) + 1, None, nested=top.nested)
    while True:
        if not around:
            top.quantities.extend(waiting[: -_LONG - 1 : -1])
        if top.last < len(text):
            top.ends.append(len(text))
        if top.quantities:
            yield top
        if not around:
            return
        top = around.pop()


def _before(text: str, at: int, start: int) -> int:
    """Return where the last sentence before the next quantity ends; `at` ends one.

    Where a bracket stands between, nothing is passed over.
    """
    last = text.rfind("。", at + 1, start)
    bracketed = text.find("（", at + 1, last) >= 0 or text.find("(", at + 1, last) >= 0
    return at if last < 0 or bracketed else last


def _inside(text: str, at: int, host: Sentence) -> Sentence:
    host.holes.append((at, len(text)))  # until the parenthesis is closed
    read = host.quantities
    outer = read[-1] if read and read[-1].span.start >= host.last else None
    return Sentence(text, at + 1, outer, nested=True)
