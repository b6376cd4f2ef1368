"""`NamedTuple` and `Enum`, as in typing and enum, but cheap to define.

Making a NamedTuple class takes 0.25 ms, and a check needs seventy: a quarter of its start-up.
Importing enum takes 3 ms, and each class another 0.1. These here behave the same where the
project uses them, and are made in a tenth of the time; type checkers see the real ones.
`WithOptions` takes two thirds of what a NamedTuple does, and a check needs twenty checkers.
"""

from __future__ import annotations

__all__ = ["Enum", "NamedTuple", "WithOptions"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from enum import Enum
    from typing import NamedTuple

    from typing_extensions import dataclass_transform

    @dataclass_transform(eq_default=False, kw_only_default=True, frozen_default=True)
    class WithOptions: ...
else:
    from _collections import _tuplegetter

    _make = tuple.__new__
    _getters = []  # of the first field, the second, …: all classes share them

    class NamedTuple(tuple):
        """A tuple whose fields have names: the annotations of the class, with their defaults."""

        __slots__ = ()
        _fields = ()
        _last = ()
        _size = 0
        _field_defaults = {}  # noqa: RUF012 (replaced in each class, never filled)
        _make = classmethod(tuple.__new__)

        def __init_subclass__(cls):
            own = cls.__dict__
            cls._fields = fields = tuple(own.get("__annotations__", ()))
            cls._size = len(fields)
            if defaults := {field: own[field] for field in fields if field in own}:
                cls._field_defaults = defaults
                cls._last = tuple(defaults.values())  # of the fields that stand last
            while len(_getters) < cls._size:
                _getters.append(_tuplegetter(len(_getters), None))
            for field, getter in zip(fields, _getters, strict=False):
                setattr(cls, field, getter)

        def __new__(cls, *values, **named):
            if not named:
                if len(values) == cls._size:
                    return _make(cls, values)
                missing = cls._size - len(values)
                if 0 < missing <= len(cls._last):
                    return _make(cls, values + cls._last[-missing:])
            rest = cls._fields[len(values) :]
            known = cls._field_defaults
            try:
                filled = [named.pop(f) if f in named else known[f] for f in rest]
            except KeyError as error:
                raise TypeError(f"{cls.__name__} needs {error.args[0]}") from None
            if len(values) > cls._size:
                raise TypeError(f"{cls.__name__} has {cls._size} fields")
            if named:
                raise TypeError(f"{cls.__name__} has no field {', '.join(sorted(named))}")
            return _make(cls, (*values, *filled))

        def _replace(self, **named):
            values = [named.pop(f, v) for f, v in zip(self._fields, self, strict=True)]
            if named:
                raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(named))}")
            return _make(type(self), values)

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self) -> str:
            pairs = zip(self._fields, self, strict=True)
            return f"{type(self).__name__}({', '.join(f'{n}={v!r}' for n, v in pairs)})"

    class WithOptions:
        """A checker: the annotations of its class are its options, with their defaults."""

        def __init__(self, **options) -> None:
            own = type(self).__dict__
            for name in own.get("__annotations__", ()):
                if name in options:
                    setattr(self, name, options.pop(name))
                elif name not in own:
                    raise TypeError(f"{type(self).__name__} needs {name}")
            if options:
                unknown = ", ".join(sorted(options))
                raise TypeError(f"{type(self).__name__} has no option {unknown}")

    class _Members(type):
        """Lets one go through the members of an Enum, and ask for one by its value."""

        def __iter__(cls):
            return iter(cls.__members__.values())

        def __call__(cls, value):
            for member in cls:
                if member.value == value:
                    return member
            raise ValueError(f"{value!r} is not a valid {cls.__name__}")

    class Enum(metaclass=_Members):
        """Constants that are strings or numbers: the first base of a class says which."""

        def __init_subclass__(cls):
            kind = cls.__bases__[0]
            cls.__repr__ = Enum.__repr__  # else that of the first base
            cls.__members__ = {}
            for name, value in [*cls.__dict__.items()]:
                if type(value) is kind and name[0] != "_":
                    member = kind.__new__(cls, value)
                    member.name, member.value = name, value
                    cls.__members__[name] = member
                    setattr(cls, name, member)

        def __reduce_ex__(self, protocol):
            return type(self), (self.value,)

        def __repr__(self) -> str:
            return f"<{type(self).__name__}.{self.name}: {self.value!r}>"
