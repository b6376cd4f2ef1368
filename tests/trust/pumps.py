"""Texts made for a regular expression, on which each of its loops runs long and then fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speechlint import linearity
from speechlint.linearity import _parser

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHARS = "0一的ａaZ_ 　\n，。、：:；！“”《》（）()[]<>-—…XIV元年月%&#*/.,!\x01甲"


def pumps(pattern: str, flags: int = 0) -> Iterator[tuple[str, str, str]]:
    """Yield what leads to a loop, what it repeats, and what it fails on."""
    tree = _parser.parse(pattern, flags)
    seen = set()
    for before, loop in _loops(tree, ""):
        for text in (loop, loop + loop[-1:]):
            for after in ("\x01", "。"):
                if text and (before, text, after) not in seen:
                    seen.add((before, text, after))
                    yield before, text, after


def _loops(items: Any, before: str) -> Iterator[tuple[str, str]]:
    for op, value in items:
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT") and value[1] > 30:
            for text in _samples(value[2]):
                yield before, text
        inner: list[Any] = []
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            inner = [value[2]]
        elif name == "SUBPATTERN":
            inner = [value[3]]
        elif name == "BRANCH":
            inner = value[1]
        elif name in ("ASSERT", "ASSERT_NOT"):
            inner = [value[1]]
        for part in inner:
            yield from _loops(part, before)
        before += _text([(op, value)])


def _samples(items: Any) -> Iterator[str]:
    """Yield short texts of a loop's body: one, or for a class of characters one of each kind."""
    if len(items) == 1 and str(items[0][0]) in ("IN", "ANY", "NOT_LITERAL"):
        op, value = items[0]
        named = [c for c in _CHARS if linearity._holds(str(op), value, c)]
        yield from named[:6] or [_text(items)]
        return
    yield _text(items)


def _text(items: Any) -> str:
    """Return a text that an expression matches, as short as may be."""
    out = ""
    for op, value in items:
        name = str(op)
        if name == "LITERAL":
            out += chr(value)
        elif name in ("NOT_LITERAL", "IN", "ANY"):
            out += next((c for c in _CHARS if linearity._holds(name, value, c)), _first(value))
        elif name in ("MAX_REPEAT", "MIN_REPEAT"):
            out += _text(value[2]) * max(value[0], 0)
        elif name == "SUBPATTERN":
            out += _text(value[3])
        elif name == "BRANCH":
            out += _text(value[1][0])
    return out


def _first(value: Any) -> str:
    """Return the first character that a class names."""
    for op, inside in value if isinstance(value, list) else ():
        if str(op) == "LITERAL":
            return chr(inside)
        if str(op) == "RANGE":
            return chr(inside[0])
    return "甲"
