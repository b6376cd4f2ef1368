"""The sums of a run, and its summary by rule."""

from __future__ import annotations

import json

from speechlint.corpus.lines import LEVELS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from speechlint.corpus.lines import Lines

STATUSES = ("checked", "partial", "skipped", "failed")


class Tally:
    """How many drafts there were of each status, how long they are, what each rule found."""

    def __init__(self) -> None:
        self.statuses = dict.fromkeys(STATUSES, 0)
        self.characters = 0
        self.found = 0  # drafts with a diagnostic
        self.rules: dict[str, dict[str, Any]] = {}

    @classmethod
    def of(cls, table: dict[str, Any]) -> Tally:
        """Return the tally that `table` wrote down."""
        tally = cls()
        tally.__dict__ |= table
        return tally

    def table(self) -> dict[str, Any]:
        """Return all sums as JSON."""
        return {**self.__dict__, "rules": dict(sorted(self.rules.items()))}

    def add(self, lines: Lines) -> None:
        self.statuses[lines.status] += 1
        self.characters += lines.characters
        self.found += bool(lines.found)
        for rule, kind, *levels in lines.found:
            row = self.rules.setdefault(
                rule, {"rule": rule, "kind": kind, "documents": 0, **dict.fromkeys(LEVELS, 0)}
            )
            row["documents"] += 1
            for name, times in zip(LEVELS, levels, strict=True):
                row[name] += times

    def times(self, level: str) -> int:
        """Return how many diagnostics of a level there are."""
        return sum(row[level] for row in self.rules.values())

    def summary(self) -> bytes:
        """Return a line per rule that found something, in the order of their ids."""
        rows = (self.rules[rule] for rule in sorted(self.rules))
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
