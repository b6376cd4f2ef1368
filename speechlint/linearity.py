r"""Whether a regular expression takes time in proportion to the text, wherever it is tried.

Python's engine goes back and tries other ways: of `(\d+)+x` or `.*年.*月` there are so many
that a long text never ends. Two loops are looked for that can read the same characters, one
inside the other or one after the other. A loop whose repetitions are bounded counts as so many
ways. An expression is a graph of the characters it reads (Glushkov's); whether two walks
through it may read the same text is a walk through pairs of places.
"""

from __future__ import annotations

import sys
from itertools import product

from speechlint.errors import OptionError
from speechlint.light import import_module
from speechlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    Class = frozenset[str]  # those of the sample that may stand at a place
    Edge = tuple[int, int]  # to which place, and by which loop (-1: one after the other)

_NEW = sys.version_info >= (3, 11)
_parser: Any = import_module("re._parser" if _NEW else "sre_parse")
_c: Any = import_module("re._constants" if _NEW else "sre_constants")
_ENDLESS = 1_000  # so many repetitions and more are taken for endless
_ONE = ("LITERAL", "NOT_LITERAL", "IN", "ANY")
_COPIES = 12  # places that repetitions with a small bound are written out to
_MOST = 30_000  # ways from one place: bounded, but beyond this too many
_SHOWN = 40  # characters of a loop that a message shows
_STEPS = 300_000  # of the search itself; no expression that people write takes them
# One of each kind of character; those that the expression names come beside them.
_SAMPLE = "0９٣aZé_的〇，。 \t\n\u3000!\x01"


class Slow(NamedTuple):
    """Two loops of an expression that read the same characters, as they are written.

    `within` says that the second is inside the first.
    """

    one: str
    other: str
    within: bool


class _Loop(NamedTuple):
    number: int  # an inner one is counted before its outer one
    most: float  # repetitions
    places: frozenset[int]
    first: frozenset[int]
    shown: str

    def inside(self, other: _Loop) -> bool:
        return self.places <= other.places and self.number < other.number


class _Part(NamedTuple):
    """First and last places of a part of an expression, and in how many ways it matches nothing.

    A place that is reached in two ways stands there twice; more are not counted.
    """

    first: tuple[int, ...]
    last: tuple[int, ...]
    empty: int


_NOTHING = _Part((), (), 1)


class _TooLongError(Exception):
    """The search gives up."""


def refuse(options: Mapping[str, Any]) -> None:
    """Raise OptionError where an option holds an expression that may take too long.

    What is no expression (a word, a text) passes: it repeats nothing.
    """
    for key, value in options.items():
        for text in _texts(value):
            if any(c in text for c in "*+{") and (found := slow(text)):
                raise OptionError(
                    f"选项 {key} 里的正则表达式“{text}”可能慢得停不下来：{_why(found)}"
                )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        yield from _texts([*value, *value.values()])


def _why(found: Slow) -> str:
    one, other = _cut(found.one), _cut(found.other)
    how = (
        f"{one} 里的每一遍都能有几种分法"
        if one == other
        else f"{one} 里还有 {other}，同样的文字有许多种分法"
    )
    if not found.within:
        how = f"{one} 和后面的 {other} 能匹配同样的文字，一段文字有许多种分法"
    return f"{how}；请让两处不能匹配同样的字符（如 [^，。]*），或限定次数（如 {{0,30}}）"


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def slow(pattern: str, flags: int = 0) -> Slow | None:
    """Return why an expression may take too long; None where it does not, or is wrong."""
    try:
        tree = _parser.parse(pattern, flags)
    except (_c.error, RecursionError, OverflowError):
        return None
    try:
        return _Graph(tree).fault()
    except _TooLongError:
        return None


