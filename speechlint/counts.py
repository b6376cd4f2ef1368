"""What a speech writer wants to know of a draft: how long it is, and where breath runs out."""

from __future__ import annotations

from speechlint.light import bisect_left
from speechlint.lines import Role
from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.text import LineIndex, Span
from speechlint.views.aloud import syllables
from speechlint.views.breaths import breaths, sentences
from speechlint.views.parts import parts as parted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.document import Document, Paragraph, Speech
    from speechlint.sources import Source

PACE = 200  # syllables a minute: a report is read at 180 to 220
# Whoever reads aloud says so much of a minute comfortably in one breath: ten seconds. In
# published reports of 18,000 characters three stretches are longer.
_BREATH = 6
# Word counts every Chinese character and mark, and a run of other ones as one.
_WIDE = "\u2010-\u2027\u2030-\u205e\u2460-\u24ff\u2500-\u27bf\u2e80-\u2fff\u3001-\uffef\U00020000-\U0003ffff"
_COUNTED = rf"[{_WIDE}]|[^\s{_WIDE}]+"


class Count(NamedTuple):
    """How long a part of a draft is.

    `characters` are counted as Word does (字数), `syllables` as they are read aloud.
    """

    title: str
    level: int  # 0 for a speech
    span: Span
    characters: int
    syllables: int
    sentences: int
    paragraphs: int
    blanks: int

    def seconds(self, pace: int) -> int:
        """Return how long it takes to read, at so many syllables a minute."""
        return round(self.syllables * 60 / pace)


class Long(NamedTuple):
    """A stretch without a pause that is too long for one breath."""

    span: Span
    syllables: int


class Counts(NamedTuple):
    """A file, its parts in order, and what is too long for a breath.

    The parts are those of the outline, after each speech where there are several. `limit` is the syllables of a breath; `blanks` are the places still to be filled in.
    """

    path: str
    text: str
    unit: str
    whole: Count
    parts: tuple[Count, ...]
    limit: int
    long: tuple[Long, ...]
    blanks: tuple[Span, ...]
    paragraphs: tuple[Span, ...] = ()  # of a Word file

    @property
    def lines(self) -> LineIndex:
        """What a position's line counts."""
        return LineIndex(self.text, self.paragraphs or None)


def characters(text: str) -> int:
    """Return how many characters a text has, as Word counts them (字数)."""
    return sum(1 for _ in regex(_COUNTED).finditer(text))


def whole(document: Document) -> Count:
    """Count a document as a whole."""
    return _Counter(document, ()).count("", 0, document.paragraphs)


def count(source: Source, path: str, blanks: Sequence[Span], pace: int = PACE) -> Counts:
    """Count a file; `blanks` are the places that are still to be filled in."""
    document = source.document
    counter = _Counter(document, blanks)
    parts: list[Count] = []
    for number, speech in enumerate(document.speeches, 1):
        if len(document.speeches) > 1:
            parts.append(counter.count(_title(speech, number), 0, speech.paragraphs))
        parts += (counter.count(s.title, s.level, s.paragraphs) for s in speech.view(parted))
    limit = pace // _BREATH
    long = tuple(
        Long(paragraph.locate(breath.span), breath.syllables)
        for paragraph in document.paragraphs
        if paragraph.role is not Role.TABLE
        for breath in breaths(paragraph)
        if breath.syllables > limit
    )
    return Counts(
        path,
        document.text,
        source.unit,
        counter.count("", 0, document.paragraphs),
        tuple(parts),
        limit,
        long,
        tuple(blanks),
        source.paragraphs,
    )


def _title(speech: Speech, number: int) -> str:
    first = speech.paragraphs[0]
    return first.text if first.role is Role.HEADING else f"第 {number} 篇"


class _Counter:
    """Counts paragraphs, each once."""

    def __init__(self, document: Document, blanks: Sequence[Span]) -> None:
        self._blanks = sorted(blank.start for blank in blanks)
        self._one = {id(p): self._count(p) for p in document.paragraphs}
        self._end = len(document.text)

    def _count(self, paragraph: Paragraph) -> tuple[int, ...]:
        read = paragraph.role is not Role.TABLE
        span = paragraph.span
        return (
            characters(paragraph.text),
            syllables(paragraph.text) if read else 0,
            sentences(paragraph),
            1,
            bisect_left(self._blanks, span.end) - bisect_left(self._blanks, span.start),
        )

    def count(self, title: str, level: int, paragraphs: Sequence[Paragraph]) -> Count:
        """Add up paragraphs."""
        if not paragraphs:
            return Count(title, level, Span(0, self._end), 0, 0, 0, 0, 0)
        span = Span(paragraphs[0].span.start, paragraphs[-1].span.end)
        sums = (sum(column) for column in zip(*(self._one[id(p)] for p in paragraphs), strict=True))
        return Count(title, level, span, *sums)
