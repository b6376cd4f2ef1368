"""The built-in rules, compiled to a module that Python caches.

Reading the rule files takes longer than checking a draft. So the build writes `_rules.py`,
which holds what `packs` read from them and their tables, examples left out. In a checkout it
counts only while none of these files has changed since; they are always right. `compiling` writes it.
"""

from __future__ import annotations

import os

from speechlint.diagnostic import Severity
from speechlint.rule import Rule
from speechlint.tables import folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_FORM = 2  # of what is written: another counts as not built


def load() -> tuple[Rule, ...]:
    """Return the built-in rules without their examples; raise PackError."""
    root = folder()
    rows = _compiled(root)
    if rows is None:
        from speechlint.packs import load_packs

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
