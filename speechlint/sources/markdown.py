"""Markdown: which characters are syntax, and which blocks are not prose."""

from __future__ import annotations

from typing import NamedTuple

from speechlint.text import Span


class Markup(NamedTuple):
    """What of a Markdown text is not prose.

    `syntax` are spans that the reader of the rendered page does not see (emphasis marks,
    link targets, list markers, front matter), in order and apart. `code` are the spans of
    code blocks and inline code. `blocks` are the spans of the prose blocks (a paragraph, a
    heading, a table cell): single line ends inside one are silent holes.
    """

    syntax: tuple[Span, ...]
    code: tuple[Span, ...]
    blocks: tuple[Span, ...]


def scan(text: str) -> Markup:
    """Find the syntax of a Markdown text (CommonMark with tables and front matter)."""
    raise NotImplementedError
