"""Many spans of one text: which are hit, and where they are after changes."""

from __future__ import annotations

from itertools import accumulate

from speechlint.light import bisect_left, bisect_right
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Change = tuple[int, int, str]  # put a text in the place of start to end


class Places:
    """Spans among which one that covers or touches another is found in logarithmic time."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reach = list(accumulate((span.end for span in ordered), max))  # of all up to here

    def cover(self, span: Span) -> bool:
        """Say whether one of the spans covers another."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self._reach[at] >= span.end

    def touch(self, span: Span) -> bool:
        """Say whether one of the spans overlaps another, or is at its place."""
        at = bisect_right(self._starts, max(span.start, span.end - 1)) - 1
        return at >= 0 and self._reach[at] > span.start


class Moves:
    """Where spans are after changes that are in order and do not overlap."""

    def __init__(self, made: Sequence[Change]) -> None:
        self._starts = [start for start, _, _ in made]
        self._ends = [end for _, end, _ in made]
        by = (len(replacement) - (end - start) for start, end, replacement in made)
        self._by = [0, *accumulate(by)]

    def carried(self, span: Span) -> Span:
        """Return where a span is; of what is changed at its edge it keeps none."""
        before = bisect_right(self._ends, span.start)
        within = max(before, bisect_left(self._starts, span.end))
        start = span.start + self._by[before]
        return Span(start, max(start, span.end + self._by[within]))
