"""The built-in rules, as the build writes them.

Reading the rule files takes longer than checking a draft. So the build writes what `packs` read from
them and their tables, examples left out, and lays their literals and long lists of words into the
vocabulary (`compiling`).
"""

from __future__ import annotations

from speechlint import packed
from speechlint.diagnostic import Severity
from speechlint.lexicon import Table
from speechlint.options import Checked
from speechlint.rule import Rule
from speechlint.tables import folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

WORDS = "words"  # the option of a substitution


def load() -> tuple[Rule, ...]:
    """Return the built-in rules without their examples; raise PackError."""
    rows = packed.made("RULES")
    if rows is None:
        from speechlint.packs import load_packs

        return tuple(load_packs(folder()))
    return tuple(_rules(folder(), rows))


def _rules(root: str, rows: Iterable[Any]) -> Iterator[Rule]:
    severities = {severity.value: severity for severity in Severity}
    for *before, severity, checker, given, kind, file, rest in rows:
        options = Checked(given)
        if options.get(WORDS, "") is None:
            options[WORDS] = Table(before[0])
        yield Rule._make(
            (*before, severities[severity], checker, options, kind, root + file, *rest)
        )
