"""What a reader sees of a Markdown block, each character at its own place."""

from __future__ import annotations

import re

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline

from speechlint.lines import Role, role_of
from speechlint.markup import ESCAPE, SYNTAX
from speechlint.regexes import regex
from speechlint.sources import asterisks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline.state_inline import Scanned
    from markdown_it.token import Token

_BR = regex(r"<br\s*/?>", re.IGNORECASE)
_NUMBERED = regex(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．]"
)
_WORD = regex(r"[!-~]")


def watch(parser: MarkdownIt) -> None:
    """Let the parser's inline rules be watched by `seen`."""
    watched = _Watched()
    watched.ruler, watched.ruler2 = parser.inline.ruler, parser.inline.ruler2
    # It throws away the tokens by which a delimiter that was none is known again.
    watched.ruler2.disable("fragments_join")
    parser.inline = watched


def seen(parser: MarkdownIt, content: str, env: dict[str, Any], *, wrapped: bool) -> str:
    """Return a block's content with its syntax blotted out, in the same length.

    A line end stays where the page may show one, if the block may be `wrapped`.
    """
    state = _Trace(content, parser, env, [])
    parser.inline.tokenize(state)
    for rule in parser.inline.ruler2.getRules(""):
        rule(state)
    return state.seen(wrapped=wrapped)


class _Watched(ParserInline):
    def tokenize(self, state: StateInline) -> None:
        if not isinstance(state, _Trace):  # the text in place of an image
            super().tokenize(state)
            return
        begin, end = state.pos, state.posMax
        rules = self.ruler.getRules("")
        while state.pos < end:
            start, count = state.pos, len(state.tokens)
            if state.level < state.md.options["maxNesting"] and any(r(state, False) for r in rules):
                state.note(start, count)
            else:
                state.append_pending(state.src[start])
                state.pos += 1
        if state.pending:
            state.pushPending()
        state.label = (begin, end)


class _Trace(StateInline):
    """A state that knows where in its source each token comes from."""

    def __init__(self, src: str, md: MarkdownIt, env: dict[str, Any], out: list[Token]) -> None:
        super().__init__(src, md, env, out)
        self.label = (0, 0)  # of the link that was read last
        self._out = list(src)
        self._delimiters: list[tuple[Token, int, int]] = []
        self._breaks: list[tuple[int, int, bool]] = []

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: FBT001, N802, N803
        """Tell emphasis as Chinese is written, which CommonMark does not know."""
        scanned = super().scanDelims(start, canSplitWord)
        end = start + scanned.length
        if self.src[start] != "*":
            return scanned
        if asterisks.blank(self.src, start, end):
            return scanned._replace(can_open=False, can_close=False)
        return scanned._replace(
            can_open=scanned.can_open or asterisks.opens(self.src, start, end),
            can_close=scanned.can_close or asterisks.closes(self.src, start, end),
        )

    def note(self, start: int, count: int) -> None:
        """Say what the rule that read from `start` to here made of it."""
        if len(self.tokens) == count:
            return  # plain text
        token = self.tokens[-1]
        if token.type == "text":
            self._note_delimiters(start)
        elif token.type == "text_special":
            self._note_special(start, token)
        elif token.type in ("softbreak", "hardbreak"):
            self._breaks.append((start, self.pos, token.type == "hardbreak"))
        elif token.type == "html_inline" and _BR.fullmatch(token.content):
            self._breaks.append((start, self.pos, True))
        elif token.type == "link_close" and token.markup != "autolink":
            self._hide(start, self.label[0])
            self._hide(self.label[1], self.pos)
        else:
            self._hide(start, self.pos)

    def _note_delimiters(self, start: int) -> None:
        """Keep the tokens of a run of * or ~; what they are is known only in the end."""
        end = self.pos
        for token in reversed(self.tokens):
            if end <= start:
                break
            self._delimiters.append((token, end - len(token.content), end))
            end -= len(token.content)

    def _note_special(self, start: int, token: Token) -> None:
        if token.info == "escape":
            if token.content != token.markup:
                self._out[start] = ESCAPE
            return
        shown = token.content
        if not shown.isprintable():  # &nbsp; and the invisible
            shown = " " if shown.isspace() else SYNTAX
        length = self.pos - start
        self._out[start : self.pos] = (shown + ESCAPE * length)[:length]

    def _hide(self, start: int, end: int) -> None:
        self._out[start:end] = SYNTAX * (end - start)

    def seen(self, *, wrapped: bool) -> str:
        for token, start, end in self._delimiters:
            if token.type != "text" or not token.content:
                self._hide(start, end)
        for start, end, _ in self._breaks:
            while start and self._out[start - 1] in " \t":
                start -= 1  # noqa: PLW2901
            self._hide(start, end)
        shown = "".join(self._out)
        for number, (start, end, hard) in enumerate(self._breaks):
            last = self._breaks[number - 1][1] if number else 0
            after = self._breaks[number + 1][0] if number + 1 < len(self._breaks) else len(shown)
            before, behind = _bare(shown[last:start]), _bare(shown[end:after])
            at = max(self.src.find("\n", start, end), start)
            if wrapped and (hard or _stands(before, behind)):
                self._out[at] = "\n"
            elif _WORD.match(before[-1:]) and _WORD.match(behind[:1]):
                self._out[at] = " "
        return "".join(self._out)


def _bare(shown: str) -> str:
    return shown.replace(SYNTAX, "").replace(ESCAPE, "").strip()


def _stands(before: str, behind: str) -> bool:
    """Say whether two lines were meant as two, though the page runs them together.

    Many write a salutation or a numbered heading on a line of its own and leave no line
    blank, as in plain text.
    """
    above, below = role_of(before), role_of(behind)
    if Role.SALUTATION in (above, below) or Role.CLOSING in (above, below):
        return True
    if above is Role.HEADING and _NUMBERED.match(before):
        return True
    return bool(_NUMBERED.match(behind)) and (
        above is Role.HEADING or before[-1:] in "。！？；：…”"
    )
