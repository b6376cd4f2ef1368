"""Physical lines → logical paragraphs, with the holes that scraping tore."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from speechlint import counters
from speechlint.lines import FOREIGN, Line, Role, role_of
from speechlint.paragraph import Hole, HoleKind, Paragraph
from speechlint.text import Span
from speechlint.torn import Tear, judge

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.markup import Markup

# Characters that nobody sees, and the line ends that no editor knows.
_INVISIBLE = re.compile(
    "[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+"
)
_ALONE = (Role.SALUTATION, Role.CLOSING, Role.TABLE)  # nothing goes on from them, nor into them
_PASSED = (Role.BLANK, Role.PAGE, Role.SITE)  # may stand between two halves of a sentence


class _Part(NamedTuple):
    """A line of a paragraph, and the hole before it; `start` is where its own text begins."""

    line: Line
    start: int
    hole: Hole | None = None


def heal(
    text: str, lines: Sequence[Line], markup: Markup | None
) -> tuple[tuple[Paragraph, ...], tuple[Hole, ...]]:
    """Join the lines that a break tore apart; return the paragraphs and all holes."""
    if markup is not None:
        return _heal_blocks(lines, markup)
    paragraphs: list[Paragraph] = []
    holes: list[Hole] = []
    for group in _groups(text, lines):
        paragraph = _join(text, group)
        holes += paragraph.holes
        if paragraph.text:
            paragraphs.append(paragraph)
    pages = (line.span for line in lines if line.role is Role.PAGE)
    holes += [Hole(span, HoleKind.MARKER) for span in pages if not _within(span, holes)]
    return tuple(paragraphs), tuple(sorted(holes))


def _within(span: Span, holes: Sequence[Hole]) -> bool:
    at = bisect_right(holes, span.start, key=lambda hole: hole.span.start) - 1
    return at >= 0 and holes[at].span.covers(span)


def _heal_blocks(
    lines: Sequence[Line], markup: Markup
) -> tuple[tuple[Paragraph, ...], tuple[Hole, ...]]:
    """Heal a Markdown text: not across its blocks, and its syntax is a silent hole."""
    from speechlint.markup import groups, reveal

    paragraphs: list[Paragraph] = []
    for group in groups(lines, markup):
        paragraphs += (reveal(p, markup) for p in heal(markup.text, group, None)[0])
    holes = tuple(hole for p in paragraphs for hole in p.holes)
    return tuple(p for p in paragraphs if p.text), holes


def _groups(text: str, lines: Sequence[Line]) -> Iterator[list[_Part]]:
    """Put together the lines that are one paragraph."""
    bare = _bare(text, lines)
    counted = counters.inside(bare)
    group: list[_Part] = []
    passed: list[Line] = []
    last = 0
    for number, line in enumerate(lines):
        if line.role in _PASSED:
            passed.append(line)
            continue
        if group and line.role not in FOREIGN:
            start = line.span.start + counted.get(number, 0)
            tear = _tear(lines[last], line, bare[last], bare[number][counted.get(number, 0) :])
            if tear and not (line.glued and not passed):
                hole = Hole(Span(group[-1].line.span.end, start), HoleKind.WRAP, tear is Tear.SURE)
                kind = _kind(passed, counted=number in counted)
                group.append(_Part(line, start, hole._replace(kind=kind)))
                last = number
                passed = []
                continue
        if group:
            yield group
        group = [] if line.role in FOREIGN else [_Part(line, line.span.start)]
        last, passed = number, []
    if group:
        yield group


def _bare(text: str, lines: Sequence[Line]) -> list[str]:
    """Return the text of each line that is prose, without what nobody sees."""
    if _INVISIBLE.search(text):
        return ["" if e.role in FOREIGN else _INVISIBLE.sub("", e.text) for e in lines]
    return ["" if e.role in FOREIGN else e.text for e in lines]


def _tear(before: Line, line: Line, left: str, right: str) -> Tear:
    if not left or not right or line.role in _ALONE or before.role in _ALONE:
        return Tear.NONE
    return judge(left, right)


def _kind(passed: Sequence[Line], *, counted: bool) -> HoleKind:
    if any(line.role is Role.SITE for line in passed):
        return HoleKind.SITE
    if counted or any(line.role is Role.PAGE for line in passed):
        return HoleKind.MARKER
    return HoleKind.WRAP


def _join(text: str, group: Sequence[_Part]) -> Paragraph:
    out: list[str] = []
    length = 0
    pieces: list[tuple[int, int]] = []
    holes: list[Hole] = []
    for line, start, hole in group:
        if hole:
            holes.append(hole)
        last = start
        for match in (*_INVISIBLE.finditer(text, start, line.span.end), None):
            end = match.start() if match else line.span.end
            if end > last:
                pieces.append((length, last))
                out.append(text[last:end])
                length += end - last
            if match:
                holes.append(Hole(Span(*match.span()), HoleKind.GARBLED))
                last = match.end()
    healed = "".join(out)
    role = role_of(healed) if len(group) > 1 else group[0].line.role
    return Paragraph(healed, role, pieces, tuple(holes))
