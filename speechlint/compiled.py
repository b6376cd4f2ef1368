"""The built-in rules, as the build writes them.

Reading the rule files takes longer than checking a draft. So the build writes what `packs` read from
them and their tables, examples left out, and lays their literals and long lists of words into the
vocabulary (`compiling`). Of most rules a check asks no more than whether they hold.
"""

from __future__ import annotations

import marshal

from speechlint import packed
from speechlint.diagnostic import Severity
from speechlint.lexicon import Table
from speechlint.light import cached_property
from speechlint.rule import Rule
from speechlint.tables import folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

WORDS = "words"  # the option of a substitution


class Shipped:
    """Stands for a built-in rule: its options are read for its checker, the rest if someone asks."""

    def __init__(self, row: tuple[Any, ...], rest: memoryview) -> None:
        self.id, self.checker, self.kind, self.needs, self.preview, self.aliases = row[:6]
        severity, self.always, self._options, self._said = row[6:]
        self.severity = _SEVERITIES[severity]
        self._rest = rest

    @cached_property
    def options(self) -> dict[str, Any]:
        made: dict[str, Any]
        # The message too: who has found something asks for it.
        made, lists, tables, self.message = marshal.loads(self._rest[self._options :])  # noqa: S302
        for name in lists:
            made[name] = tuple(made[name].split("\n"))
        for name in tables:
            lines = made[name].split("\n")
            made[name] = dict(zip(lines[::2], lines[1::2], strict=True))
        if made.get(WORDS, "") is None:
            made[WORDS] = Table(self.id)
        return made

    @cached_property
    def rule(self) -> Rule:
        options = self.options
        title, why, file, *said = marshal.loads(self._rest[self._said :])  # noqa: S302
        return Rule(
            *(self.id, title, self.message, why, self.severity, self.checker, options, self.kind),
            *(folder() + file, *said),
        )

    def __getattr__(self, name: str) -> Any:
        found = self.__dict__[name] = getattr(self.rule, name)
        return found


_SEVERITIES = {severity.value: severity for severity in Severity}


def load() -> tuple[Rule, ...]:
    """Return the built-in rules without their examples; raise PackError."""
    made = packed.made("RULES")
    if made is None:
        from speechlint.packs import load_packs

        return tuple(load_packs(folder()))
    rows, rest = made
    rules: Any = tuple([Shipped(row, rest) for row in rows])
    return rules  # type: ignore[no-any-return]
