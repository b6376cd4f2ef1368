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

    Draft = tuple[str, int, int]  # the mark before, start, end of a segment

# A colon between digits makes a ratio, a comma thousands.
_MARKS = regex(r"[，,、；;：:。！？!?（）()\n](?<!\d[,：:](?=\d))")
_SAME = dict(zip("，、；：。！？（）\n,;:!?()", "，、；：。！？（）\n，；：！？（）", strict=True))
_INNER = "，、；："
_STOPS = "。！？\n"
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
    `quantities` are those it has, `count` is how many, `dimensions` what they measure: most
    relations cannot be in a sentence that has but one, or no share. So `segments` are cut only
    when they are asked for.
    """

    __slots__ = (
        "_around",
        "_open",
        "_text",
        "_views",
        "before",
        "count",
        "dimensions",
        "gap",
        "nested",
        "outer",
        "quantities",
        "segments",
        "span",
    )
    if TYPE_CHECKING:
        segments: tuple[Segment, ...]

    def __init__(self, text: str, top: _Open) -> None:
        self._text = text
        self._open = top
        self.span = Span(top.drafts[0][1], top.drafts[-1][2])
        self.nested = top.nested
        self.outer = top.outer
        self.gap = top.gap
        self.before: Sentence | None = None
        self.quantities = top.quantities
        self.count = len(top.quantities)
        self.dimensions = {quantity.dimension for quantity in top.quantities}
        self._views: dict[Callable[[Sentence], Any], Any] = {}
        self._around: Sentence | None = None  # not itself: what holds itself is hard to free

    def __getattr__(self, name: str) -> tuple[Segment, ...]:
        if name != "segments":
            raise AttributeError(name)
        self.segments = made = tuple(_segments(self._text, self._open))
        return made

    @property
    def text(self) -> str:
        """All that stands in it, in parentheses too."""
        return self._text[self.span.start : self.span.end]

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


class _Open:
    """A sentence that is being read.

    `drafts` are its segments, `mark` and `start` those of the next one; `quantities` are those of
    all, `inside` how many of them the next one has. `holes` are the parentheses it holds.
    """

    __slots__ = (
        "drafts",
        "gap",
        "holes",
        "inside",
        "mark",
        "nested",
        "outer",
        "quantities",
        "start",
    )

    def __init__(self, start: int, *, nested: bool = False, outer: Quantity | None = None) -> None:
        self.drafts: list[Draft] = []
        self.quantities: list[Quantity] = []
        self.holes: list[tuple[int, int]] = []
        self.nested = nested
        self.outer = outer
        self.gap = self.mark = ""
        self.start = start
        self.inside = 0

    def close(self, end: int, mark: str) -> None:
        """End the segment; the next one begins after its mark."""
        self.drafts.append((self.mark, self.start, end))
        self.mark = mark
        self.start = end + 1
        self.inside = 0


def _segments(text: str, top: _Open) -> Iterator[Segment]:
    holes = top.holes

    def words(start: int, end: int) -> str:
        before = ""
        for first, last in holes:
            if start < last and first < end:
                before += text[start:first]
                start = last
        return (before + text[start:end]).strip()

    waiting = top.quantities[::-1]
    next_ = waiting[-1].span
    for mark, start, end in top.drafts:
        items: list[Item] = []
        if next_.start < end:
            before = words(start, next_.start)
            while next_.start < end:
                quantity = waiting.pop()
                next_ = waiting[-1].span if waiting else Span(len(text), len(text))
                after = words(quantity.span.end, min(next_.start, end))
                items.append(Item(quantity, before, after))
                before = after
        said = words(start, end) if holes else text[start:end].strip()
        yield Segment(mark, Span(start, end), said, tuple(items))


def sentences(paragraph: Paragraph) -> tuple[Sentence, ...]:
    """Return the sentences that hold a quantity; one in parentheses comes before its host."""
    quantities = paragraph.view(figures)
    if not quantities:
        return ()
    found = tuple([Sentence(paragraph.text, top) for top in _read(paragraph.text, quantities)])
    waiting: list[Sentence] = []
    before: Sentence | None = None
    for sentence in found:
        sentence.before = before
        if sentence.nested:
            waiting.append(sentence)
            continue
        for inner in waiting:
            if sentence.span.covers(inner.span):
                inner.stand_in(sentence)
        before, waiting = sentence, []
    return found


def _read(text: str, quantities: tuple[Quantity, ...]) -> Iterator[_Open]:
    waiting = list(quantities[::-1])
    first, end = waiting[-1].span
    passed = _before(text, -1, first)  # no quantity stands up to here
    top = _Open(passed + 1)
    around: list[_Open] = []
    for match in _MARKS.finditer(text, passed + 1):
        at = match.start()
        if at > first:
            while end <= at:
                if top.inside < _LONG:
                    top.quantities.append(waiting[-1])
                    top.inside += 1
                waiting.pop()
                first, end = waiting[-1].span if waiting else (len(text), len(text) + 1)
            if first < at:
                continue  # a mark inside a number
        elif at <= passed:
            continue
        mark = _SAME[match[0]]
        if mark in _INNER and len(top.drafts) < _LONG:
            top.close(at, mark)
        elif mark == "（":
            if len(around) < _DEEP:
                around.append(top)
                top = _inside(text, at, top)
        elif mark == "）":
            top.close(at, "")
            if around:
                if top.quantities:
                    yield top
                top = around.pop()
                top.holes[-1] = (top.holes[-1][0], at + 1)
        else:
            top.close(at, mark)
            if mark in _STOPS or len(top.drafts) > _LONG:
                if top.quantities:
                    yield top
                if not around:
                    if not waiting:
                        return
                    passed = _before(text, at, first)
                top = _Open(max(at, passed) + 1, nested=top.nested)
    while True:
        if not around:
            top.quantities.extend(waiting[: -_LONG - 1 : -1])
        if top.start < len(text):
            top.close(len(text), "")
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


def _inside(text: str, at: int, host: _Open) -> _Open:
    host.holes.append((at, len(text)))  # until the parenthesis is closed
    outer = host.quantities[-1] if host.inside else None
    inner = _Open(at + 1, nested=True, outer=outer)
    if outer:
        inner.gap = text[outer.span.end : at]
    return inner
