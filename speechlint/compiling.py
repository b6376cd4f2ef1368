"""Writes what `compiled` reads: the built-in rules as a module."""

from __future__ import annotations

import os

from speechlint import checkers
from speechlint.compiled import signature
from speechlint.lexicon import written
from speechlint.options import Checked, build
from speechlint.packs import load_packs, options_of
from speechlint.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LONG = 20
_LINE = repr("\n")
_BEHIND = Rule._fields.index("file") + 1
_HEAD = '"""Written by `python -m speechlint.prepare`; not to be edited, nor committed."""\n'
_USED = "from speechlint.lexicon import Table\nfrom speechlint.options import Checked\n"


class _Table(dict[str, str]):
    """A long table as source: to split two texts takes a quarter of the time of reading a dict."""

    @classmethod
    def of(cls, value: Any, checker: str = "") -> Any:
        """Return an option of a checker so that it is written as fits it."""
        if not isinstance(value, dict) or len(value) < _LONG:
            return value
        if any("\n" in text for text in (*value, *value.values())):
            return value
        return (written(value) if checker == "substitution" else None) or cls(value)

    def __repr__(self) -> str:
        keys, values = "\n".join(self), "\n".join(self.values())
        return f"dict(zip({keys!r}.split({_LINE}), {values!r}.split({_LINE})))"


def _checked(rule: Rule) -> Checked:
    """Return a rule's options as its checker takes them, written as fits them; raise OptionError."""
    options = options_of(rule)
    build(checkers.load(rule.checker), options)
    lists = {name: tuple(v) if isinstance(v, list) else v for name, v in options.items()}
    return Checked({name: _Table.of(value, rule.checker) for name, value in lists.items()})


def render(root: str) -> str:
    """Return the source of `_rules.py`."""
    rows = []
    for rule in load_packs(root):
        file = "/" + os.path.relpath(rule.file, root).replace(os.sep, "/")
        severity: Any = rule.severity.value
        options = _checked(rule)
        row = tuple(rule._replace(severity=severity, file=file, options=options))
        rows.append(repr((*row[:_BEHIND], row[_BEHIND:])))
    lines = ",\n".join(rows)
    return f"{_HEAD}{_USED}SIGNATURE = {signature(root)!r}\nRULES = (\n{lines},\n)\n"
