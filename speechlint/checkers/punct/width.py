"""Flag half-width punctuation in Chinese."""

from __future__ import annotations

from itertools import groupby

from speechlint.diagnostic import Applicability, Edit, Fix, Related
from speechlint.light import bisect_right, cache
from speechlint.occurrences import holds
from speechlint.paragraph import HoleKind
from speechlint.record import WithOptions
from speechlint.regexes import escape, regex
from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Mapping

    from speechlint.document import Paragraph, Speech

_WIDE = frozenset("“”‘’《》（）【】〔〕、。，；：！？…—")
_CODE = frozenset("=<>{}")  # of a script that came with the page
_BREAKS = (HoleKind.WRAP, HoleKind.MARKER)


class Width(WithOptions):
    """Flag each key of `marks` that stands in Chinese; its value is what should.

    A mark is Chinese that has a Chinese character on either side, a space apart at most,
    and no digits on both (10:30). A member of `brackets` (“()（）”: two, and what should
    stand for them) is Chinese if it holds a Han character or stands behind one. One
    finding a paragraph, or a line of it where scraping broke it; the other places are
    related.
    """

    marks: Mapping[str, str] = {}
    brackets: tuple[str, ...] = ()

    def check_speech(self, speech: Speech) -> Iterator[Finding]:
        edits = _edits(tuple(self.marks.items()), self.brackets)
        signs = (*self.marks, *(sign for pair in self.brackets for sign in pair[:2]))
        for paragraph in speech.paragraphs:
            if holds(paragraph.text, signs):
                for line in _by_line(paragraph.view(edits), paragraph):
                    yield _gathered(line, paragraph)

    def edits(self, paragraph: Paragraph) -> list[Edit]:
        """Return what to put in the place of each mark, in order."""
        return sorted({*self._marks(paragraph.text), *self._brackets(paragraph.text)})

    def _marks(self, text: str) -> Iterator[Edit]:
        if not self.marks:
            return
        for match in _any_of("".join(self.marks)).finditer(text):
            at, end = match.span()
            before, behind = text[max(0, at - 1) : at], text[end : end + 1]
            if before.isdigit() and behind.isdigit():
                continue
            if _chinese(before) or _chinese(behind):
                # The full-width mark brings its own space.
                end = end if _han(behind) else at + 1
                yield Edit._make((Span._make((at, end)), self.marks[text[at]]))

    def _brackets(self, text: str) -> Iterator[Edit]:
        for opening, closing, wide_opening, wide_closing in map(tuple, self.brackets):
            if opening not in text and closing not in text:
                continue
            stack: list[int] = []
            for match in _any_of(opening + closing + wide_opening + wide_closing).finditer(text):
                at = match.start()
                if match[0][0] in (opening, wide_opening):
                    stack.append(at)
                elif stack:
                    start = stack.pop()
                    chinese = any(map(_han, text[max(0, start - 1) : at]))
                    if chinese and not _CODE.intersection(text[start:at]):
                        pairs = ((start, opening, wide_opening), (at, closing, wide_closing))
                        for place, narrow, wide in pairs:
                            if text[place] == narrow:
                                yield Edit(Span(place, place + 1), wide)


@cache
def _edits(
    marks: tuple[tuple[str, str], ...], brackets: tuple[str, ...]
) -> Callable[[Paragraph], list[Edit]]:
    """Return the view that finds these marks in a paragraph."""
    return Width(marks=dict(marks), brackets=brackets).edits


def _han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char == "〇"


def _chinese(char: str) -> bool:
    return char in _WIDE or _han(char)


def _by_line(edits: list[Edit], paragraph: Paragraph) -> Iterator[list[Edit]]:
    if not edits:
        return
    breaks = [hole.span.start for hole in paragraph.holes if hole.kind in _BREAKS]
    if not breaks:
        yield edits
        return
    for _, line in groupby(
        edits, lambda edit: bisect_right(breaks, paragraph.offset(edit.span.start))
    ):
        yield list(line)


def _gathered(edits: list[Edit], paragraph: Paragraph) -> Finding:
    """Return one finding for several places of a paragraph."""
    moved = [paragraph.locate(edit.span) for edit in edits]
    first, *rest = [Span._make((start, start + 1)) for start, _ in moved]
    values = {
        "match": paragraph.text[edits[0].span.start],
        "replacement": edits[0].replacement,
        "count": str(len(edits)),
    }
    fix = None
    if not any(paragraph.torn(edit.span) for edit in edits):
        new = [Edit._make((span, new)) for span, (_, new) in zip(moved, edits, strict=True)]
        fix = Fix("改为全角标点", tuple(new), Applicability.SAFE)
    return Finding(
        first, values, fix, tuple([Related._make((span, "这里也是半角")) for span in rest])
    )


def _any_of(marks: str) -> re.Pattern[str]:
    return regex(f"[{escape(marks)}] ?")
