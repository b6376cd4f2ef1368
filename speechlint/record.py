"""Records that cost nothing to define.

At start-up a NamedTuple class takes 0.25 ms to make and a dataclass 1 ms; thirty checkers of
either would take longer than the draft. What there are many instances of (spans, findings)
stays a NamedTuple, which is quicker to fill.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform
else:

    def dataclass_transform(**_: Any) -> Any:
        return lambda made: made


@dataclass_transform(frozen_default=True)
class Record:
    """A class whose annotations are its fields, with the defaults they are given."""

    def __init__(self, *values: Any, **named: Any) -> None:
        fields = type(self).__annotations__
        if len(values) > len(fields):
            raise TypeError(f"{type(self).__name__} has {len(fields)} fields")
        given = {**dict(zip(fields, values, strict=False)), **named}
        for name, value in given.items():
            if name not in fields:
                raise TypeError(f"{type(self).__name__} has no field {name}")
            object.__setattr__(self, name, value)
        for name in fields:
            if not hasattr(self, name):
                raise TypeError(f"{type(self).__name__} needs {name}")

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} does not change")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        fields = zip(type(self).__annotations__, self._values(), strict=False)
        return f"{type(self).__name__}({', '.join(f'{n}={v!r}' for n, v in fields)})"

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in type(self).__annotations__)