class _Graph:
    """The places of an expression, and from which to which one goes."""

    def __init__(self, tree: Any) -> None:
        self._sample = frozenset(_SAMPLE) | frozenset(_named(tree))
        self._classes: list[Class] = []
        self._edges: list[list[Edge]] = []
        self._loops: list[_Loop] = []
        self._aside: list[Any] = []  # what is looked for ahead or behind
        self._nested: Slow | None = None
        self._steps = 0
        self._free = self._last_loop(self._sequence(tree))
        while self._aside:  # it is tried by itself
            self._sequence(self._aside.pop())

    def fault(self) -> Slow | None:
        if self._nested:
            return self._nested
        for outer in self._loops:
            if self._twofold(outer):
                inner = [loop for loop in self._loops if loop.inside(outer)]
                ways = max((loop.most for loop in inner), default=2)
                if max(outer.most, ways) >= _ENDLESS or ways**outer.most > _MOST:
                    other = max(inner, key=lambda loop: loop.most, default=outer)
                    return Slow(outer.shown, other.shown, within=True)
        return self._chain()

    def _last_loop(self, whole: _Part) -> frozenset[int]:
        """Return the loops after which nothing can fail, for nothing follows."""
        return frozenset(
            loop.number
            for loop in self._loops
            if loop.places <= set(whole.last)
            and all(way == loop.number for at in loop.places for _, way in self._edges[at])
        )

    def _chain(self) -> Slow | None:
        """Return two loops, one after the other, between which there are too many ways."""
        finite = 1.0
        for loop in self._loops:
            finite *= loop.most if loop.most < _ENDLESS else 1
        follows: dict[int, list[_Loop]] = {}
        for one, other in product(self._loops, self._loops):
            if one is other or one.places & other.places or other.number in self._free:
                continue
            if finite <= _MOST and min(one.most, other.most) < _ENDLESS:
                continue
            if self._shifted(one, other):
                follows.setdefault(one.number, []).append(other)
        for one in self._loops:
            if found := self._far(one, follows, 0, 1.0, ()):
                return found
        return None

    def _far(self, at: _Loop, follows: Any, endless: int, ways: float, seen: Any) -> Slow | None:
        if at.most >= _ENDLESS:
            endless += 1
        else:
            ways *= at.most
        if seen and (endless > 1 or ways > _MOST):
            return Slow(seen[0].shown, at.shown, within=False)
        for loop in follows.get(at.number, ()):
            if loop not in seen and (found := self._far(loop, follows, endless, ways, (*seen, at))):
                return found
        return None

    # Walks through pairs and triples of places.

    def _twofold(self, loop: _Loop) -> bool:
        """Say whether one text leads in two ways from a place of a loop round to it."""
        for start in loop.first:
            seen = {(start, start, False, False)}
            waiting = list(seen)
            while waiting:
                a, b, parted, round_ = waiting.pop()
                for one, other in product(enumerate(self._edges[a]), enumerate(self._edges[b])):
                    self._count()
                    (way, (x, by)), (another, (y, via)) = one, other
                    if x not in loop.places or y not in loop.places or not self._both(x, y):
                        continue
                    if max(by, via) > loop.number:  # by a loop around this one
                        continue
                    state = (
                        x, y, parted or a != b or way != another,
                        round_ or loop.number in (by, via),
                    )  # fmt: skip
                    if state == (start, start, True, True):
                        return True
                    if state not in seen:
                        seen.add(state)
                        waiting.append(state)
        return False

    def _shifted(self, one: _Loop, other: _Loop) -> bool:
        """Say whether one text leads round in both loops, and from the first to the second."""
        if not any(self._both(p, q) for p in one.places for q in other.places):
            return False
        for p, q in product(one.first, other.places):
            seen = {(p, p, q)}
            waiting = list(seen)
            while waiting:
                a, b, c = waiting.pop()
                for (x, _), (y, _), (z, _) in product(*(self._edges[n] for n in (a, b, c))):
                    self._count()
                    if x not in one.places or z not in other.places:
                        continue
                    if not self._classes[x] & self._classes[y] & self._classes[z]:
                        continue
                    if (x, y, z) == (p, q, q):
                        return True
                    if (x, y, z) not in seen:
                        seen.add((x, y, z))
                        waiting.append((x, y, z))
        return False

    def _both(self, one: int, other: int) -> bool:
        return not self._classes[one].isdisjoint(self._classes[other])

    def _count(self) -> None:
        self._steps += 1
        if self._steps > _STEPS:
            raise _TooLongError

    # The graph: first and last places of a part, and whether it may be empty.

    def _sequence(self, items: Iterable[Any]) -> _Part:
        part = _NOTHING
        told: tuple[str, Any] | None = None  # (?!x) or (?=x): of the next character
        for op, value in items:
            item = self._item(str(op), value)
            if told and str(op) in _ONE:
                self._narrow(item.first[0], *told)
            told = (str(op), value[1]) if _of_one(str(op), value) else None
            part = self._after(part, item)
        return part

    def _narrow(self, place: int, op: str, body: Any) -> None:
        """Leave at a place only what a look ahead lets stand there."""
        held = {c for c in self._classes[place] if _holds(str(body[0][0]), body[0][1], c)}
        self._classes[place] = frozenset(held) if op == "ASSERT" else self._classes[place] - held

    def _item(self, op: str, value: Any) -> _Part:
        if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            return self._repeat(op, *value)
        if op in ("SUBPATTERN", "ATOMIC_GROUP"):
            return self._sequence(value[3] if op == "SUBPATTERN" else value)
        if op == "BRANCH":
            return self._branches(value[1])
        if op == "GROUPREF_EXISTS":
            return self._branches([value[1], value[2] or ()])
        if op in ("ASSERT", "ASSERT_NOT"):
            self._aside.append(value[1])
        if op in ("ASSERT", "ASSERT_NOT", "AT"):
            return _NOTHING
        place = len(self._classes)
        self._classes.append(frozenset(c for c in self._sample if _holds(op, value, c)))
        self._edges.append([])
        return _Part((place,), (place,), int(op == "GROUPREF"))

    def _branches(self, branches: Iterable[Any]) -> _Part:
        parts = [self._sequence(branch) for branch in branches]
        return _Part(
            tuple(place for part in parts for place in part.first),
            tuple(place for part in parts for place in part.last),
            min(2, sum(part.empty for part in parts)),
        )

    def _repeat(self, name: str, low: int, high: Any, body: Any) -> _Part:
        most = float("inf") if high is _c.MAXREPEAT else float(high)
        before, aside = len(self._classes), len(self._aside)
        part = self._sequence(body)
        size = len(self._classes) - before
        if not size:
            return _NOTHING
        if name == "POSSESSIVE_REPEAT" or most * size <= max(_COPIES, size):
            return self._copies(part, low, high, body)  # exactly as many as there may be
        if low > 1 and (low - 1) * size <= _COPIES:  # those that must be, then the loop
            part = self._copies(part, low - 1, low - 1, body)
            return self._after(part, self._repeat(name, 1, high, body))
        looked = next((_endless(tree) for tree in self._aside[aside:] if _endless(tree)), "")
        loop = _Loop(
            len(self._loops), most, frozenset(range(before, before + size)),
            frozenset(part.first), _shown([(_c.MAX_REPEAT, (low, high, body))]),
        )  # fmt: skip
        if looked and most >= _ENDLESS:
            self._nested = Slow(loop.shown, looked, within=True)
        self._loops.append(loop)
        self._join(part.last, part.first, loop.number)
        return part._replace(empty=min(2, part.empty + (low == 0)))

    def _copies(self, part: _Part, low: int, high: Any, body: Any) -> _Part:
        """Put an expression as often as it may stand, one inside the other: a(a(a)?)?."""
        parts = [part, *(self._sequence(body) for _ in range(1, min(high, _COPIES)))]
        whole = _NOTHING
        for number in reversed(range(len(parts))):
            whole = self._after(parts[number], whole)
            if number >= low:
                whole = whole._replace(empty=min(2, whole.empty + 1))
        return whole

    def _after(self, one: _Part, other: _Part) -> _Part:
        self._join(one.last, other.first, -1)
        return _Part(
            _twice_at_most(one.first + other.first * one.empty),
            _twice_at_most(other.last + one.last * other.empty),
            min(2, one.empty * other.empty),
        )

    def _join(self, last: Iterable[int], first: Iterable[int], by: int) -> None:
        for one in last:
            self._edges[one] += ((other, by) for other in first)


