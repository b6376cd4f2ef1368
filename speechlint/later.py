"""Expressions that are put together only when something is looked for with them.

To put one together takes as long as to search a page with it, and of those that a module has most
paragraphs need none: a word that has to stand there is not there, or another expression has found
nothing. What nearly every paragraph asks for is better a plain `regexes.regex`.
"""

from __future__ import annotations

from speechlint.regexes import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Any

    _every: list[Any] = []

    def later(pattern: str) -> re.Pattern[str]:
        """Return the compiled expression; a wrong one raises re.error where it is first used."""
else:
    _every = []

    class later:  # noqa: N801 (stands for what it makes)
        """An expression: what it can do is asked of the compiled one once, and then kept."""

        def __init__(self, pattern) -> None:
            self.pattern = pattern
            _every.append(self)

        def __getattr__(self, name):
            found = self.__dict__[name] = getattr(regex(self.pattern), name)
            return found


def ask() -> None:
    """Have every expression put together: so the build meets them."""
    for each in _every:
        regex(each.pattern)
