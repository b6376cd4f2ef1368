"""What comes of a draft, as lines of the tables.

`documents` has one a draft, `diagnostics` one a diagnostic, as in the JSON report, and
`failures` those of the documents that could not be checked.
"""

from __future__ import annotations

import json

from speechlint.diagnostic import Severity
from speechlint.record import NamedTuple
from speechlint.reporters.json import diagnostic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from speechlint.corpus.batches import Item
    from speechlint.diagnostic import Diagnostic
    from speechlint.failing import Failure
    from speechlint.running import Outcome

LEVELS = tuple(s.value for s in Severity)


class Lines(NamedTuple):
    """The lines of one draft, each table's as UTF-8, and what of them is to be counted.

    `found` has an entry per rule: its id and kind, and how many errors, warnings and infos.
    `rules` is the configuration that held, and what tells its rules from others.
    """

    mark: str
    through: float
    documents: bytes
    diagnostics: bytes
    failures: bytes
    status: str
    characters: int = 0
    found: tuple[tuple[str, str, int, int, int], ...] = ()
    rules: tuple[str, str] = ("", "")


def of(item: Item, outcome: Outcome, level: str, rules: tuple[str, str]) -> Lines:
    """Return the lines of a draft that was looked at, with the diagnostics from a level up."""
    checked = outcome.checked
    if checked is None:
        if outcome.errors:
            return failed(item, outcome.errors[0], rules)
        row = _document(item, "skipped", outcome.passed)
        return Lines(item.mark, item.through, _line(row), b"", b"", "skipped", rules=rules)
    bar = Severity(level).rank
    shown = [d for d in checked.diagnostics if d.severity.rank >= bar]
    index = checked.lines
    rows = [{"document": item.number, "id": item.id, **diagnostic(d, index)} for d in shown]
    status = "partial" if outcome.errors else "checked"
    document = _line(
        {
            **_document(item, status, *_why(outcome.errors)),
            "encoding": checked.encoding,
            "unit": checked.unit,
            "characters": len(checked.text),
            "blanks": checked.blanks,
            **{name: sum(d.severity.value == name for d in shown) for name in LEVELS},
        }
    )
    return Lines(
        item.mark,
        item.through,
        document,
        b"".join(map(_line, rows)),
        document if outcome.errors else b"",
        status,
        len(checked.text),
        tuple(_found(shown)),
        rules,
    )


def failed(item: Item, failure: Failure, rules: tuple[str, str] = ("", "")) -> Lines:
    """Return the lines of a draft that could not be checked."""
    row = _line(_document(item, "failed", failure.reason, failure.message))
    return Lines(item.mark, item.through, row, b"", row, "failed", rules=rules)


def _why(errors: Sequence[Failure]) -> tuple[str, ...]:
    return (errors[0].reason, "；".join(e.message for e in errors)) if errors else ()


def _document(
    item: Item, status: str, reason: str | None = None, message: str | None = None
) -> dict[str, Any]:
    return {
        "document": item.number,
        "id": item.id,
        "status": status,
        "reason": reason,
        "message": message,
        "encoding": None,
        "unit": None,
        "characters": None,
        "blanks": None,
        **dict.fromkeys(LEVELS),
    }


def _line(row: dict[str, Any]) -> bytes:
    # A lone surrogate has no place in UTF-8.
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _found(diagnostics: Sequence[Diagnostic]) -> list[tuple[str, str, int, int, int]]:
    counts: dict[tuple[str, str], list[int]] = {}
    for d in diagnostics:
        counts.setdefault((d.rule, d.kind), [0] * len(LEVELS))[LEVELS.index(d.severity.value)] += 1
    return [(*rule, *levels) for rule, levels in sorted(counts.items())]  # type: ignore[misc]
