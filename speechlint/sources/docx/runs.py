"""Change the bytes of a part; cut a run in two, so that something can stand between its halves."""

from __future__ import annotations

import re

from speechlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.sources.docx.tree import Node

_NAME = re.compile(rb"<([^\s/>]*)")
_PROPERTIES = "w:rPr"


class Splice(NamedTuple):
    """Put `data` in the place of the bytes from `start` to `end` of a part."""

    start: int
    end: int
    data: bytes


class Cut(NamedTuple):
    """A place between two characters: what closes the half before, and opens the half behind."""

    at: int
    close: bytes = b""
    open: bytes = b""


def prefix(data: bytes, node: Node) -> bytes:
    """Return what stands before an element's own name: b"w:", or nothing."""
    name = tag(data, node)
    return name[: len(name) - len(node.tag.rpartition(":")[2])]


def tag(data: bytes, node: Node) -> bytes:
    """Return an element's name as the file writes it."""
    match = _NAME.match(data, node.start)
    return match[1] if match else b""


def before(data: bytes, run: Node, node: Node, at: int | None) -> Cut:
    """Return the cut before a character; `at` is its byte, None before the whole element."""
    if at is not None and at > node.head:
        return _inside(data, run, node, at)
    first = next(child for child in run.children if child.tag != _PROPERTIES)
    if node is first:
        return Cut(run.start)
    return Cut(node.start, *_halves(data, run))


def after(data: bytes, run: Node, node: Node, at: int | None) -> Cut:
    """Return the cut behind a character; `at` is the byte behind it, None for the element's end."""
    if at is not None and at < _closing(data, node):
        return _inside(data, run, node, at)
    if node is run.children[-1]:
        return Cut(run.end)
    return Cut(node.end, *_halves(data, run))


def reopened(data: bytes, run: Node) -> bytes:
    """Return the start of a run that looks like this one."""
    properties = run.child(_PROPERTIES)
    look = data[properties.start : properties.end] if properties else b""
    return data[run.start : run.head] + look


def _halves(data: bytes, run: Node) -> tuple[bytes, bytes]:
    return b"</" + tag(data, run) + b">", reopened(data, run)


def _inside(data: bytes, run: Node, node: Node, at: int) -> Cut:
    close, reopen = _halves(data, run)
    name = tag(data, node)
    return Cut(at, b"</" + name + b">" + close, reopen + b"<" + name + b' xml:space="preserve">')


def _closing(data: bytes, node: Node) -> int:
    """Return where an element's end tag begins."""
    return data.rindex(b"</", node.start, node.end)
