"""With which characters a match of an expression may begin: for the build.

Python's engine passes over what no match begins with, but finds that out only of expressions that
begin with a character, a class, or words; not behind `(?<!…)`, not where something may be left
out, not of alternatives that begin with classes. `widened` makes its compiler find out of these
too. Whatever the engine then tries it tries as before: no match is gained or lost.
"""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from importlib import import_module
from re import IGNORECASE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    Items = list[tuple[Any, Any]]

_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_NOTHING = ("AT", "ASSERT", "ASSERT_NOT")  # take no character


_MOST = 200  # characters: of more it is not worth while to know them
_ALIKE = {
    "i": "\u0130\u0131",
    "k": "\u212a",
    "s": "\u017f",
}  # in the other case, beside the plain ones


class _UnknownError(Exception):
    """It may be any character, or one that cannot be said here."""


@contextmanager
def widened(compiler: Any) -> Iterator[None]:
    """Let `re`'s compiler know more of what its expressions begin with, for a while."""
    plain = compiler._get_charset_prefix  # noqa: SLF001

    def charset(pattern: Any, flags: int) -> Items | None:
        found: Items | None = plain(pattern, flags)
        if found or flags & IGNORECASE:
            return found
        try:
            items, empty = _firsts(pattern)
        except _UnknownError:
            return None
        return None if empty else list(dict.fromkeys(items))

    compiler._get_charset_prefix = charset  # noqa: SLF001
    try:
        yield
    finally:
        compiler._get_charset_prefix = plain  # noqa: SLF001


def _firsts(parts: Iterable[tuple[Any, Any]]) -> tuple[Items, bool]:
    """Return what a part of an expression may begin with, and whether it may be empty.

    Raise _UnknownError.
    """
    items: Items = []
    for op, value in parts:
        found, empty = _first(str(op), op, value)
        items += found
        if not empty:
            return items, False
    return items, True


def _first(name: str, op: Any, value: Any) -> tuple[Items, bool]:
    if name == "LITERAL":
        return [(op, value)], False
    if name == "IN" and str(value[0][0]) != "NEGATE":
        return list(value), False
    if name in _NOTHING:
        return [], True
    if name == "SUBPATTERN" and not value[1] and not value[2]:
        return _firsts(value[3])
    if name in _REPEATS:
        least, _, part = value
        items, empty = _firsts(part)
        return items, empty or least == 0
    if name == "BRANCH":
        found = [_firsts(part) for part in value[1]]
        return [item for items, _ in found for item in items], any(empty for _, empty in found)
    raise _UnknownError


def characters(pattern: str) -> str:
    """Return with which characters a match may begin, in either case; "" where it may be any.

    Tabs and line ends are left out: no line begins with them.
    """
    parser: Any = import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")
    try:
        items, empty = _firsts(parser.parse(pattern, IGNORECASE))
        found = "".join(sorted({each for item in items for each in _spelt(*item)}))
    except _UnknownError:
        return ""
    return "" if empty or len(found) > _MOST else found


def _spelt(op: Any, value: Any) -> Iterator[str]:
    """Yield the characters of an item, in either case."""
    name = f"{op} {value}" if str(op) == "CATEGORY" else str(op)
    if name == "LITERAL":
        plain = chr(value)
        if not plain.isascii() and plain.lower() != plain.upper():
            raise _UnknownError
        yield from (plain.lower(), plain.upper(), *_ALIKE.get(plain.lower(), ""))
    elif name == "RANGE" and value[1] - value[0] < _MOST:
        for each in range(value[0], value[1] + 1):
            yield from _spelt("LITERAL", each)
    elif name == "CATEGORY CATEGORY_SPACE":
        yield from re.findall(r"[^\S\t\n\r]", "".join(map(chr, range(sys.maxunicode))))
    else:
        raise _UnknownError
