"""The built-in rules, compiled to a module that Python caches.

Reading the rule files takes longer than checking a draft. So the build writes `_rules.py`,
which holds what `packs` read from them and their tables, examples left out. In a checkout it
counts only while none of these files has changed since; they are always right.
"""

from __future__ import annotations

import os

from speechlint import checkers
from speechlint.diagnostic import Severity
from speechlint.lexicon import written
from speechlint.options import Checked, build
from speechlint.packs import builtin, load_packs, options_of
from speechlint.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_FORM = 2  # of what is written: another counts as not built
_LONG = 20
_LINE = repr("\n")
_BEHIND = Rule._fields.index("file") + 1
_HEAD = '"""Written by `python -m speechlint.prepare`; not to be edited, nor committed."""\n'
_USED = "from speechlint.lexicon import Table\nfrom speechlint.options import Checked\n"


def load() -> tuple[Rule, ...]:
    """Return the built-in rules without their examples; raise PackError."""
    root = builtin()
    rows = _compiled(root)
    if rows is None:
        return tuple(load_packs(root))
    severities = {severity.value: severity for severity in Severity}
    return tuple(
        Rule._make((*before, severities[severity], checker, options, kind, root + file, *rest))
        for *before, severity, checker, options, kind, file, rest in rows
    )


def _compiled(root: str) -> Any:
    try:
        from speechlint import _rules  # type: ignore[attr-defined, unused-ignore]
    except ImportError:
        return None
    written: Any = _rules.SIGNATURE
    installed = os.path.dirname(root) == os.path.dirname(os.path.abspath(__file__))
    return _rules.RULES if installed or signature(root) == written else None


def signature(root: str) -> tuple[int, tuple[tuple[str, int, int], ...]]:
    """Return the form, and name, size and time of change of every rule file and table, in order."""
    return _FORM, tuple(sorted(_stamps(root)))


def _stamps(root: str) -> Iterator[tuple[str, int, int]]:
    for pack in os.listdir(root):
        folder = os.path.join(root, pack)
        if os.path.isdir(folder):
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.endswith((".toml", ".tsv")):
                        stat = entry.stat()
                        yield f"/{pack}/{entry.name}", stat.st_size, stat.st_mtime_ns


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
