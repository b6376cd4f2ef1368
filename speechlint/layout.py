"""What the layout of a draft says about its line breaks, in the points of `torn`.

A paragraph begins indented where the others do, lines of a PDF are equally long, a heading
stands alone where its siblings do: none of this proves a break right or wrong, all of it weighs.
"""

from __future__ import annotations

import itertools
from collections import Counter

from speechlint.lines import FOREIGN, Line, Role
from speechlint.regexes import regex
from speechlint.torn import NEVER, ends, prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_FEW = 5  # habits show in more lines than this
_HEAD = 12  # title, date and name stand among so many lines
_SHORT, _HEADING = 16, 45
_WINDOW = 20_000  # how far around a break its words are looked for
_REPEATED = 1.5
_ALIKE = 2  # more lines than this that begin alike and end without a stop are headings


_LEVEL = r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d+[.．、]|[一二三四五六七八九十][是要]|——"
_NUMBER = r"[一二三四五六七八九十\d]"


class Layout:
    """How the lines of a draft are laid out."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._text = text
        self._lines = lines
        spoken = [(n, line) for n, line in enumerate(lines) if line.role not in FOREIGN]
        self._before = {n: before for (before, _), (n, _) in itertools.pairwise(spoken)}
        self._indented = self._usual(
            [self._indent(n) for n, e in spoken if e.role is not Role.SALUTATION]
        )
        self._gap = self._usual([n - b for n, b in self._before.items()])
        self._width = self._common_width(
            [line.text for _, line in spoken if len(line.text) > _SHORT]
        )
        self._body = next((n for n, e in spoken[:_HEAD] if e.role is Role.SALUTATION), 0)
        self._listed = set(self._lists(spoken))
        self._starts = Counter(e.text[:3] for _, e in spoken if _may_head(e.text))
        self._alone = Counter((_kind(e), e.role is Role.HEADING) for _, e in spoken if _kind(e))

    def points(self, before: int, after: int) -> float:
        """Return what speaks for the second line going on from the first, less what speaks against."""
        if before in self._listed:
            return NEVER  # a list of names, a poem
        first, second = self._lines[before], self._lines[after]
        points = 0.0
        if self._indented is True and self._indent(before):
            points += -1.0 if self._indent(after) else 2.0
        if self._gap and after - before < self._gap:
            points += 1.5
        if self._width:
            points += 3.0 if _width(first.text) > self._width - 6 else -2.0
        if after <= self._body:
            points -= 1.5
        points += self._beside_headings(before, second)
        if _may_head(first.text) and self._starts[first.text[:3]] > _ALIKE:
            points -= 3.0  # headings like “五年来，…”, all alike
        if self._repeated(first, second):
            points += _REPEATED
        return points

    def _beside_headings(self, before: int, after: Line) -> float:
        line = self._lines[before]
        kind = _kind(line)
        if kind:
            # Its siblings stand alone, or run on in the same line.
            alone, run_on = self._alone[kind, True], self._alone[kind, False]
            if not prose(after.text):
                return 1.0  # a heading is followed by text: half a heading by its other half
            return -1.0 if alone > run_on + 1 else 1.5 if run_on > alone else 0.0
        above = self._lines[self._before[before]] if before in self._before else None
        return 1.5 if above and above.role is Role.HEADING and _kind(above) else 0.0

    def _repeated(self, first: Line, second: Line) -> bool:
        """Say whether the text has the words on both sides of a break together elsewhere."""
        joint = first.text[-2:] + second.text[:2]
        start = max(0, first.span.start - _WINDOW)
        return len(joint) == 4 and self._text.find(joint, start, second.span.end + _WINDOW) >= 0

    def _indent(self, number: int) -> bool:
        start = self._lines[number].span.start
        return start > 0 and self._text[start - 1] in " \t\u3000\u00a0"

    @staticmethod
    def _usual(values: Sequence[int]) -> int | None:
        """Return the value that four in five have."""
        if len(values) < _FEW:
            return None
        counts = Counter(values)
        value = max(counts, key=counts.__getitem__)
        return value if counts[value] >= 0.8 * len(values) else None

    @staticmethod
    def _common_width(texts: Sequence[str]) -> int | None:
        """Return the width that most lines of a page copied from a PDF have."""
        if len(texts) < _FEW:
            return None
        widths = Counter(_width(text) for text in texts)
        common = max(widths, key=widths.__getitem__)
        near = sum(n for width, n in widths.items() if abs(width - common) <= 2)
        return common if common < 120 and near > 0.5 * len(texts) else None

    @staticmethod
    def _lists(spoken: Sequence[tuple[int, Line]]) -> list[int]:
        """Return the lines of poems and lists of names: three or more short ones in a row."""
        listed: list[int] = []
        run: list[int] = []
        last = ""
        for n, line in spoken:
            # A line of a poem may end in a full stop: it goes with the one before.
            goes_on = len(line.text) == len(last) or last.endswith(("，", "、"))
            alike = goes_on or not ends(line.text)
            last = line.text
            if (
                alike
                and len(last) <= _SHORT
                and not _kind(line)
                and line.role is not Role.SALUTATION
            ):
                run.append(n)
                continue
            if len(run) > 2:
                listed += run
            run = []
        return listed + run if len(run) > 2 else listed


def _may_head(text: str) -> bool:
    """Say whether a line without a marker may be a heading."""
    return len(text) <= _HEADING and "。" not in text and not ends(text)


def _kind(line: Line) -> str:
    """Return what kind of marker a line begins with: the marker with its number left out."""
    match = regex(_LEVEL).match(line.text)
    return regex(_NUMBER).sub("", match[0]) or "是" if match else ""


def _width(text: str) -> int:
    """Return the width of a line in half-width columns."""
    return len(text.encode("gb18030", "replace"))
