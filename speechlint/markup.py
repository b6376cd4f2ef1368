"""What Markdown's syntax makes of a text: the same text with the syntax blotted out."""

from __future__ import annotations

from speechlint.light import bisect_right
from speechlint.paragraph import Hole, HoleKind, Paragraph
from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.text import Span

# Unicode keeps these for a program's own use: no draft holds them.
SYNTAX = "\ufdd0"  # a character that the rendered page does not show
ESCAPE = "\ufdd1"  # the same, and what stands beside it is part of an escape or entity
_RUNS = regex(f"{SYNTAX}+|{ESCAPE}+|[^{SYNTAX}{ESCAPE}]+")
_KINDS = {SYNTAX: HoleKind.MARKUP, ESCAPE: HoleKind.ESCAPE}


class Block(NamedTuple):
    """A block of the page: a paragraph, a heading, a list item, a table cell, code.

    `role` is the value of a `lines.Role`, or "" where the form of a line decides.
    `apart` says that the block can never go on from the one before; `html` that it is code
    which the page does not show.
    """

    span: Span
    role: str
    apart: bool
    html: bool = False


class Markup(NamedTuple):
    r"""A Markdown text as its reader sees it, each character at its own offset.

    In `text` syntax is a space at the edges of a line, else SYNTAX or ESCAPE, and a line
    ends (always in \n) where the page may show that it ends. An entity is the character
    it stands for, and the rest of it is ESCAPE. `blocks` are in order and apart.
    """

    text: str
    blocks: tuple[Block, ...]


def shown(text: str) -> str:
    """Return what the reader sees of a part of a blotted text."""
    return text.replace(SYNTAX, "").replace(ESCAPE, "")


def reveal(paragraph: Paragraph, markup: Markup) -> Paragraph:
    """Return a paragraph of the blotted text as its reader sees it.

    A line end inside a block is syntax as well.
    """
    out: list[str] = []
    length = 0
    pieces: list[tuple[int, int]] = []
    holes = [
        hole._replace(kind=HoleKind.MARKUP)
        if hole.kind is HoleKind.WRAP and _in_block(hole, markup)
        else hole
        for hole in paragraph.holes
    ]
    ends = [healed for healed, _ in (*paragraph.pieces[1:], (len(paragraph.text), 0))]
    for (start, origin), end in zip(paragraph.pieces, ends, strict=False):
        for run in _RUNS.finditer(paragraph.text, start, end):
            at = origin + run.start() - start
            if kind := _KINDS.get(run[0][0]):
                holes.append(Hole(Span(at, at + len(run[0])), kind))
            else:
                pieces.append((length, at))
                out.append(run[0])
                length += len(run[0])
    return Paragraph("".join(out), paragraph.role, pieces, tuple(sorted(holes)))


def _in_block(hole: Hole, markup: Markup) -> bool:
    at = bisect_right(markup.blocks, hole.span.start, key=_start) - 1
    return at >= 0 and markup.blocks[at].span.covers(hole.span)


def _start(block: Block) -> int:
    return block.span.start
