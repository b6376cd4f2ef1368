"""Regular expressions, compiled beforehand.

Compiling a hundred expressions takes Python longer than all the rest of a check. So the build
writes `_regexes.bin`, which holds what the compiler made of every expression that the examples
of the rules need, and here they are put together again, a hundred times faster. The file is
mapped, for a check needs less than half of them. Where it is missing, was written by another
version of Python, or does not know an expression, it is compiled as usual: the result is the same.
"""

from __future__ import annotations

import marshal
import sys

from speechlint.light import cache, import_module
from speechlint.shipped import headed, mapped, own, parted

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator
    from typing import Any

    from speechlint.shipped import Mapped

    # Words of code, number of groups, names of groups, flags as the engine keeps them.
    Row = tuple[list[int], int, dict[str, int], int]

FILE = "_regexes.bin"
_FORM = 2  # of that file: to be raised when it changes
_WORD = 4  # bytes
_SLOTS = 4  # for each expression
_HEAD = 6  # words before the key of an expression
# As in `re`.
IGNORECASE, MULTILINE, DOTALL, ASCII = 2, 8, 16, 256
WORDS = 1 << 30  # in the place of flags: not an expression, but words, one a line
_ESCAPES = {ord(c): "\\" + c for c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}
_SRE: Any = import_module("_sre")
_asked: set[tuple[str, int]] = set()


@cache
def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return the compiled expression; raise re.error for a wrong one."""
    row = _known().row(pattern, int(flags))
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
    if row := _known().row(listed, WORDS):
        return assembled(listed, row)
    from speechlint import literals

    return _compiled(literals.expression(words), 0)


class Known:
    """The expressions that the build met, in words of code: slots, and then the expressions.

    A slot says where the expression with its number stands. Of two with one slot the second has the
    next free one. No expression stands at 0, which says that a slot is free.
    """

    def __init__(self, data: Mapped) -> None:
        (self.engine, self._slots), self._bytes = parted(data)
        self._words = self._bytes.cast("I")

    def row(self, pattern: str, flags: int) -> Row | None:
        """Return what the compiler made of an expression, or of words."""
        words, key = self._words, _key(pattern)
        slot = _number(pattern)
        while at := words[slot % self._slots]:
            kind, size, many, groups, made, named = words[at : at + _HEAD].tolist()
            begin = (at + _HEAD) * _WORD
            behind = begin + size
            if kind == flags and self._bytes[begin:behind].tobytes() == key:
                first = -(-behind // _WORD)
                code = words[first : first + many].tolist()
                rest = (first + many) * _WORD
                names = marshal.loads(self._bytes[rest : rest + named]) if named else {}  # noqa: S302
                return code, groups, names, made
            slot += 1
        return None


def _key(pattern: str) -> bytes:
    return pattern.encode("utf-16", "surrogatepass")


def _number(pattern: str) -> int:
    """Return a number that few expressions share: Python's own hash differs from run to run."""
    size = len(pattern)
    if not size:
        return 0
    return (31 * size + ord(pattern[size >> 1])) * 31 + ord(pattern[size >> 2])


@cache
def _known() -> Known:
    try:
        known = Known(mapped(own(FILE)))
        if known.engine == engine():
            return known
    except (OSError, ValueError, EOFError, TypeError):  # not built, or not by us
        pass
    return Known(_packed(()))


def engine() -> tuple[int, ...]:
    """Return what a file depends on: its form, Python's version, its engine's, its words."""
    return (_FORM, *sys.version_info[:2], _SRE.MAGIC, _SRE.CODESIZE)


def assembled(pattern: str, row: Row) -> re.Pattern[str]:
    """Put an expression together from what the compiler made of it."""
    code, groups, names, flags = row
    index: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        index[number] = name
    made: re.Pattern[str] = _SRE.compile(pattern, flags, code, groups, names, tuple(index))
    return made


def render() -> bytes:
    """Return the file of every expression asked for in this process.

    Its head holds what the code depends on and the number of slots; behind it stand the slots, and
    then the expressions: what `_HEAD` counts, the key, the code, the names of groups.
    """
    return _packed(_rows())


def _packed(rows: Iterable[tuple[tuple[str, int], Row]]) -> bytes:
    from array import array

    every = list(rows)
    slots = _SLOTS * len(every) + 1
    words = array("I", [0] * slots)
    for (pattern, kind), (code, groups, names, flags) in every:
        key = _key(pattern)
        named = marshal.dumps(names) if names else b""
        slot = _number(pattern)
        while words[slot % slots]:
            slot += 1
        words[slot % slots] = len(words)
        words.extend((kind, len(key), len(code), groups, flags, len(named)))
        words.frombytes(_filled(key))
        words.extend(code)
        words.frombytes(_filled(named))
    return headed((engine(), slots), words.tobytes())


def _filled(data: bytes) -> bytes:
    return data + bytes(-len(data) % _WORD)


def _rows() -> Iterator[tuple[tuple[str, int], Row]]:
    import re
    from contextlib import nullcontext

    from speechlint import classes, firsts, literals

    new = sys.version_info >= (3, 11)
    compiler: Any = import_module("re._compiler" if new else "sre_compile")
    parser: Any = import_module("re._parser" if new else "sre_parse")
    for asked, kind in sorted(_asked):
        words = kind == WORDS
        pattern = literals.expression(asked.split("\n")) if words else asked
        flags = 0 if words else kind
        made = re.compile(pattern, flags)
        listing = nullcontext() if made.flags & ASCII else classes.short(compiler)
        with firsts.widened(compiler), listing:
            code = compiler._code(parser.parse(pattern, flags), flags)  # noqa: SLF001
        yield (asked, kind), (code, made.groups, dict(made.groupindex), made.flags)
