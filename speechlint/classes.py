"""Classes of a few characters, as short as they are written: for the build.

Python's compiler makes a table of 280 bytes and more of a class like `[，。；]`, and half of what
it makes of all our expressions are such tables. To put them together at the start takes longer
than to compare with six characters, one after the other, in all of a draft. Where a match may
begin is asked of every character: there the tables stay.
"""

from __future__ import annotations

from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_FEW = 6  # comparisons; more are slower than a table
_COMPARISONS = {"NEGATE": 0, "LITERAL": 1, "RANGE": 2}


@contextmanager
def short(compiler: Any) -> Iterator[None]:
    """Let `re`'s compiler make no table of a short class, for a while."""
    optimized, info = compiler._optimize_charset, compiler._compile_info  # noqa: SLF001

    def listed(charset: Any, *args: Any) -> Any:
        made, cased = optimized(charset, *args)
        table = any(str(op) == "BIGCHARSET" for op, _ in made)
        few = sum(_COMPARISONS.get(str(op), _FEW + 1) for op, _ in charset) <= _FEW
        return (charset if table and few and not cased else made), cased

    def began(*args: Any) -> None:
        compiler._optimize_charset = optimized  # noqa: SLF001
        info(*args)
        compiler._optimize_charset = listed  # noqa: SLF001

    compiler._optimize_charset, compiler._compile_info = listed, began  # noqa: SLF001
    try:
        yield
    finally:
        compiler._optimize_charset, compiler._compile_info = optimized, info  # noqa: SLF001
