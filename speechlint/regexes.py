"""Regular expressions, compiled beforehand.

Compiling a hundred expressions takes Python longer than all the rest of a check. So the build
writes `_regexes.py`, which holds what the compiler made of every expression that the examples
of the rules need, and here they are put together again, a hundred times faster. Where that
file is missing, was written by another version of Python, or does not know an expression, it
is compiled as usual: the result is the same.
"""

from __future__ import annotations

import sys

from speechlint.light import cache, import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator
    from typing import Any

    # Code words, number of groups, names of groups, flags as the engine keeps them.
    Row = tuple[bytes, int, dict[str, int], int]

_HEAD = '"""Written by `python -m speechlint.prepare`; not to be edited, nor committed."""\n'
# As in `re`.
IGNORECASE, MULTILINE, DOTALL, ASCII = 2, 8, 16, 256
WORDS = -1  # in the place of flags: not an expression, but words, one a line
_ESCAPES = {ord(c): "\\" + c for c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}
_SRE: Any = import_module("_sre")
_asked: set[tuple[str, int]] = set()


@cache
def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return the compiled expression; raise re.error for a wrong one."""
    row = _table().get((pattern, int(flags)))
    made = assembled(pattern, row) if row else _compiled(pattern, flags)
    _asked.add((pattern, int(flags)))
    return made


def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    import re  # 5 ms: where every expression is known it is not needed

    return re.compile(pattern, flags)


def escape(text: str) -> str:
    """Return a pattern that matches just this text, as `re.escape` does."""
    return text.translate(_ESCAPES)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of some words, of those that begin at one place the longest.

    To ask for a hundred words with it takes as long as to ask for ten with `in`: the engine
    passes over what no word begins with. The build puts them together (see `literals`).
    """
    return _any_of(tuple(words))


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    listed = "\n".join(words)
    _asked.add((listed, WORDS))
    if row := _table().get((listed, WORDS)):
        return assembled(listed, row)
    from speechlint import literals

    return _compiled(literals.expression(words), 0)


@cache
def _table() -> dict[tuple[str, int], Row]:
    try:
        from speechlint import _regexes  # type: ignore[attr-defined, unused-ignore]
    except ImportError:
        return {}
    table: dict[tuple[str, int], Row] = _regexes.TABLE
    return table if engine() == _regexes.ENGINE else {}


def engine() -> tuple[int, ...]:
    """Return what an expression's code depends on: Python's version, its engine's, its words."""
    return (*sys.version_info[:2], _SRE.MAGIC, _SRE.CODESIZE)


def assembled(pattern: str, row: Row) -> re.Pattern[str]:
    """Put an expression together from what the compiler made of it."""
    code, groups, names, flags = row
    index: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        index[number] = name
    words = memoryview(code).cast("I").tolist()
    made: re.Pattern[str] = _SRE.compile(pattern, flags, words, groups, names, tuple(index))
    return made


def render() -> str:
    """Return the source of `_regexes.py` for every expression asked for in this process."""
    rows = "".join(f"    {key!r}: {row!r},\n" for key, row in _rows())
    return f"{_HEAD}ENGINE = {engine()!r}\nTABLE = {{\n{rows}}}\n"


def _rows() -> Iterator[tuple[tuple[str, int], Row]]:
    import re
    from array import array

    from speechlint import firsts, literals

    new = sys.version_info >= (3, 11)
    compiler: Any = import_module("re._compiler" if new else "sre_compile")
    parser: Any = import_module("re._parser" if new else "sre_parse")
    for asked, kind in sorted(_asked):
        words = kind == WORDS
        pattern = literals.expression(asked.split("\n")) if words else asked
        flags = 0 if words else kind
        made = re.compile(pattern, flags)
        with firsts.widened(compiler):
            code = compiler._code(parser.parse(pattern, flags), flags)  # noqa: SLF001
        row = (array("I", code).tobytes(), made.groups, dict(made.groupindex), made.flags)
        yield (asked, kind), row
