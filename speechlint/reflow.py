"""Physical lines → logical paragraphs, with the holes that scraping tore."""

from __future__ import annotations

from speechlint.layout import Layout
from speechlint.light import bisect_right
from speechlint.lines import FOREIGN, Line, Role, marked, role_of
from speechlint.memory import recalled
from speechlint.paragraph import Hole, HoleKind, Paragraph
from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.torn import NEVER_FIRST, Tear, ends, judge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.markup import Markup
    from speechlint.memory import Memory

# Characters that nobody sees, and the line ends that no editor knows.
_INVISIBLE = (
    "[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+"
)
# A number before what no line begins with.
_COUNTER = rf"\d{{1,3}}[、．.]\s*[{NEVER_FIRST}]"
_ALONE = frozenset(
    {Role.SALUTATION, Role.CLOSING, Role.TABLE}
)  # nothing goes on from them, nor into them
_ENOUGH = 80  # characters before a break that a judgment needs
_PASSED = frozenset(
    {Role.BLANK, Role.PAGE, Role.SITE}
)  # may stand between two halves of a sentence


class _Part(NamedTuple):
    """A line of a paragraph, and the hole before it; `start` is where its own text begins.

    `whole` says that no hole is before it or in it.
    """

    line: Line
    start: int
    hole: Hole | None = None
    whole: bool = False


def heal(
    text: str, lines: Sequence[Line], markup: Markup | None, memory: Memory | None = None
) -> tuple[tuple[Paragraph, ...], tuple[Hole, ...]]:
    """Join the lines that a break tore apart; return the paragraphs and all holes."""
    if markup is not None:
        return _heal_blocks(lines, markup, memory)
    paragraphs: list[Paragraph] = []
    holes: list[Hole] = []
    marred = regex(_INVISIBLE).search(text) is not None
    for group in _groups(text, lines, memory, marred=marred):
        paragraph = _join(text, group)
        holes += paragraph.holes
        if paragraph.text:
            paragraphs.append(paragraph)
    pages = (line.span for line in lines if line.role is Role.PAGE)
    holes += [Hole(span, HoleKind.MARKER) for span in pages if not _within(span, holes)]
    if marred:
        holes.sort()
        edges = (Hole(span, HoleKind.GARBLED) for span in _between(text, lines))
        holes += [edge for edge in edges if not _within(edge.span, holes)]
    return tuple(paragraphs), tuple(sorted(holes))


def _between(text: str, lines: Sequence[Line]) -> Iterator[Span]:
    """Yield what nobody sees at the edges of lines, where it counts as space."""
    last = 0
    for line in lines:
        for match in regex(_INVISIBLE).finditer(text, last, line.span.start):
            yield Span(*match.span())
        last = line.span.end
    for match in regex(_INVISIBLE).finditer(text, last):
        yield Span(*match.span())


def _within(span: Span, holes: Sequence[Hole]) -> bool:
    at = bisect_right(holes, span.start, key=lambda hole: hole.span.start) - 1
    return at >= 0 and holes[at].span.covers(span)


def _heal_blocks(
    lines: Sequence[Line], markup: Markup, memory: Memory | None
) -> tuple[tuple[Paragraph, ...], tuple[Hole, ...]]:
    """Heal a Markdown text: not across its blocks, and its syntax is a silent hole."""
    from speechlint.markup import reveal

    blotted, torn = heal(markup.text, tuple(_barred(lines, markup)), None, memory)
    paragraphs = tuple(reveal(paragraph, markup) for paragraph in blotted)
    others = set(torn).difference(*(paragraph.holes for paragraph in blotted))
    holes = [*others, *(hole for paragraph in paragraphs for hole in paragraph.holes)]
    return tuple(p for p in paragraphs if p.text), tuple(sorted(holes))


def _barred(lines: Sequence[Line], markup: Markup) -> Iterator[Line]:
    """Put a line of code, though an empty one, where a block cannot go on from the one before."""
    borders = [block.span.start for block in markup.blocks if block.apart]
    passed = 0
    for line in lines:
        now = bisect_right(borders, line.span.start, lo=passed)
        if now > passed:
            yield Line(Span(line.span.start, line.span.start), Role.CODE, "")
        passed = now
        yield line


