"""The options that say which rules hold; the same for every command that checks."""

from __future__ import annotations

import os

from speechlint import config as configs
from speechlint.api import Checking, builtin_rules, rules_for
from speechlint.running import Overrides

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from speechlint.rule import Rule


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    from speechlint.settings import PRESETS

    add = parser.add_argument
    add("--select", action="append", metavar="规则", help="只用这些规则或规则族，逗号分隔")
    add("--ignore", action="append", metavar="规则", help="不用这些规则或规则族，逗号分隔")
    add("--config", metavar="文件", help="用这个配置文件，不再查找")
    add(
        "--preset",
        choices=PRESETS,
        help="松紧：quiet 只报错误，strict 连试行的规则也用",
    )
    add("--preview", action="store_true", help="也用试行的规则")


def overrides(args: argparse.Namespace, paths: Iterable[str], baseline: str = "use") -> Overrides:
    """Return what the command line says of the rules.

    Raise ConfigError for a rule that neither speechlint nor a pack of these paths has: that is
    said once, not for each file.
    """
    found = Overrides(
        select=split(args.select),
        ignore=split(args.ignore),
        preview=args.preview,
        config=args.config or "",
        preset=args.preset or "",
        baseline=baseline,
    )
    if base := found.base():
        configs.choose(found.adjust(base), rules_for(base))
        return found
    if words := (*found.select, *found.ignore):
        _know(words, paths)
    return found


def _know(words: Iterable[str], paths: Iterable[str]) -> None:
    from speechlint.errors import ConfigError
    from speechlint.judging import know

    try:
        know(words, builtin_rules())
    except ConfigError:
        know(words, _rules_at(paths))


def split(values: Sequence[str] | None) -> tuple[str, ...]:
    """Return the words of options that may be given several times, or with commas."""
    return tuple(w for value in values or () for word in value.split(",") if (w := word.strip()))


def count(word: str) -> int:
    """Return a number of processes; raise argparse's error."""
    from argparse import ArgumentTypeError

    if not word.isdecimal():
        raise ArgumentTypeError(f"应是不小于 0 的整数，不是 {word!r}")
    return int(word)


def _rules_at(paths: Iterable[str]) -> list[Rule]:
    """Return the rules that there are for some of the paths."""
    from speechlint.errors import ConfigError

    rules = {rule.id: rule for rule in builtin_rules()}
    checking = Checking()
    for path in paths:
        inside = os.path.join(path, configs.FILE) if os.path.isdir(path) else path
        try:
            rules |= {rule.id: rule for rule in rules_for(checking.config_for(inside))}
        except ConfigError:
            continue  # told with its file
    return list(rules.values())
