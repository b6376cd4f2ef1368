"""What functools, collections, bisect, importlib and types have too, without their cost.

A check needs a handful of things from them, and they take 2.5 ms, as long as it takes to read a
draft. These behave the same where the project uses them; type checkers see the real ones.
"""

from __future__ import annotations

__all__ = [
    "Counter",
    "SimpleNamespace",
    "bisect",
    "bisect_left",
    "bisect_right",
    "cache",
    "cached_property",
    "import_module",
    "lru_cache",
]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bisect import bisect, bisect_left, bisect_right
    from collections import Counter
    from functools import cache, cached_property, lru_cache
    from importlib import import_module
    from types import SimpleNamespace
else:
    import sys
    from _bisect import bisect_left, bisect_right
    from _functools import _lru_cache_wrapper

    bisect = bisect_right

    SimpleNamespace = type(sys.implementation)

    def lru_cache(maxsize):
        return lambda function: _lru_cache_wrapper(function, maxsize, False, _counts)

    def cache(function):
        return _lru_cache_wrapper(function, None, False, _counts)

    def _counts(*counts):
        """Return hits, misses, the greatest size and the size."""
        return counts

    class cached_property:  # noqa: N801 (its name in functools)
        def __init__(self, make) -> None:
            self._make = make
            self.__doc__ = make.__doc__

        def __set_name__(self, owner, name):
            self._name = name

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self._make(instance)
            return value

    class Counter(dict):
        def __init__(self, values=()) -> None:
            for value in values:
                self[value] += 1

        def __missing__(self, key):
            return 0

    def import_module(name):
        __import__(name)
        return sys.modules[name]
