"""Markdown: which characters are syntax, and which blocks are not prose.

markdown-it-py knows the lines of a block but not the offsets of what is inside one, so
its inline parser is watched (`sources.inline`), and each character of a block is then
looked up in the source. Whatever cannot be found there counts as syntax.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from speechlint.light import cache
from speechlint.markup import SYNTAX, Block, Markup
from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.sources import inline
from speechlint.text import LineIndex, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from markdown_it.token import Token

_CODE = ("fence", "code_block", "html_block", "front_matter")
_CELLS = ("th_open", "td_open")
_TASK = regex(r"\[[ xX]\][ \t]+")
_NOTHING = regex(r"[ \t>]*")


class _Prose(NamedTuple):
    """An inline token with what stands around it. `lines` is half-open."""

    content: str
    lines: tuple[int, int]
    role: str
    apart: bool


def scan(text: str) -> Markup:
    """Find the syntax of a Markdown text (CommonMark, tables, footnotes, front matter)."""
    return _Scan(text).markup()


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(front_matter_plugin).use(footnote_plugin)
    # The inline parser is called below, and footnotes stay where they stand in the source.
    parser.core.ruler.disable(["inline", "text_join", "footnote_tail"])
    inline.watch(parser)
    return parser


class _Scan:
    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = LineIndex(text)
        self._mask = [SYNTAX] * len(text)
        self._blocks: list[Block] = []
        self._cell = 0  # where the table cell before ended
        self._env: dict[str, Any] = {}

    def markup(self) -> Markup:
        for number in range(len(self._lines) - 1):
            self._mask[self._lines.span(number + 1).start - 1] = "\n"
        tokens = _parser().parse(self._text, self._env)
        for block in self._read(tokens):
            if isinstance(block, Block):
                self._blocks.append(block)
            else:
                self._write(block)
        lines = map(_blank_edges, "".join(self._mask).split("\n"))
        return Markup("\n".join(lines), tuple(sorted(self._blocks)))

    def _read(self, tokens: list[Token]) -> Iterator[Block | _Prose]:
        """Yield the blocks in the order of the page; prose has yet to be written."""
        before: Token | None = None  # the block that has just been closed
        ended = 0
        role, opened = "", tokens[0] if tokens else None
        for token in tokens:
            if token.type == "inline" and token.map and opened:
                first, last = token.map
                apart = not (opened.type == "paragraph_open" and before and role == "")
                apart = apart or not self._nothing_between(ended, first)
                yield _Prose(token.content, (first, last), role, apart)
            elif token.type in _CODE and token.map:
                first, last = token.map
                html = token.type == "html_block"
                yield Block(self._span(first, last), "code", apart=True, html=html)
            if token.type == "list_item_open":
                role = "item"
            elif token.type == "heading_open":
                role = "heading"
            elif token.type in _CELLS:
                role = "table"
            elif token.type.endswith("_close"):
                role = ""
            if token.type == "paragraph_close":
                before = token
            elif token.type == "paragraph_open":
                opened = token
            elif token.type != "inline":
                before, opened = None, token
            if token.type == "inline" and token.map:
                ended = token.map[1]

    def _nothing_between(self, first: int, last: int) -> bool:
        """Say whether the lines between two blocks are blank (a definition is not)."""
        return all(_NOTHING.fullmatch(self._lines.line(n)) for n in range(first, last))

    def _span(self, first: int, last: int) -> Span:
        last = max(first + 1, min(last, len(self._lines)))
        return Span(self._lines.span(first).start, self._lines.span(last - 1).end)

    def _write(self, prose: _Prose) -> None:
        """Put what the reader sees of a block into the mask."""
        places = self._places(prose)
        known = [place for place in places if place is not None]
        if not known:
            return
        seen = inline.seen(_parser(), prose.content, self._env, wrapped=prose.role != "heading")
        task = _TASK.match(prose.content) if prose.role == "item" else None
        for at in range(task.end() if task else 0, len(places)):
            place = places[at]
            if place is not None:
                same = seen[at] == prose.content[at] != "\n"
                self._mask[place] = self._text[place] if same else seen[at]  # \0 is \ufffd there
        self._blocks.append(Block(Span(known[0], known[-1] + 1), prose.role, prose.apart))

    def _places(self, prose: _Prose) -> list[int | None]:
        """Return where in the source each character of a block's content stands."""
        if prose.role == "table":
            return self._places_in_row(prose.content, prose.lines[0])
        places: list[int | None] = []
        number = prose.lines[0]
        for line in prose.content.split("\n"):
            bare = line.strip()
            start = -1
            while number < min(prose.lines[1], len(self._lines)) and start < 0:
                start = self._find(bare, number, prose.role)
                number += 1
            if start < 0:
                break
            lead = len(line) - len(line.lstrip())
            places += [None] * lead + list(range(start, start + len(bare)))
            places += [None] * (len(line) - lead - len(bare))
            end = self._lines.span(number - 1).end
            # The line end is the last character of it: \n of \r\n.
            places.append(self._lines.span(number).start - 1 if number < len(self._lines) else end)
        places += [None] * (len(prose.content) - len(places))
        return places[: len(prose.content)]

    def _find(self, bare: str, number: int, role: str) -> int:
        span = self._lines.span(number)
        line = self._text[span.start : span.end].replace("\0", "\ufffd")
        head = re.match(r"[^#]*#{1,6}", line) if role == "heading" else None
        if head and not line.rstrip().endswith(bare):  # "# 标题 #"
            found = line.find(bare, head.end())
            return found if found < 0 else span.start + found
        line = line.rstrip()
        return span.start + len(line) - len(bare) if line.endswith(bare) else -1

    def _places_in_row(self, content: str, number: int) -> list[int | None]:
        span = self._lines.span(number)
        start = max(self._cell, span.start)
        while content and start < span.end:
            within: list[int] = []  # the characters of the next cell, without the \ of \|
            at = start
            while at < span.end and self._text[at] != "|":
                at += self._text[at] == "\\" and self._text[at + 1 : at + 2] == "|"
                within.append(at)
                at += 1
            cell = "".join(self._text[place] for place in within).replace("\0", "\ufffd").rstrip()
            if start > span.start:
                self._mask[start - 1] = "\n"
            if at < span.end:
                self._mask[at] = "\n"
            start = self._cell = at + 1
            if cell.endswith(content):
                return list(within[len(cell) - len(content) : len(cell)])
        return [None] * len(content)


def _blank_edges(line: str) -> str:
    bare = line.lstrip(SYNTAX + " ")
    lead = len(line) - len(bare)
    bare = bare.rstrip(SYNTAX + " ")
    return " " * lead + bare + " " * (len(line) - lead - len(bare))
