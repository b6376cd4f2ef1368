"""What the build makes of the rules, for `compiled` to read."""

from __future__ import annotations

import os

from speechlint import checkers
from speechlint.compiled import WORDS
from speechlint.edges import rare
from speechlint.lexicon import written
from speechlint.options import build
from speechlint.packs import load_packs, options_of
from speechlint.presence import WHEN
from speechlint.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from speechlint.vocabulary import Entries

_LONG = 20
_BEHIND = Rule._fields.index("file") + 1


def built(root: str) -> tuple[Any, ...]:
    """Return what is written of each rule; raise OptionError."""
    return tuple(_row(rule, root) for rule in load_packs(root))


def _row(rule: Rule, root: str) -> tuple[Any, ...]:
    options = options_of(rule)
    build(checkers.load(rule.checker), options)
    options = {name: tuple(v) if isinstance(v, list) else v for name, v in options.items()}
    if _long(rule):
        options[WORDS] = None  # they lie in the vocabulary
    file = "/" + os.path.relpath(rule.file, root).replace(os.sep, "/")
    severity: Any = rule.severity.value
    row = tuple(rule._replace(severity=severity, file=file, options=options))
    return (*row[:_BEHIND], row[_BEHIND:])


def _long(rule: Rule) -> bool:
    """Say whether a rule has many words, and such as may lie in the vocabulary."""
    if rule.checker != "substitution":
        return False
    words = options_of(rule)[WORDS]
    return len(words) >= _LONG and "".join((*words, *words.values())).isprintable()


def words(root: str) -> dict[str, Entries]:
    """Return what the vocabulary is to hold of the rules: a table each, and that of literals."""
    rules = tuple(load_packs(root))
    literals = dict.fromkeys(word for rule in rules for word in rule.when)
    tables = {rule.id: written(options_of(rule)[WORDS]) for rule in rules if _long(rule)}
    return {WHEN: [(rare(word), word) for word in literals], **tables}
