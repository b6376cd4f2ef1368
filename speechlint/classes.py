"""Classes of characters, as lists of what to compare with: for the build.

Python's compiler makes a table of 280 bytes and more of a class like `[，。；]`, and more than half
of what it makes of all our expressions are such tables. To put them together at the start takes
longer than to compare with ten characters, one after the other, in all of a draft. And mostly two
comparisons are enough: what decides most characters stands first, as of `[^，。；]` all of 一-龥.
What is not in the class stands behind a NEGATE, which the engine knows at any place.
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    Item = tuple[Any, Any]
    # The first and the last of some characters, and whether they are in the class.
    Run = tuple[int, int, bool]

_HAN = (0x4E00, 0x9FA5)
_LAST = 0x10FFFF
# How much of a speech are Han characters, and the marks, digits and letters between them.
_SHARES = (
    (*_HAN, 0.8),
    (0x3001, 0x3002, 0.06),
    (0xFF0C, 0xFF0C, 0.05),
    (0x30, 0x39, 0.04),
    (0x20, 0x7E, 0.03),
    (0x201C, 0x201D, 0.01),
    (0xFF1A, 0xFF1B, 0.01),
)
# What it takes to try an item, in comparisons, and its words of code.
_ITEMS = {"LITERAL": (1, 2), "RANGE": (1.2, 3), "NEGATE": (0.9, 1), "CATEGORY": (4, 2)}
_TABLE, _TRIED = "BIGCHARSET", 2.2
_END = 0.8, 1
_AHEAD = 8  # ranges that may stand before what has to be told
_ALL_HAN = ("CATEGORY_WORD", "CATEGORY_NOT_DIGIT", "CATEGORY_NOT_SPACE")
# What a word of code takes at the start, as against a comparison each time that the class is asked:
# where a match may begin is asked of every character, the rest of few.
_WORD, _FIRST_WORD = 0.03, 0.005


@contextmanager
def short(compiler: Any) -> Iterator[None]:
    """Let `re`'s compiler list what is in a class where that is better, for a while.

    Not for expressions with the flag ASCII, which count letters otherwise.
    """
    optimized, info = compiler._optimize_charset, compiler._compile_info  # noqa: SLF001
    word = _WORD

    def listed(charset: Any, *cases: Any) -> Any:
        made, cased = optimized(charset, *cases)
        kinds = {str(op) for op, _ in made}
        if any(cases) or not kinds <= {_TABLE, *_ITEMS}:
            return made, cased
        tables = [made] if _TABLE in kinds else []
        choices = [*tables, *_lists(charset, compiler)]
        return min(choices, key=lambda items: _cost(items, word)), cased

    def began(*args: Any) -> None:
        nonlocal word
        word = _FIRST_WORD
        info(*args)
        word = _WORD

    compiler._optimize_charset, compiler._compile_info = listed, began  # noqa: SLF001
    try:
        yield
    finally:
        compiler._optimize_charset, compiler._compile_info = optimized, info  # noqa: SLF001


def _lists(charset: list[Item], compiler: Any) -> Iterator[list[Item]]:
    """Yield lists that are a class: the first item that fits decides, and before it each NEGATE."""
    negate = (compiler.NEGATE, None)
    negated = negate in charset
    kinds = [item for item in charset if item[0] is compiler.CATEGORY]
    spans = [_span(value) for op, value in charset if op in (compiler.LITERAL, compiler.RANGE)]
    if any(str(kind) in _ALL_HAN for _, kind in kinds):
        spans.append(_HAN)
    runs = sorted(_runs(spans, negated=negated), key=lambda run: -_share(*run[:2]))
    for left in (negated,) if kinds else (True, False):  # whether what fits no item is in the class
        told = [_item(run, compiler) for run in runs if run[2] is not left] + kinds
        yield [negate, *told] if left else told
        may = [_han(run) if kinds else run for run in runs if run[2] is left]
        ahead = [_item(run, compiler) for run in may if run[0] <= run[1]]
        for many in range(1, min(len(ahead), _AHEAD) + 1):
            yield [*([] if left else [negate]), *ahead[:many], negate, *told]


def _span(value: Any) -> tuple[int, int]:
    return (value, value) if isinstance(value, int) else value


def _han(run: Run) -> Run:
    """Return what is sure of a class with a kind of characters, as digits."""
    first, last, within = run
    return max(first, _HAN[0]), min(last, _HAN[1]), within


def _runs(spans: Iterable[tuple[int, int]], *, negated: bool) -> Iterator[Run]:
    """Yield all characters in order, those of `spans` and those between them."""
    merged = [(-1, -1)]
    for first, last in sorted(spans):
        if first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    edges = [edge for first, last in merged for edge in (first, last + 1)]
    for number, (first, behind) in enumerate(pairwise((*edges, _LAST + 1))):
        if max(first, 0) < behind:
            yield max(first, 0), behind - 1, (number % 2 == 0) is not negated


def _item(run: Run, compiler: Any) -> Item:
    first, last, _ = run
    return (compiler.LITERAL, first) if first == last else (compiler.RANGE, (first, last))


def _share(first: int, last: int) -> float:
    """Return how much of a speech are characters from one to another."""
    shares = ((min(last, b) - max(first, a) + 1, b - a + 1, share) for a, b, share in _SHARES)
    return sum(share * many / of for many, of, share in shares if many > 0)


def _cost(items: Iterable[Item], word: float) -> float:
    """Return what a class takes: comparisons of a character, and its words of code."""
    steps, size, left = 0.0, 0, 1.0
    for op, value in items:
        tried, words = _ITEMS.get(str(op)) or (_TRIED, 1 + len(value))
        steps += tried * left
        size += words
        if str(op) in ("LITERAL", "RANGE"):
            left -= _share(*_span(value))
    return steps + _END[0] * left + word * (size + _END[1])
