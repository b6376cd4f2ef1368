"""Comments in Markdown: `<!-- speechlint: ignore placeholder.mask -->`.

On a line of its own a comment holds for the next block, inside a block for that block. No
selector means all rules. Plain text has no comments: a leader would read them aloud.
"""

from __future__ import annotations

from speechlint.choosing import selects
from speechlint.judging import selectable
from speechlint.light import bisect_right
from speechlint.markup import SYNTAX
from speechlint.options import nearest
from speechlint.record import NamedTuple
from speechlint.regexes import DOTALL, regex
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.diagnostic import Diagnostic
    from speechlint.document import Document
    from speechlint.markup import Block
    from speechlint.rule import Rule

_COMMENT = regex(r"<!--\s*speechlint\s*[:：](.*?)-->", DOTALL)
_APART = regex(r"[\s,，、]+")
_COMMAND = "ignore"


class Ignore(NamedTuple):
    """A comment: where it stands, what it says, and for which part of the text.

    `word` is the command; only "ignore" is one.
    """

    span: Span
    word: str
    selectors: tuple[str, ...]
    scope: Span

    @property
    def known(self) -> bool:
        return self.word == _COMMAND


def comments(document: Document) -> tuple[Ignore, ...]:
    """Return the comments of a Markdown text to speechlint, in order."""
    return tuple(_comments(document)) if document.markup else ()


def ignored_by(ignores: Iterable[Ignore], d: Diagnostic, rule: Rule | None) -> bool:
    """Say whether one of some comments ignores a diagnostic of a rule."""
    return any(
        i.known
        and i.scope.start <= d.span.start < i.scope.end
        and (not i.selectors or (rule is not None and any(selects(s, rule) for s in i.selectors)))
        for i in ignores
    )


def faults(ignores: Iterable[Ignore], rules: Sequence[Rule]) -> Iterator[tuple[int, str]]:
    """Yield what is wrong with comments, each with its offset; `rules` are all there are."""
    known = selectable(rules)
    for ignore in ignores:
        at = ignore.span.start
        if not ignore.known:
            yield at, f"不认识“{ignore.word}”，应写作 <!-- speechlint: ignore 规则名 -->"
            continue
        for selector in ignore.selectors:
            if selector not in known:
                yield at, f"ignore：没有规则或规则族 {selector}{nearest(selector, known)}"


def _comments(document: Document) -> Iterator[Ignore]:
    markup = document.markup
    if markup is None:
        return
    text, blocks = document.text, markup.blocks
    starts = [block.span.start for block in blocks]
    for match in _COMMENT.finditer(text):
        start, end = match.span()
        quoted = text[:start].endswith("`") and text[end : end + 1] == "`"
        if quoted or markup.text[start] not in (SYNTAX, " "):
            continue  # shown on the page: an example of a comment
        at = bisect_right(starts, start) - 1
        around = blocks[at] if at >= 0 and blocks[at].span.end > start else None
        if around and around.role == "code" and not around.html:
            continue
        if around and not around.html:
            scope = around.span
        else:
            scope = _next(blocks, bisect_right(starts, end - 1), text)
        word, *selectors = _APART.split(match[1].strip())
        line = text.rfind("\n", 0, scope.start) + 1  # a heading's # and an item's 1. too
        yield Ignore(
            Span(start, end), word, tuple(s for s in selectors if s), Span(line, scope.end)
        )


def _next(blocks: tuple[Block, ...], at: int, text: str) -> Span:
    """Return the span of the next block; a table is one block."""
    while at < len(blocks) and blocks[at].html:
        at += 1
    if at == len(blocks):
        return Span(len(text), len(text))
    start, end = blocks[at].span
    while blocks[at].role == "table" and at + 1 < len(blocks) and blocks[at + 1].role == "table":
        at += 1
        if "\n\n" in text[end : blocks[at].span.start].replace("\r", ""):
            break
        end = blocks[at].span.end
    return Span(start, end)
