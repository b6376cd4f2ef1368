"""What the layout of a draft says about its line breaks, in the points of `torn`.

A paragraph begins indented where the others do, lines of a PDF are equally long, a heading
stands alone where its siblings do: none of this proves a break right or wrong, all of it weighs.
"""

from __future__ import annotations

import itertools

from speechlint.light import Counter
from speechlint.lines import FOREIGN, Line, Role
from speechlint.memory import recalled
from speechlint.regexes import regex
from speechlint.torn import NEVER, ends, prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from speechlint.memory import Memory

    # What a line is to the layout by itself: the marker it begins with, its number left out, or "";
    # how it begins behind it, if it may be a heading; whether it may stand in a list; its width.
    Form = tuple[str, str | None, bool, int]

_FEW = 5  # habits show in more lines than this
_HEAD = 12  # title, date and name stand among so many lines
_SHORT, _HEADING = 16, 45
_LAST = 5.0  # the last line of a list
_APPEAL = 3.0  # lines before an exclamation mark may be parted on purpose
_WINDOW = 20_000  # how far around a break its words are looked for
_REPEATED = 1.5
_ALIKE = 2  # more lines than this that begin alike and end without a stop are headings


_LEVEL = r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d+[.．、]|[一二三四五六七八九十][是要]|——"
_NUMBER = r"[一二三四五六七八九十\d]"


class Layout:
    """How the lines of a draft are laid out."""

    def __init__(self, text: str, lines: Sequence[Line], memory: Memory | None = None) -> None:
        self._text = text
        self._lines = lines
        spoken = [(n, line) for n, line in enumerate(lines) if line.role not in FOREIGN]
        forms = recalled(memory, _forms, [line.text for _, line in spoken])
        self._forms = dict(zip([n for n, _ in spoken], forms, strict=True))
        self._before = {n: before for (before, _), (n, _) in itertools.pairwise(spoken)}
        self._indented = self._usual(
            [self._indent(n) for n, e in spoken if e.role is not Role.SALUTATION]
        )
        self._gap = self._usual([n - b for n, b in self._before.items()])
        self._width = self._common_width(
            [
                width
                for (_, _, _, width), (_, line) in zip(forms, spoken, strict=True)
                if len(line.text) > _SHORT
            ]
        )
        self._body = next((n for n, e in spoken[:_HEAD] if e.role is Role.SALUTATION), 0)
        self._listed = {n for run in self._runs(spoken, _list) for n in run}
        appeals = (r for r in self._runs(spoken, _appeal) if lines[r[-1]].text[-1] in "！!")
        self._appealing = {n for run in appeals for n in run}
        self._starts = Counter(start for _, start, _, _ in forms if start is not None)
        self._alone = Counter(
            (kind, line.role is Role.HEADING)
            for (kind, _, _, _), (_, line) in zip(forms, spoken, strict=True)
            if kind
        )

    def points(self, before: int, after: int) -> tuple[float, float]:
        """Return what speaks for the second line going on from the first, less what speaks against.

        The second number holds where the two are `repeated`, which takes long to see.
        """
        if before in self._listed and after in self._listed:
            return NEVER, NEVER  # a list of names, a poem
        if before in self._appealing and self._lines[before].text[-1] in "，,":
            return NEVER, NEVER
        _, start, _, width = self._forms[before]
        points = -_APPEAL if before in self._appealing else 0.0
        points -= _LAST if before in self._listed else 0.0
        if self._indented is True and self._indent(before):
            points += -1.0 if self._indent(after) else 2.0
        if self._gap and after - before < self._gap:
            points += 1.5
        if self._width:
            points += 3.0 if width > self._width - 6 else -2.0
        if after <= self._body:
            points -= 1.5
        points += self._beside_headings(before, self._lines[after])
        if start is not None and self._starts[start] > _ALIKE:
            points -= 3.0  # headings like “五年来，…” or “一、这一年，…”, all alike
        return points, points + _REPEATED

    def repeated(self, before: int, after: int) -> bool:
        """Say whether the text has the words on both sides of a break together elsewhere."""
        first, second = self._lines[before], self._lines[after]
        joint = first.text[-2:] + second.text[:2]
        start = max(0, first.span.start - _WINDOW)
        return len(joint) == 4 and self._text.find(joint, start, second.span.end + _WINDOW) >= 0

    def _beside_headings(self, before: int, after: Line) -> float:
        kind = self._forms[before][0]
        if kind:
            # Its siblings stand alone, or run on in the same line.
            alone, run_on = self._alone[kind, True], self._alone[kind, False]
            if not prose(after.text):
                return 1.0  # a heading is followed by text: half a heading by its other half
            return -1.0 if alone > run_on + 1 else 1.5 if run_on > alone else 0.0
        above = self._before.get(before)
        if above is None or self._lines[above].role is not Role.HEADING:
            return 0.0
        return 1.5 if self._forms[above][0] else 0.0

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
    def _common_width(found: Sequence[int]) -> int | None:
        """Return the width that most lines of a page copied from a PDF have."""
        if len(found) < _FEW:
            return None
        widths = Counter(found)
        common = max(widths, key=widths.__getitem__)
        near = sum(n for width, n in widths.items() if abs(width - common) <= 2)
        return common if common < 120 and near > 0.5 * len(found) else None

    def _runs(
        self, spoken: Sequence[tuple[int, Line]], alike: Callable[[str, str], bool]
    ) -> Iterator[tuple[int, ...]]:
        """Yield the rows of three or more short lines that go with one another."""
        run: list[int] = []
        last = ""
        for n, line in spoken:
            _, _, short, _ = self._forms[n]
            text = line.text if short else ""
            if not (run and text and alike(last, text)):
                if len(run) > 2:
                    yield tuple(run)
                run = []
            if text:
                run.append(n)
            last = text
        if len(run) > 2:
            yield tuple(run)


def _forms(lines: Sequence[str]) -> list[Form]:
    return [_form(line) for line in lines]


def _form(line: str) -> Form:
    marker = regex(_LEVEL).match(line)
    kind = (regex(_NUMBER).sub("", marker[0]) or "是") if marker else ""
    at = marker.end() if marker else 0
    heads = len(line) <= _HEADING and "。" not in line and not ends(line)
    # Its width in half-width columns: in UTF-8 a wide character has three bytes.
    width = (len(line) + len(line.encode("utf-8", "replace"))) // 2
    return kind, line[at : at + 3] if heads else None, not kind and len(line) <= _SHORT, width


def _list(last: str, text: str) -> bool:
    """Say whether two lines are names, slogans, titles (no punctuation), or of one poem."""
    return not prose(last + text) or len(last) == len(text)


def _appeal(last: str, _: str) -> bool:
    """Say whether a line calls for the next, as at the end of a speech: 让我们."""
    return not ends(last)
