"""Flag a passage that stands in a speech twice, word for word."""

from __future__ import annotations

from speechlint.checkers.text.copies import MARKS, STOPS, Copy, Prose, copies, prose
from speechlint.diagnostic import Edit, Fix, Related
from speechlint.patterns import spans
from speechlint.record import WithOptions
from speechlint.regexes import regex
from speechlint.rule import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Speech

# In 550,000 characters of published reports one sentence of 15 characters or more stands twice
# in its report, and that by mistake; halves of two sentences reach 22 characters, clauses 52.
_INSIDE = 20  # a sentence that stands again in the middle of another: up to 16
_HALVES = 25
_JOINT = "[^。！？；!?;]{5}[。！？；!?;][^。！？；!?;]{5}"
_CLAUSES = 60
_APART = 2  # characters: one mark may stand between two that are side by side
_NEAR = 100  # no clause of 15 characters is repeated so soon


class Passage(WithOptions):
    """Flag the later copy of a passage of at least `shortest` characters, `adjacent` side by side.

    A copy is whole sentences, here or there, or pieces of two neighbouring ones; inside a
    sentence it counts where it follows its original closely. What is said three times or more is a refrain. A
    copy that a pattern of `unless` matches is spared, and one that is no sentence where a
    pattern of `formulas` does. Line breaks count for nothing.
    """

    shortest: int = 15
    adjacent: int = 8
    unless: tuple[str, ...] = ()
    formulas: tuple[str, ...] = ()

    def check_speech(self, speech: Speech) -> Iterator[Finding]:
        text = prose(speech)
        found: dict[str, list[Copy]] = {}
        for copy in copies(text):
            if not self._long(copy):  # then no part of it is
                continue
            passage = self._passage(text, copy)
            if self._long(passage):
                piece = text.text[passage.second : passage.second + passage.length]
                found.setdefault(piece, []).append(passage)
        for piece, passages in found.items():
            refrain = len(passages) > 1 and len(piece) < _CLAUSES
            if not refrain and not spans(self.unless, "unless", piece):
                for passage in passages:
                    yield _finding(text, passage)

    def _long(self, copy: Copy) -> bool:
        adjacent = copy.second - copy.first - copy.length < _APART
        return copy.length >= (self.adjacent if adjacent else self.shortest)

    def _passage(self, text: Prose, copy: Copy) -> Copy:
        """Return the part of two equal pieces that makes them a copy; an empty one if none does."""
        edges = text.edges(copy)
        whole = _between(text, copy, edges, STOPS, STOPS)
        if whole.length >= self.shortest:
            return whole
        for marks in ((STOPS, MARKS), (MARKS, STOPS)):
            inside = _between(text, copy, edges, *marks)
            if inside.length >= _INSIDE:
                return inside
        end = copy.second + copy.length
        if copy.length >= _HALVES and regex(_JOINT).search(text.text, copy.second, end):
            return copy
        clauses = _between(text, copy, edges, MARKS, MARKS)
        near = copy.second - copy.first - copy.length <= _NEAR
        start, end = clauses.second, clauses.second + clauses.length
        if near and not spans(self.formulas, "formulas", text.text[start:end]):
            return clauses
        return clauses if clauses.length >= _CLAUSES else copy._replace(length=0)


def _between(text: Prose, copy: Copy, edges: Sequence[int], former: str, latter: str) -> Copy:
    """Return what lies between the first beginning and the last end in both pieces.

    The marks are those that end a sentence, or a clause, in the one and in the other.
    """
    first, second, length = copy
    starts = (
        at
        for at in edges
        if at < length and text.begins(first + at, former) and text.begins(second + at, latter)
    )
    start = next(starts, length)
    ends = (
        at
        for at in reversed(edges)
        if at > start and text.ends(first + at, former) and text.ends(second + at, latter)
    )
    return Copy(first + start, second + start, next(ends, start) - start)


def _finding(text: Prose, passage: Copy) -> Finding:
    first, second, length = passage
    piece = text.text[second : second + length]
    original, _ = text.locate(first, first + length)
    if text.begins(second, MARKS) and not text.begins(second + length, MARKS):
        length += text.ends(second + length, MARKS)  # its own mark
    span, paragraph = text.locate(second, second + length)
    fix = None
    whole = text.begins(second) and text.begins(second + length)
    if whole and paragraph and not paragraph.holes and span != paragraph.span:
        fix = Fix("删去后一处", (Edit(span, ""),))
    values = {"match": piece, "count": str(len(piece))}
    return Finding(span, values, fix, (Related(original, "前一处在这里"),))