def _of_one(op: str, value: Any) -> bool:
    """Say whether an item looks ahead at one character."""
    return (
        op in ("ASSERT", "ASSERT_NOT")
        and value[0] == 1
        and len(value[1]) == 1
        and str(value[1][0][0]) in _ONE
    )


def _twice_at_most(places: tuple[int, ...]) -> tuple[int, ...]:
    once = dict.fromkeys(places)
    return (*once, *(place for place in once if places.count(place) > 1))


def _named(tree: Any) -> Iterator[str]:
    """Yield the characters that an expression names, and those beside the ends of its ranges."""
    for op, value in _walk(tree):
        if op in ("LITERAL", "NOT_LITERAL"):
            yield chr(value)
        elif op == "RANGE":
            yield from (chr(n) for n in (value[0] - 1, *value, value[1] + 1) if 0 <= n < 0x110000)


def _walk(tree: Any) -> Iterator[tuple[str, Any]]:
    """Yield every item of an expression with what belongs to it, from outside inwards."""
    if isinstance(tree, (list, tuple, _parser.SubPattern)):
        if isinstance(tree, tuple) and len(tree) == 2 and type(tree[0]) is type(_c.LITERAL):
            yield str(tree[0]), tree[1]
        for item in tree:
            yield from _walk(item)


