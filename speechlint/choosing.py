"""Which rules hold for a file: the one place that decides, for command, library and server."""

from __future__ import annotations

import os

from speechlint.diagnostic import Severity
from speechlint.light import cache
from speechlint.options import OptionError, nearest
from speechlint.settings import OFF, ConfigError, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from speechlint.config import Config
    from speechlint.rule import Rule

    Given = Callable[[str, Config], Mapping[str, Any]]

_ALL = ("all",)  # what is selected where nothing is said


def choose(
    config: Config, rules: Sequence[Rule], path: str = "", given: Given | None = None
) -> list[Rule]:
    """Return the rules that hold for a file, with their severity and options set.

    `given` stands in for `house.options_for`. Raise ConfigError for a selector or a rule that
    there is not.
    """
    _know_all(config, rules)
    ignore = [*config.ignore]
    for pattern, selectors in config.per_file_ignores.items():
        if path and _matches((pattern,), config, path):
            ignore += selectors
    chosen = [_adjusted(r, config, given) for r in rules if _on(r, config, ignore)]
    if config.preset == "quiet":
        return [r for r in chosen if r.severity is Severity.ERROR]
    return chosen


def know(selectors: Iterable[str], rules: Sequence[Rule]) -> None:
    """Raise ConfigError for a selector that names no rule."""
    known = selectable(rules)
    for selector in selectors:
        if selector not in known:
            raise ConfigError(f"没有规则或规则族 {selector}{nearest(selector, known)}")


def selectable(rules: Iterable[Rule]) -> set[str]:
    """Return every word that may select rules."""
    return {"all"}.union(*((r.id, r.family, r.kind, *r.aliases) for r in rules))


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


def _know_all(config: Config, rules: Sequence[Rule]) -> None:
    asked = [(keys, selector) for keys, selector in _selectors(config) if selector != "all"]
    if not (asked or config.severity or config.options):
        return
    known = selectable(rules)
    for keys, selector in asked:
        if selector not in known:
            message = f"没有规则或规则族 {selector}{nearest(selector, known)}"
            raise fault(_file_of(config, *keys, selector), [*keys, selector], message)
    ids = {name for r in rules for name in (r.id, *r.aliases)}
    for key in ("severity", "options"):
        for rule in getattr(config, key):
            if rule not in ids:
                # [options.numbering.gap] without quotes is a table inside a table
                quoted = f'，规则名要加英文引号，如 [{key}."numbering.gap"]'
                hint = quoted if rule in known else nearest(rule, ids)
                file = _file_of(config, key, rule)
                raise fault(file, [key, rule], f"没有规则 {rule}{hint}")


def _selectors(config: Config) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each selector after the keys under which it stands."""
    yield from ((("select",), s) for s in config.select)
    yield from ((("ignore",), s) for s in config.ignore)
    for pattern, selectors in config.per_file_ignores.items():
        yield from ((("per-file-ignores", pattern), s) for s in selectors)


def _file_of(config: Config, *keys: str) -> str:
    """Return the file that says so: of nested keys, or of a word in a list."""
    for layer in reversed(config.layers):
        found: Any = layer.table
        for key in keys:
            if key not in found:
                break
            found = found[key] if isinstance(found, dict) else ()
        else:
            return str(layer.file)
    return "" if config.layers else config.file


def _judge(name: str, config: Config) -> None:
    """Raise ConfigError where an expression that the user wrote may take too long."""
    from speechlint.linearity import refuse

    try:
        refuse(config.options[name])
    except OptionError as error:
        raise ConfigError(f'{config.file or "设置"}：options."{name}"：{error}') from error


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
    for name in (rule.id, *rule.aliases):
        if name in config.severity:
            rule = rule._replace(severity=Severity(config.severity[name]))
        if name in config.options:
            _judge(name, config)
            options = {**rule.options, **config.options[name]}
            # What the rule file knew of its literals need not hold for other options.
            rule = rule._replace(options=options, when=())
    return rule
