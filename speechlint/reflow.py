"""Physical lines → logical paragraphs, with the holes that scraping tore."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from speechlint.lines import FOREIGN, Line, Role
from speechlint.paragraph import Hole, HoleKind, Paragraph
from speechlint.text import Span

if TYPE_CHECKING:
    from speechlint.markup import Markup

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]+")
_ENDS = re.compile("[。！？!?…；;：:][”’）)》」』]*$")
_STARTS_INSIDE = re.compile("[，。、；：！？,;）”’》〉】〕%％]|的(?!确|士)|[了着们和与及]")
_STOPS_INSIDE = re.compile("[，、,（(《“‘〔—]$|[的和与及或在对把将被为从向以等]$")


def heal(
    text: str, lines: Sequence[Line], markup: Markup | None
) -> tuple[tuple[Paragraph, ...], tuple[Hole, ...]]:
    """Join the lines that a break tore apart; return the paragraphs and all holes."""
    if markup is not None:
        return _heal_blocks(lines, markup)
    paragraphs: list[Paragraph] = []
    group: list[Line] = []
    for line in lines:
        if line.role in FOREIGN:
            if line.role is not Role.BLANK and group:
                paragraphs.append(_join(text, group))
                group = []
            continue
        if group and not _continues(group, line):
            paragraphs.append(_join(text, group))
            group = []
        group.append(line)
    if group:
        paragraphs.append(_join(text, group))
    return tuple(paragraphs), tuple(hole for p in paragraphs for hole in p.holes)


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


def _continues(group: Sequence[Line], line: Line) -> bool:
    """Say whether `line` goes on in the middle of a sentence of the lines before."""
    before = group[-1]
    if line.role in (Role.SALUTATION, Role.CLOSING, Role.ITEM):
        return False
    if before.role in (Role.SALUTATION, Role.CLOSING, Role.TABLE) or _ENDS.search(before.text):
        return False
    if _STARTS_INSIDE.match(line.text) or _STOPS_INSIDE.search(before.text):
        return True
    return before.role in (Role.BODY, Role.ITEM) and len(before.text) > 20


def _join(text: str, group: Sequence[Line]) -> Paragraph:
    out = ""
    pieces: list[tuple[int, int]] = []
    holes: list[Hole] = []
    last = group[0].span.start
    for line in group:
        if line.span.start > last:
            holes.append(Hole(Span(last, line.span.start), HoleKind.WRAP))
        start = line.span.start
        for match in _INVISIBLE.finditer(text, line.span.start, line.span.end):
            holes.append(Hole(Span(*match.span()), HoleKind.GARBLED))
            if match.start() > start:
                pieces.append((len(out), start))
                out += text[start : match.start()]
            start = match.end()
        if line.span.end > start:
            pieces.append((len(out), start))
            out += text[start : line.span.end]
        last = line.span.end
    return Paragraph(out, group[0].role, pieces, tuple(holes))
