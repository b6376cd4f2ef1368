"""Which rules hold for a file: the one place that decides, for command, library and server."""

from __future__ import annotations

import os

from speechlint.diagnostic import OFF, Severity
from speechlint.light import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    from speechlint.config import Config
    from speechlint.rule import Rule

    Given = Callable[[str, Config], Mapping[str, Any]]

# What holds a configuration: a file of ours, or a table in another's.
FILE = "speechlint.toml"
PROJECT = "pyproject.toml"
_ALL = ("all",)  # what is selected where nothing is said


def choose(
    config: Config, rules: Sequence[Rule], path: str = "", given: Given | None = None
) -> list[Rule]:
    """Return the rules that hold for a file, with their severity and options set.

    `given` stands in for `house.options_for`. Raise ConfigError for a selector or a rule that
    there is not.
    """
    named = config.ignore or config.severity or config.options or config.per_file_ignores
    if named or config.select != _ALL:
        from speechlint.judging import judge

        judge(config, rules)
    ignore = [*config.ignore]
    for pattern, selectors in config.per_file_ignores.items():
        if path and _matches((pattern,), config, path):
            ignore += selectors
    chosen = [_adjusted(r, config, given) for r in rules if _on(r, config, ignore)]
    if config.preset == "quiet":
        return [r for r in chosen if r.severity is Severity.ERROR]
    return chosen


def selects(selector: str, rule: Rule) -> bool:
    """Say whether a selector names a rule, exactly or by its family or kind."""
    return _exactness(rule, selector) > 0


def excluded(config: Config, path: str) -> bool:
    """Say whether `exclude` names the file."""
    return bool(config.exclude) and _matches(config.exclude, config, path)


def _matches(patterns: tuple[str, ...], config: Config, path: str) -> bool:
    """Say whether a path fits one of the patterns, read as .gitignore reads them."""
    try:
        relative = os.path.relpath(os.path.abspath(path), config.root or os.curdir)
    except ValueError:  # on another drive
        return False
    try:
        spec = _spec(patterns)
    except ValueError as error:
        from speechlint.errors import ConfigError

        names = "、".join(patterns)
        where = f"{config.file}：" if config.file else ""
        raise ConfigError(f"{where}不认识文件名的写法 {names}，写法同 .gitignore") from error
    return not relative.startswith(os.pardir + os.sep) and spec.match_file(
        relative.replace(os.sep, "/")
    )


@cache
def _spec(patterns: tuple[str, ...]) -> Any:
    from pathspec import GitIgnoreSpec  # 60 ms: only where there are patterns

    return GitIgnoreSpec.from_lines(patterns)


def _on(rule: Rule, config: Config, ignore: Iterable[str]) -> bool:
    """Let the more exact selector win; of two equally exact ones the one that ignores."""
    if config.severity:
        names = (rule.id, *rule.aliases)
        if any(config.severity.get(name) == OFF for name in names):
            return False
    if rule.needs and not getattr(config, rule.needs) and rule.id not in config.options:
        return False
    if rule.preview and not config.preview and rule.id not in config.select:
        return False
    if config.select == _ALL and not ignore:
        return True
    return _closest(rule, config.select) > _closest(rule, ignore)


def _closest(rule: Rule, selectors: Iterable[str]) -> int:
    return max([_exactness(rule, s) for s in selectors], default=0) if selectors else 0


def _exactness(rule: Rule, selector: str) -> int:
    """Return how exactly a selector names a rule, 0 where it does not."""
    if selector == "all":
        return 1
    if selector == rule.id or selector in rule.aliases:
        return 4
    names = (rule.family, rule.kind)
    return names.index(selector) + 2 if selector in names else 0


def _adjusted(rule: Rule, config: Config, given: Given | None) -> Rule:
    if rule.needs and getattr(config, rule.needs):
        if given is None:
            from speechlint import house

            given = house.options_for
        found = given(rule.needs, config)
        filled = {key: found.get(key, value) for key, value in rule.options.items()}
        rule = rule._replace(options=filled, when=())
    if not (config.severity or config.options):
        return rule
    from speechlint.judging import judge_options

    for name in (rule.id, *rule.aliases):
        if name in config.severity:
            rule = rule._replace(severity=Severity(config.severity[name]))
        if name in config.options:
            judge_options(name, config)
            options = {**rule.options, **config.options[name]}
            # What the rule file knew of its literals need not hold for other options.
            rule = rule._replace(options=options, when=())
    return rule
