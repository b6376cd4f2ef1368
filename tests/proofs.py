"""What every match of an expression holds, begins with and ends with, proved by its form.

An expression is asked for only where a word that it needs is there. Nobody sees that the two belong
together when one of them is changed: so each such pair is proved (`test_guards.py`). What cannot be
told from the form is not proved.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from itertools import product
from typing import TYPE_CHECKING, Any

_parser: Any = import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 4000  # strings that a part may stand for
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
Parts = list[tuple[Any, Any]]


def language(expression: str) -> tuple[str, ...]:
    """Return every string that an expression matches.

    Raise ValueError where there are too many, or where it looks at what stands beside it.
    """
    found = _strings(list(_parser.parse(expression)))
    if found is None or re.search(r"\(\?[^:P]|[$^\\]", expression):
        raise ValueError(expression)
    return tuple(sorted(found))


def holds(expression: str, words: tuple[str, ...] | str) -> bool:
    """Say whether one of the words (or characters) stands in the text wherever there is a match."""
    return _covered(list(_parser.parse(expression)), tuple(words))


def begins(expression: str) -> set[str]:
    """Return with which characters a match may begin; raise ValueError if they cannot be told."""
    return _edge(list(_parser.parse(expression)), last=False)


def ends(expression: str) -> set[str]:
    """Return with which characters a match may end; raise ValueError if they cannot be told."""
    return _edge(list(_parser.parse(expression)), last=True)


def _covered(parts: Parts, words: tuple[str, ...]) -> bool:
    return any(_told(list(_flat(parts, last=last)), words) for last in (True, False))


def _told(parts: Parts, words: tuple[str, ...]) -> bool:
    if any(_covers(str(op), value, words) for op, value in parts) or _run(parts, words):
        return True
    for at, (op, value) in enumerate(parts):  # each way through, with what stands around it
        if str(op) == "BRANCH":
            ways = ([*parts[:at], *way, *parts[at + 1 :]] for way in value[1])
            return all(_covered(way, words) for way in ways)
        if str(op) == "ASSERT":  # what stands beside it stands there too
            seen = list(value[1])
            beside = [*parts[:at], *seen] if value[0] > 0 else [*seen, *parts[at + 1 :]]
            if _covered(beside, words):
                return True
    return False


def _flat(parts: Parts, *, last: bool) -> Iterator[tuple[Any, Any]]:
    """Yield parts without groups; what stands there once or more stands last, or first, once."""
    for op, value in parts:
        name = str(op)
        if name == "SUBPATTERN":
            yield from _flat(list(value[3]), last=last)
        elif name in _REPEATS and value[0] > 0:
            more = [(op, (0, *value[1:]))] if value[1] > 1 else []
            once = list(_flat(list(value[2]), last=last)) * min(value[0], 3)
            yield from (*more, *once) if last else (*once, *more)
        else:
            yield op, value


def _covers(name: str, value: Any, words: tuple[str, ...]) -> bool:
    """Say whether a part does it by itself."""
    if name == "BRANCH":
        return all(_covered(list(way), words) for way in value[1])
    if name in ("ASSERT", "ATOMIC_GROUP"):
        return _covered(list(value[1] if name == "ASSERT" else value), words)
    return False


def _run(parts: Parts, words: tuple[str, ...]) -> bool:
    """Say whether parts that stand side by side do it together."""
    for first in range(len(parts)):
        found = {""}
        for op, value in parts[first:]:
            ahead = str(op) == "ASSERT" and value[0] > 0
            more = _strings(list(value[1])) if ahead else _one(str(op), value)
            if more is None or len(found) * len(more) > _MOST:
                break
            joined = {a + b for a, b in product(found, more)}
            if all(any(word in string for word in words) for string in joined):
                return True
            found = found if ahead else joined
    return False


def _strings(parts: Parts) -> set[str] | None:
    """Return what parts in turn may stand for; None where it is too much or cannot be told."""
    found = {""}
    for op, value in parts:
        more = _one(str(op), value)
        if more is None or len(found) * len(more) > _MOST:
            return None
        found = {a + b for a, b in product(found, more)}
    return found


def _one(name: str, value: Any) -> set[str] | None:
    if name == "LITERAL":
        return {chr(value)}
    if name == "IN":
        return _class(value)
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return {""}
    if name == "SUBPATTERN":
        return _strings(list(value[3]))
    if name == "BRANCH":
        ways = [_strings(list(way)) for way in value[1]]
        return None if None in ways else {s for way in ways for s in way or ()}
    if name in _REPEATS and value[1] == 1:
        found = _strings(list(value[2]))
        return found if found is None or value[0] else found | {""}
    return None


def _class(value: Any) -> set[str] | None:
    found: set[str] = set()
    for op, what in value:
        if str(op) == "LITERAL":
            found.add(chr(what))
        elif str(op) == "RANGE" and what[1] - what[0] < 100:
            found |= {chr(n) for n in range(what[0], what[1] + 1)}
        elif str(op) == "CATEGORY" and str(what) == "CATEGORY_DIGIT":
            found |= set("0123456789")  # others are no digits of a draft
        else:
            return None
    return found


def _edge(parts: Parts, *, last: bool) -> set[str]:
    found, empty = _edges(parts, last=last)
    if empty:
        raise ValueError("it may match nothing")
    return found


def _edges(parts: Parts, *, last: bool) -> tuple[set[str], bool]:
    found: set[str] = set()
    for op, value in parts[::-1] if last else parts:
        more, empty = _edge_of(str(op), value, last=last)
        found |= more
        if not empty:
            return found, False
    return found, True


def _edge_of(name: str, value: Any, *, last: bool) -> tuple[set[str], bool]:
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return set(), True
    if name == "SUBPATTERN":
        return _edges(list(value[3]), last=last)
    if name == "BRANCH":
        ways = [_edges(list(way), last=last) for way in value[1]]
        return {char for found, _ in ways for char in found}, any(empty for _, empty in ways)
    if name in _REPEATS:
        found, empty = _edges(list(value[2]), last=last)
        return found, empty or not value[0]
    strings = _one(name, value)
    if strings is None:
        raise ValueError(name)
    return strings, False
