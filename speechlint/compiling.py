"""What the build makes of the rules, for `compiled` to read."""

from __future__ import annotations

import marshal
import os
from itertools import chain

from speechlint import checkers
from speechlint.compiled import WORDS
from speechlint.lexicon import written
from speechlint.options import build
from speechlint.packs import load_packs, options_of
from speechlint.presence import WHEN
from speechlint.rarity import rare
from speechlint.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from speechlint.vocabulary import Entries

_LONG = 20
_FURTHER = Rule._fields.index("when")


def built(root: str) -> tuple[Any, ...]:
    """Return what is read of every rule at once, and what of each on its own; raise OptionError."""
    rows, rest = [], b""
    for rule in load_packs(root):
        first = (rule.id, rule.checker, rule.kind, rule.needs, rule.preview, rule.aliases)
        options = marshal.dumps((*_options(rule), rule.message))
        said = marshal.dumps(_said(rule, root))
        at = len(rest)
        rows.append((*first, rule.severity.value, rule.always, at, at + len(options)))
        rest += options + said
    return tuple(rows), rest


def _options(rule: Rule) -> tuple[dict[str, Any], tuple[str, ...], tuple[str, ...]]:
    """Return options, and the names of those that are lists, and tables, as a line for each string.

    To part a text takes a quarter of the time in which so many strings are read.
    """
    options = options_of(rule)
    build(checkers.load(rule.checker), options)
    options = {name: tuple(v) if isinstance(v, list) else v for name, v in options.items()}
    if _long(rule):
        options[WORDS] = None  # they lie in the vocabulary
    lists = {k: v for k, v in options.items() if isinstance(v, tuple) and _in_lines(v)}
    tables = {k: [*chain(*v.items())] for k, v in options.items() if isinstance(v, dict)}
    tables = {k: v for k, v in tables.items() if _in_lines(v)}
    options |= {name: "\n".join(value) for name, value in (lists | tables).items()}
    return options, tuple(lists), tuple(tables)


def _in_lines(strings: Sequence[Any]) -> bool:
    return bool(strings) and all(isinstance(s, str) and "\n" not in s for s in strings)


def _said(rule: Rule, root: str) -> tuple[Any, ...]:
    """Return the fields of a rule, in order, that are not read with all rules or its options."""
    file = "/" + os.path.relpath(rule.file, root).replace(os.sep, "/")
    return (rule.title, rule.why, file, *rule[_FURTHER:])


def _long(rule: Rule) -> bool:
    """Say whether a rule has many words, and such as may lie in the vocabulary."""
    if rule.checker != "substitution":
        return False
    words = options_of(rule)[WORDS]
    return len(words) >= _LONG and "".join((*words, *words.values())).isprintable()


def words(root: str) -> dict[str, Entries]:
    """Return what the vocabulary is to hold of the rules: a table each, and that of literals."""
    rules = tuple(load_packs(root))
    wakes: dict[str, list[str]] = {}
    for rule in rules:
        for word in rule.when:
            wakes.setdefault(word, []).append(rule.id)
    literals = [(rare(word), f"{word}\t{' '.join(ids)}") for word, ids in wakes.items()]
    tables = {rule.id: written(options_of(rule)[WORDS]) for rule in rules if _long(rule)}
    return {WHEN: literals, **tables}