def _endless(tree: Any) -> str:
    """Return the first loop without an end in an expression, as it is written; or nothing."""
    for op, value in _walk(tree):
        if op in ("MAX_REPEAT", "MIN_REPEAT") and value[1] is _c.MAXREPEAT:
            return _shown([(_c.MAX_REPEAT, value)])
    return ""


def _holds(op: str, value: Any, char: str) -> bool:
    """Say whether a character may stand at a place."""
    if op == "LITERAL":
        return chr(value) == char
    if op == "NOT_LITERAL":
        return chr(value) != char
    if op == "RANGE":
        return bool(value[0] <= ord(char) <= value[1])
    if op == "CATEGORY":
        return _of_category(str(value), char)
    if op == "IN":
        inside = [x for x in value if str(x[0]) != "NEGATE"]
        return any(_holds(str(o), v, char) for o, v in inside) != (len(inside) < len(value))
    return op != "ANY" or char != "\n"  # what a group has matched may be anything


def _of_category(name: str, char: str) -> bool:
    kind = name.rpartition("_")[2]
    found = {"DIGIT": char.isdecimal(), "SPACE": char.isspace()}.get(
        kind, char.isalnum() or char == "_"
    )
    return found != ("_NOT_" in name)


_ESCAPES = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}


def _shown(items: Iterable[Any]) -> str:
    """Write a part of an expression as its author may have."""
    return "".join(_item_shown(str(op), value) for op, value in items)


def _item_shown(op: str, value: Any) -> str:
    if op in ("LITERAL", "NOT_LITERAL"):
        char = (
            chr(value) if chr(value).isalnum() else f"\\{chr(value)}" if value < 128 else chr(value)
        )
        return char if op == "LITERAL" else f"[^{char}]"
    if op == "RANGE":
        return f"{chr(value[0])}-{chr(value[1])}"
    if op == "CATEGORY":
        letter = _ESCAPES.get(str(value).rpartition("_")[2], "w")
        return f"\\{letter.upper() if '_NOT_' in str(value) else letter}"
    if op == "IN":
        inner = "".join("^" if str(o) == "NEGATE" else _item_shown(str(o), v) for o, v in value)
        return inner if len(value) == 1 and inner.startswith("\\") else f"[{inner}]"
    if op == "ANY":
        return "."
    if op == "SUBPATTERN":
        inner = _shown(value[3])
        return inner if inner.startswith("(") else f"({inner})"
    if op == "BRANCH":
        return f"({'|'.join(map(_shown, value[1]))})"
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        body = _shown(value[2])
        whole = len(value[2]) == 1 and (len(body) == 1 or body[0] in "([\\")
        return (body if whole else f"({body})") + _times(value[0], value[1])
    return "…"


def _times(low: int, high: Any) -> str:
    if high is _c.MAXREPEAT:
        return {0: "*", 1: "+"}.get(low, f"{{{low},}}")
    return "?" if (low, high) == (0, 1) else f"{{{low},{high}}}" if low != high else f"{{{low}}}"
