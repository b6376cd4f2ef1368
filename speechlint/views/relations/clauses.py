"""Sentences cut at their marks, each piece with its quantities: what relations are read from."""

from __future__ import annotations

from itertools import pairwise

from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.figures import figures

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.paragraph import Paragraph
    from speechlint.views.figures import Quantity

# A colon between digits makes a ratio, a comma thousands.
_MARKS = regex(r"[，,、；;：:。！？!?（）()\n](?<!\d[,：:](?=\d))")
_SAME = dict(zip(",;:!?()", "，；：！？（）", strict=True))
_STOPS = "。！？\n"
_FULL_STOPS = "。！？!?\n"
# A sentence of more segments, or a segment of more figures, is none that anybody reads
# aloud: it is cut, so that the cost of looking back and forth stays bounded.
_LONG = 40
_DEEP = 4


class Item:
    """A quantity, and the words of its segment on either side, up to the next quantity."""

    __slots__ = ("after", "before", "quantity")

    def __init__(self, quantity: Quantity, before: str, after: str) -> None:
        self.quantity = quantity
        self.before = before
        self.after = after


class Segment:
    """What stands between two marks; `mark` is the one before, full-width.

    `text` leaves out what stands in parentheses: that is a sentence of its own. `remark` is
    what `lists.is_remark` says of it, once it is known.
    """

    __slots__ = ("items", "mark", "remark", "span", "text")

    def __init__(self, mark: str, span: Span, text: str, items: tuple[Item, ...]) -> None:
        self.mark = mark
        self.span = span
        self.text = text
        self.items = items
        self.remark: bool | None = None


class Sentence:
    """The segments of a sentence, or of what stands in parentheses.

    `nested` says that it stands in parentheses; then `outer` is the quantity before them in
    its segment, `gap` the words between the two, and `host` the sentence around them, else
    the sentence itself. `before` is the sentence before the host that holds a quantity.
    `count` is how many quantities it has, `dimensions` what they measure: most relations
    cannot be in a sentence that has but one, or no share.
    """

    __slots__ = ("_around", "before", "count", "dimensions", "gap", "nested", "outer", "segments")

    def __init__(self, top: _Open) -> None:
        self.segments = tuple(draft.segment() for draft in top.drafts)
        self.nested = top.nested
        self.outer = top.outer
        self.gap = top.gap
        self.before: Sentence | None = None
        quantities = [q for draft in top.drafts for q in draft.quantities]
        self.count = len(quantities)
        self.dimensions = {q.dimension for q in quantities}
        self._around: Sentence | None = None  # not itself: what holds itself is hard to free

    @property
    def host(self) -> Sentence:
        return self._around or self

    def stand_in(self, host: Sentence) -> None:
        """Make known the sentence around this one."""
        self._around = host

    @property
    def span(self) -> Span:
        return Span(self.segments[0].span.start, self.segments[-1].span.end)


class _Open:
    """A sentence that is being read."""

    def __init__(self, start: int, *, nested: bool = False, outer: Quantity | None = None) -> None:
        self.drafts: list[_Draft] = []
        self.nested = nested
        self.outer = outer
        self.gap = ""
        self.begin(start, "")

    def begin(self, start: int, mark: str) -> None:
        self.mark = mark
        self.start = self.piece = start
        self.pieces: list[tuple[int, int]] = []
        self.quantities: list[Quantity] = []

    def close(self, text: str, end: int, mark: str) -> None:
        """End the segment; the next one begins after its mark."""
        self.pieces.append((self.piece, end))
        span = Span(self.start, end)
        self.drafts.append(_Draft(text, self.mark, span, self.pieces, self.quantities))
        self.begin(end + 1, mark)


class _Draft:
    """What a segment is made from, once its sentence turns out to hold a quantity."""

    __slots__ = ("mark", "pieces", "quantities", "span", "text")

    def __init__(
        self,
        text: str,
        mark: str,
        span: Span,
        pieces: list[tuple[int, int]],
        quantities: list[Quantity],
    ) -> None:
        self.text = text
        self.mark = mark
        self.span = span
        self.pieces = pieces
        self.quantities = quantities

    def segment(self) -> Segment:
        start, end = self.span
        bare = self._text(start, end)
        if not self.quantities:
            return Segment(self.mark, self.span, bare, ())
        edges = [(start, start), *(q.span for q in self.quantities), (end, end)]
        between = [self._text(a[1], b[0]) for a, b in pairwise(edges)]
        items = tuple(map(Item, self.quantities, between, between[1:]))
        return Segment(self.mark, self.span, bare, items)

    def _text(self, start: int, end: int) -> str:
        if len(self.pieces) == 1:  # nothing in parentheses
            return self.text[start:end].strip()
        return "".join(self.text[max(a, start) : min(b, end)] for a, b in self.pieces).strip()


def sentences(paragraph: Paragraph) -> tuple[Sentence, ...]:
    """Return the sentences that hold a quantity; one in parentheses comes before its host."""
    quantities = paragraph.view(figures)
    if not quantities:
        return ()
    found = tuple(_read(paragraph.text, quantities))
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


def _read(text: str, quantities: tuple[Quantity, ...]) -> Iterator[Sentence]:
    waiting = list(quantities[::-1])
    passed = _before(text, -1, waiting)  # no quantity stands up to here
    stack = [_Open(passed + 1)]
    for at, mark in _marks(text):
        if at <= passed:
            continue
        top = stack[-1]
        while waiting and waiting[-1].span.end <= at:
            if len(top.quantities) < _LONG:
                top.quantities.append(waiting[-1])
            waiting.pop()
        if waiting and waiting[-1].span.start < at:
            continue  # a mark inside a number
        if mark == "（" and len(stack) > _DEEP:
            continue
        if mark == "（":
            stack.append(_inside(text, at, top))
        elif mark == "）":
            top.close(text, at, "")
            if len(stack) > 1:
                yield from _full(stack.pop())
                stack[-1].piece = at + 1
        else:
            top.close(text, at, mark)
            if mark in _STOPS or len(top.drafts) > _LONG:
                yield from _full(top)
                if len(stack) == 1:
                    if not waiting:
                        return
                    passed = _before(text, at, waiting)
                stack[-1] = _Open(max(at, passed) + 1, nested=top.nested)
    while stack:
        top = stack.pop()
        if not stack:
            top.quantities.extend(waiting[: -_LONG - 1 : -1])
        if top.start < len(text):
            top.close(text, len(text), "")
        yield from _full(top)


def _before(text: str, at: int, waiting: list[Quantity]) -> int:
    """Return where the last sentence before the next quantity ends; `at` ends one.

    Where a bracket stands between, nothing is passed over.
    """
    start = waiting[-1].span.start
    last = max(text.rfind(stop, at + 1, start) for stop in _FULL_STOPS)
    bracketed = text.find("（", at + 1, last) >= 0 or text.find("(", at + 1, last) >= 0
    return at if last < 0 or bracketed else last


def _inside(text: str, at: int, host: _Open) -> _Open:
    host.pieces.append((host.piece, at))
    host.piece = len(text)  # until the parenthesis is closed
    outer = host.quantities[-1] if host.quantities else None
    inner = _Open(at + 1, nested=True, outer=outer)
    if outer:
        inner.gap = text[outer.span.end : at]
    return inner


def _marks(text: str) -> Iterator[tuple[int, str]]:
    for match in _MARKS.finditer(text):
        mark = match[0]
        yield match.start(), _SAME.get(mark, mark)


def _full(top: _Open) -> Iterator[Sentence]:
    if any(draft.quantities for draft in top.drafts):
        yield Sentence(top)
