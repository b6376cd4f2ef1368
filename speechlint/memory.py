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


class Memory:
    """What functions made of the pieces of the last version: exactly that, and nothing older.

    The functions must be pure, and what they return must not be changed.
    """

    def __init__(self) -> None:
        self._last: dict[Any, dict[Any, Any]] = {}
        self._now: dict[Any, dict[Any, Any]] = {}

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
        """Return what `find` makes of each value; it is asked for all unknown ones at once."""
        last, now = self._of(find)
        new = [v for v in dict.fromkeys(values) if v not in now and v not in last]
        if new:
            now.update(zip(new, find(new), strict=True))
        for value in values:
            if value not in now:
                now[value] = last[value]
        return [now[value] for value in values]

    def _of(self, find: Callable[..., Any]) -> tuple[dict[Any, Any], dict[Any, Any]]:
        return self._last.get(find, {}), self._now.setdefault(find, {})
