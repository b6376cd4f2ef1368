"""The role of each line of a draft."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from speechlint.text import EOL, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.markup import Markup


class Role(str, Enum):
    """What a line is to its reader."""

    HEADING = "heading"  # a title, or a numbered heading that stands alone
    ITEM = "item"  # begins with a marker and goes on in the same line
    BODY = "body"
    SALUTATION = "salutation"  # 同志们：
    CLOSING = "closing"  # 谢谢大家！
    SITE = "site"  # left by the web page
    TEASER = "teaser"  # the title and first words once more, cut off
    COLLECTION = "collection"  # 篇一 … in a file that holds several speeches
    PAGE = "page"  # a page number that stands alone
    TABLE = "table"
    CODE = "code"
    BLANK = "blank"


# What only the scrape rules speak of.
FOREIGN = frozenset({Role.SITE, Role.TEASER, Role.COLLECTION, Role.PAGE, Role.CODE, Role.BLANK})


class Line(NamedTuple):
    """A line, or the part of one that has a role of its own.

    `span` leaves out the line end, indentation and trailing space. `glued` says that the
    line goes on from the one before without a line end between (a page run together).
    """

    span: Span
    role: Role
    text: str
    glued: bool = False


_MARKER = re.compile(
    r"[一二三四五六七八九十百]{1,4}、"
    r"|[（(](?:[一二三四五六七八九十百]{1,4}|\d{1,3})[)）]"
    r"|\d{1,3}[.．、](?!\d)"
    r"|[①-⑳]"
    r"|第[一二三四五六七八九十百]{1,4}(?:[，、章节条部分编]|是)"
    r"|[一二三四五六七八九十]{1,2}[是要]"
    r"|[甲乙丙丁戊]、"
    r"|(?:首先|其次|再次|最后)[，,]"
)
_SALUTATION = re.compile(
    r"[^。！？；]{0,60}(?:同志们|朋友们|各位|同志|先生|女士|代表|委员|来宾)[^。！？；]{0,20}[：:]"
)
_CLOSING = re.compile(
    r"(?:谢谢(?:大家|各位)?|我的(?:讲话|发言|汇报)完了)[，。！!]?(?:谢谢(?:大家)?[。！!]?)?"
)
_COLLECTION = re.compile(
    r"[^。，！？]{0,40}(?:篇|材料|范文)[（(]?(?:[一二三四五六七八九十]{1,2}|\d{1,2})[）)]?[：:]?"
)
_SENTENCE = re.compile("[。！？；：:]")
_INDENT = " \t\u3000\u00a0\ufeff\u200b"
# A heading is short: the longest of 7,000 numbered headings in published reports has 38 characters.
_HEADING = 45


def assign(text: str, markup: Markup | None) -> tuple[Line, ...]:
    """Cut a text into lines and give each its role."""
    if markup is not None:
        return tuple(_of_blocks(assign(markup.text, None), markup))
    return tuple(_lines(text))


def _of_blocks(lines: tuple[Line, ...], markup: Markup) -> Iterator[Line]:
    """Correct the roles of a Markdown text's lines by the blocks they stand in."""
    from speechlint.markup import shown

    starts = [block.span.start for block in markup.blocks]
    for line in lines:
        at = bisect_right(starts, line.span.start) - 1
        block = markup.blocks[at] if at >= 0 else None
        if block is None or block.span.end <= line.span.start:
            yield line
        elif block.role == Role.CODE.value:
            yield line._replace(role=Role.CODE)
        elif line.role not in (Role.HEADING, Role.ITEM, Role.BODY):
            yield line
        else:
            yield line._replace(role=Role(block.role) if block.role else role_of(shown(line.text)))


def _lines(text: str) -> Iterator[Line]:
    """Cut a text into lines, and a line that a page ran together into its parts."""
    from speechlint import collection, counters, site, teaser

    pieces = [piece for line in _physical(text) for piece in _parted(text, line)]
    bare = [text[span.start : span.end] for span, _ in pieces]
    teasers = set(teaser.find(bare))
    left = site.parts(text, ["" if n in teasers else line for n, line in enumerate(bare)])
    shown = ["" if n in teasers or n in left else line for n, line in enumerate(bare)]
    collections = set(collection.find(shown))
    for number, (span, glued) in enumerate(pieces):
        if number in left:
            yield from _around(text, span, left[number], glued=glued)
        elif number in teasers:
            yield Line(span, Role.TEASER, bare[number], glued)
        elif number in collections:
            yield Line(span, Role.COLLECTION, bare[number], glued)
        elif counters.is_page(bare[number]):
            yield Line(span, Role.PAGE, bare[number], glued)
        else:
            yield Line(span, role_of(bare[number]), bare[number], glued)


def _physical(text: str) -> Iterator[Span]:
    """Yield the span of each line, without its line end, indentation and trailing space."""
    start = 0
    for end, after in _ends(text):
        line = text[start:end]
        bare = line.strip(_INDENT)
        first = start + len(line) - len(line.lstrip(_INDENT)) if bare else start
        yield Span(first, first + len(bare))
        start = after


def _parted(text: str, line: Span, *, page: bool = False) -> Iterator[tuple[Span, bool]]:
    """Yield the parts of a line that was run together, and whether one goes on from another."""
    from speechlint import glue

    for number, part in enumerate(glue.cut(text[line.start : line.end], page=page)):
        yield part.shift(line.start), number > 0


def _around(text: str, line: Span, left: tuple[Span, ...], *, glued: bool) -> Iterator[Line]:
    """Yield the site text of a line, and what stands before, between and after it."""
    start = line.start
    for part in (*left, None):
        end = part.start + line.start if part else line.end
        for span, again in _parted(text, _trimmed(text, start, end), page=True):
            if span.start < span.end:
                bare = text[span.start : span.end]
                yield Line(span, role_of(bare), bare, glued or again)
                glued = True
        if part:
            span = part.shift(line.start)
            yield Line(span, Role.SITE, text[span.start : span.end], glued)
            glued, start = True, span.end


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    first = start + len(part) - len(part.lstrip(_INDENT))
    return Span(first, max(first, start + len(part.rstrip(_INDENT))))


def _ends(text: str) -> Iterator[tuple[int, int]]:
    for match in EOL.finditer(text):
        yield match.span()
    yield len(text), len(text)


def role_of(line: str) -> Role:
    """Return the role that a line has by its form alone."""
    if not line:
        return Role.BLANK
    if _COLLECTION.fullmatch(line):
        return Role.COLLECTION
    if _SALUTATION.fullmatch(line):
        return Role.SALUTATION
    if _CLOSING.fullmatch(line):
        return Role.CLOSING
    short = len(line) <= _HEADING and not _SENTENCE.search(line)
    if _MARKER.match(line):
        return Role.HEADING if short else Role.ITEM
    return Role.HEADING if short and "，" not in line else Role.BODY
