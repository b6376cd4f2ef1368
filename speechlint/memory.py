"""What was found out about one version of a text, for the next.

An editor sends the whole text after every keystroke, and all but a line of it is as it was.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence
    from typing import Any, TypeVar

    T = TypeVar("T")
    H = TypeVar("H", bound=Hashable)


_FEW = 100  # lines: fewer than these are never forgotten one by one


class Memory:
    """What functions made of the pieces of the last version, and little that is older.

    The functions must be pure, and what they return must not be changed.
    """

    def __init__(self) -> None:
        self._last: dict[Any, dict[Any, Any]] = {}
        self._now: dict[Any, dict[Any, Any]] = {}
        self._all: dict[Any, dict[Any, Any]] = {}

    def turn(self) -> None:
        """Begin another version: what is not asked for again will be forgotten."""
        self._last, self._now = self._now, {}

    def recall(self, find: Callable[..., T], *values: Hashable) -> T:
        """Return what `find` makes of values."""
        last, now = self._of(find)
        if values not in now:
            now[values] = last[values] if values in last else find(*values)
        found: T = now[values]
        return found

    def recall_all(
        self, find: Callable[[Sequence[H]], Iterable[T]], values: Sequence[H]
    ) -> list[T]:
        """Return what `find` makes of each value; it is asked for all unknown ones at once.

        The values are those of a whole version. Of others at most as many are remembered.
        """
        known = self._all.setdefault(find, {})
        new = [v for v in values if v not in known]
        if new:
            new = list(dict.fromkeys(new))
            known.update(zip(new, find(new), strict=True))
        found = [known[v] for v in values]
        if len(known) > 2 * len(values) + _FEW:
            self._all[find] = dict(zip(values, found, strict=True))
        return found

    def _of(self, find: Callable[..., Any]) -> tuple[dict[Any, Any], dict[Any, Any]]:
        return self._last.get(find, {}), self._now.setdefault(find, {})


def recalled(
    memory: Memory | None, find: Callable[[Sequence[H]], list[T]], values: Sequence[H]
) -> list[T]:
    """Return what `find` makes of each value, from memory where there is one."""
    return memory.recall_all(find, values) if memory else find(values)
