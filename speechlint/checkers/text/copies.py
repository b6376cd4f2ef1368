"""Pieces of a speech that stand in it twice."""

from __future__ import annotations

from itertools import accumulate

from speechlint.light import bisect_left, bisect_right
from speechlint.lines import Role
from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.document import Paragraph, Speech

STOPS = "。！？；!?;"
MARKS = STOPS + "，：、,:"
_CLOSERS = "”’）)"
_MARK = f"[{MARKS}][{_CLOSERS}]?"
# What a copy is found by: a piece without punctuation. Shorter ones are everywhere.
_CLAUSE = "[^，。；：！？,;:!?]{5,}"
_SPOKEN = (Role.BODY, Role.ITEM)  # headings, cells and 谢谢大家 stand twice with good reason
_FARTHEST = 3_000  # how far a copy is followed: so the cost stays linear


class Copy(NamedTuple):
    """Two equal pieces of a text: where each begins, and how long they are.

    As long as can be: what stands before and behind them differs.
    """

    first: int
    second: int
    length: int


class Prose(NamedTuple):
    """The paragraphs of a speech run together; `starts` says where each begins."""

    text: str
    starts: Sequence[int]
    paragraphs: Sequence[Paragraph]

    def begins(self, at: int, marks: str = STOPS) -> bool:
        """Say whether a sentence begins at a place, or with MARKS a clause."""
        before = self.text[at - 1]
        if before in _CLOSERS:
            before = self.text[at - 2]
        return before in marks or self._edge(at)

    def ends(self, at: int, marks: str = STOPS) -> bool:
        """Say whether a sentence ends at a place, or with MARKS a clause; its mark may follow."""
        return self.begins(at, marks) or self.text[at] in marks

    def edges(self, copy: Copy) -> list[int]:
        """Return how far into a copy a sentence or clause may begin or end, in order."""
        found = {0, 1, copy.length}  # what stands before it differs, and is not looked at
        end = copy.first + copy.length
        for match in regex(_MARK).finditer(self.text, copy.first, end):
            at = match.start() - copy.first
            found |= {at, at + 1, match.end() - copy.first}
        for piece in (copy.first, copy.second):
            first = bisect_left(self.starts, piece)
            last = bisect_right(self.starts, piece + copy.length)
            found.update(start - piece for start in self.starts[first:last])
        return sorted(found)

    def _edge(self, at: int) -> bool:
        return at == len(self.text) or self.starts[bisect_right(self.starts, at) - 1] == at

    def locate(self, start: int, end: int) -> tuple[Span, Paragraph | None]:
        """Return a span in the document, and the paragraph that it lies in, if it is one."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        head, tail = self.paragraphs[first], self.paragraphs[last]
        left = head.offset(start - self.starts[first])
        right = tail.offset(end - 1 - self.starts[last]) + 1
        return Span(left, right), head if first == last else None


def prose(speech: Speech) -> Prose:
    """Return what is said in a speech."""
    paragraphs = [p for p in speech.paragraphs if p.role in _SPOKEN and p.text]
    lengths = accumulate((len(p.text) for p in paragraphs), initial=0)
    return Prose("".join(p.text for p in paragraphs), list(lengths)[:-1], paragraphs)


def copies(prose: Prose) -> Iterator[Copy]:
    """Yield the pieces that stand there twice, in order of the second."""
    clauses = [regex(_CLAUSE).findall(paragraph.text) for paragraph in prose.paragraphs]
    again = _again(clauses)
    last: dict[str, int] = {}
    reached = 0
    for paragraph, start, found in zip(prose.paragraphs, prose.starts, clauses, strict=True):
        for match in () if again.isdisjoint(found) else regex(_CLAUSE).finditer(paragraph.text):
            clause, at = match[0], start + match.start()
            if clause not in again:
                continue
            before = last.get(clause)
            last[clause] = at
            if before is not None and at >= reached:
                copy = _grown(prose.text, Copy(before, at, len(clause)), reached)
                reached = copy.second + copy.length
                yield copy


def _again(clauses: Iterable[list[str]]) -> set[str]:
    """Return those that stand there twice."""
    seen: set[str] = set()
    again: set[str] = set()
    for found in clauses:
        for clause in found:
            (again if clause in seen else seen).add(clause)
    return again


def _grown(text: str, copy: Copy, floor: int) -> Copy:
    """Return the longest pair of equal pieces around two of them."""
    first, second, length = copy
    back = 0
    furthest = min(first, second - floor, _FARTHEST)
    while back < furthest and text[first - back - 1] == text[second - back - 1]:
        back += 1
    furthest = min(second - back - first, len(text) - second, _FARTHEST)
    on = min(length, furthest)
    while on < furthest and text[first + on] == text[second + on]:
        on += 1
    return Copy(first - back, second - back, back + on)