def _groups(
    text: str, lines: Sequence[Line], memory: Memory | None, *, marred: bool
) -> Iterator[list[_Part]]:
    """Put together the lines that are one paragraph; `marred` says that some hold what nobody sees."""
    joints = _Joints(text, lines, memory, marred=marred)
    group: list[_Part] = []
    passed: list[Line] = []
    for number, line in enumerate(lines):
        if line.role in _PASSED:
            passed.append(line)
            continue
        if group and line.role not in FOREIGN and not (line.glued and not passed):
            tear = joints.tear(number)
            if tear:
                start = line.span.start + joints.counted.get(number, 0)
                kind = _kind(passed, counted=number in joints.counted)
                # Where an item begins, its line may well be meant to.
                sure = tear is Tear.SURE and not marked(text[start : line.span.end])
                hole = Hole(Span(group[-1].line.span.end, start), kind, sure)
                group.append(_Part(line, start, hole))
                joints.go_on(number)
                passed = []
                continue
        if group:
            yield group
        group = [] if line.role in FOREIGN else [joints.first(number)]
        joints.begin(number)
        passed = []
    if group:
        yield group


class _Joints:
    """Judges one line break after the other, knowing what was joined before it."""

    def __init__(
        self, text: str, lines: Sequence[Line], memory: Memory | None, *, marred: bool
    ) -> None:
        self._lines = lines
        self._memory = memory
        self._bare = ["" if line.role in FOREIGN else line.text for line in lines]
        if marred:
            self._bare = recalled(memory, _bare, self._bare)
        self._layout = Layout(text, lines, memory)
        self.counted: dict[int, int] = {}
        if _may_count(self._bare):
            from speechlint import counters

            self.counted = counters.inside(self._bare)
        self._last = 0
        self._joined = ""

    def first(self, number: int) -> _Part:
        """Return the first line of a paragraph; a counter before it is a hole."""
        line = self._lines[number]
        if counter := self.counted.get(number, 0):
            start = line.span.start + counter
            hole = Hole(Span(line.span.start, start), HoleKind.MARKER, sure=False)
            return _Part(line, start, hole)
        return _Part(line, line.span.start, None, self._bare[number] == line.text)

    def begin(self, number: int) -> None:
        """Begin a paragraph."""
        self._last, self._joined = number, self._bare[number][self.counted.get(number, 0) :]

    def go_on(self, number: int) -> None:
        """Join a line to the paragraph."""
        rest = self._bare[number][self.counted.get(number, 0) :]
        self._last, self._joined = number, (self._joined + rest)[-_ENOUGH:]

    def tear(self, number: int) -> Tear:
        """Say whether a line goes on in the middle of a sentence of the paragraph so far."""
        rest = self._bare[number][self.counted.get(number, 0) :]
        if not self._joined or not rest:
            return Tear.NONE
        if self._lines[number].role in _ALONE or self._lines[self._last].role in _ALONE:
            return Tear.NONE
        if ends(self._joined) and rest[0] not in NEVER_FIRST and self._joined[-1] not in "；;":
            return Tear.NONE
        least, most = self._layout.points(self._last, number)
        tear = self._judged(rest, least)
        if most > least and (other := self._judged(rest, most)) is not tear:
            return other if self._layout.repeated(self._last, number) else tear
        return tear

    def _judged(self, rest: str, points: float) -> Tear:
        if self._memory:
            return self._memory.recall(judge, self._joined, rest, points)
        return judge(self._joined, rest, points)


def _may_count(lines: Sequence[str]) -> bool:
    """Say whether a number stands before what may be the rest of a sentence."""
    before = ""
    for line in lines:
        if not line:
            continue
        if before and line[0].isdigit() and (not ends(before) or regex(_COUNTER).match(line)):
            return True
        before = line
    return False


def _bare(lines: Sequence[str]) -> list[str]:
    """Return the lines without what nobody sees."""
    return [regex(_INVISIBLE).sub("", line) for line in lines]


def _kind(passed: Sequence[Line], *, counted: bool) -> HoleKind:
    if any(line.role is Role.SITE for line in passed):
        return HoleKind.SITE
    if counted or any(line.role is Role.PAGE for line in passed):
        return HoleKind.MARKER
    return HoleKind.WRAP


def _join(text: str, group: Sequence[_Part]) -> Paragraph:
    if len(group) == 1 and group[0].whole:
        line = group[0].line
        return Paragraph(line.text, line.role, ((0, line.span.start),))
    out: list[str] = []
    length = 0
    pieces: list[tuple[int, int]] = []
    holes: list[Hole] = []
    for line, start, hole, _ in group:
        if hole:
            holes.append(hole)
        last = start
        for match in (*regex(_INVISIBLE).finditer(text, start, line.span.end), None):
            end = match.start() if match else line.span.end
            if end > last:
                pieces.append((length, last))
                out.append(text[last:end])
                length += end - last
            if match:
                holes.append(Hole(Span(*match.span()), HoleKind.GARBLED))
                last = match.end()
    healed = "".join(out)
    changed = len(group) > 1 or group[0].hole
    role = role_of(healed) if changed else group[0].line.role
    return Paragraph(healed, role, pieces, tuple(holes))
