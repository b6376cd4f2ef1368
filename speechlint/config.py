"""Configuration: find it, read it, and decide which rules hold for a file.

`speechlint.toml`, or `[tool.speechlint]` in pyproject.toml, of the nearest folder above the
draft. One function, `choose`, decides for the command, the library and the server alike.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from speechlint.diagnostic import Severity
from speechlint.options import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from speechlint.rule import Rule

FILE = "speechlint.toml"


class ConfigError(ValueError):
    """A configuration that is wrong; the message is Chinese and names file and key."""


class Config(NamedTuple):
    """What holds for the drafts below `root`.

    `select` and `ignore` hold selectors: "all", a family, a kind or a rule's id. `severity`
    and `options` are per rule; `per_file_ignores` maps patterns of paths to selectors.
    Patterns are those of .gitignore, relative to `root`. `file` is empty for the defaults.
    """

    root: str = ""
    file: str = ""
    select: tuple[str, ...] = ("all",)
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = {}
    options: Mapping[str, Mapping[str, Any]] = {}
    exclude: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = {}
    preview: bool = False


_STRINGS = '字符串数组，如 ["placeholder"]'
_KEYS = {
    "select": _STRINGS,
    "ignore": _STRINGS,
    "exclude": _STRINGS,
    "severity": '表，如 { "scrape.wrap" = "info" }',
    "options": '表，如 { "numbering.gap" = { first = false } }',
    "per-file-ignores": '表，如 { "归档/*" = ["numbering"] }',
    "preview": "true 或 false",
}


def find(folder: str) -> str:
    """Return the configuration file that holds in a folder, or "" where there is none."""
    folder = os.path.abspath(folder)
    while True:
        path = os.path.join(folder, FILE)
        if os.path.isfile(path):
            return path
        project = os.path.join(folder, "pyproject.toml")
        if os.path.isfile(project) and "speechlint" in _tools(project):
            return project
        parent = os.path.dirname(folder)
        if parent == folder:
            return ""
        folder = parent


def read(path: str) -> Config:
    """Read a configuration file; raise ConfigError that names the file and the key."""
    if not _is_project(path):
        return parse(_toml(path), path)
    tools = _tools(path)
    if "speechlint" not in tools:
        raise ConfigError(f"{path}：里面没有 [tool.speechlint]")
    return parse(tools["speechlint"], path)


def parse(table: Mapping[str, Any], path: str) -> Config:
    """Check a configuration table and return what it says."""
    if not isinstance(table, dict):
        raise ConfigError(f"{path}：tool.speechlint 应是表，写作 [tool.speechlint]")
    for key, value in table.items():
        if key not in _KEYS:
            raise ConfigError(f"{path}：没有设置项 {key}{nearest(key, _KEYS)}")
        if not _fits(key, value):
            raise ConfigError(f"{path}：{key} 应是{_KEYS[key]}")
    for rule, name in table.get("severity", {}).items():
        if name not in (known := [s.value for s in Severity]):
            raise ConfigError(
                f"{path}：severity 里 {rule} 的级别“{name}”应是 {'、'.join(known)} 之一"
                f"{nearest(str(name), known)}"
            )
    return Config(
        root=os.path.dirname(os.path.abspath(path)),
        file=path,
        select=tuple(table.get("select", ("all",))),
        ignore=tuple(table.get("ignore", ())),
        severity=table.get("severity", {}),
        options=table.get("options", {}),
        exclude=tuple(table.get("exclude", ())),
        per_file_ignores={k: tuple(v) for k, v in table.get("per-file-ignores", {}).items()},
        preview=table.get("preview", False),
    )


def choose(config: Config, rules: Sequence[Rule], path: str = "") -> list[Rule]:
    """Return the rules that hold for a file, with their severity and options set.

    Raise ConfigError for a selector or a rule that there is not.
    """
    _know_all(config, rules)
    ignore = [*config.ignore]
    for pattern, selectors in config.per_file_ignores.items():
        if path and _matches((pattern,), config, path):
            ignore += selectors
    chosen = [r for r in rules if _on(r, config, ignore)]
    return [_adjusted(r, config) for r in chosen]


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
    if rule.preview and not config.preview and rule.id not in config.select:
        return False
    selected = max((_exactness(rule, s) for s in config.select), default=0)
    ignored = max((_exactness(rule, s) for s in ignore), default=0)
    return selected > ignored


def _exactness(rule: Rule, selector: str) -> int:
    """Return how exactly a selector names a rule, 0 where it does not."""
    if selector == rule.id or selector in rule.aliases:
        return 4
    names = ("all", rule.family, rule.kind)
    return names.index(selector) + 1 if selector in names else 0


def _know_all(config: Config, rules: Sequence[Rule]) -> None:
    where = f"{config.file}：" if config.file else ""
    ids = {name for r in rules for name in (r.id, *r.aliases)}
    known = {"all", *ids, *(r.family for r in rules), *(r.kind for r in rules)}
    ignored = [s for selectors in config.per_file_ignores.values() for s in selectors]
    for selector in (*config.select, *config.ignore, *ignored):
        if selector not in known:
            raise ConfigError(f"{where}没有规则或规则族 {selector}{nearest(selector, known)}")
    for rule in (*config.severity, *config.options):
        if rule not in ids:
            # [options.numbering.gap] without quotes is a table inside a table
            quoted = '，规则名要加英文引号，如 [options."numbering.gap"]'
            hint = quoted if rule in known else nearest(rule, ids)
            raise ConfigError(f"{where}没有规则 {rule}{hint}")


def _adjusted(rule: Rule, config: Config) -> Rule:
    for name in (rule.id, *rule.aliases):
        if name in config.severity:
            rule = rule._replace(severity=Severity(config.severity[name]))
        if name in config.options:
            options = {**rule.options, **config.options[name]}
            # What the rule file knew of its literals need not hold for other options.
            rule = rule._replace(options=options, when=())
    return rule


def _fits(key: str, value: Any) -> bool:
    if key == "preview":
        return isinstance(value, bool)
    if key in ("select", "ignore", "exclude"):
        return _strings(value)
    if not isinstance(value, dict):
        return False
    test = {
        "severity": lambda v: isinstance(v, str),
        "options": lambda v: isinstance(v, dict),
        "per-file-ignores": _strings,
    }[key]
    return all(test(v) for v in value.values())


def _strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) for v in value)


def _is_project(path: str) -> bool:
    return os.path.basename(path) == "pyproject.toml"


def _tools(path: str) -> Mapping[str, Any]:
    if "[tool.speechlint" not in _text(path, errors="replace"):
        return {}  # others' files are not ours to judge
    tools = _toml(path).get("tool", {})
    return tools if isinstance(tools, dict) else {}


def _toml(path: str) -> Mapping[str, Any]:
    from speechlint.toml import TomlError, loads

    try:
        return loads(_text(path))
    except TomlError as error:
        raise ConfigError(f"{path}：{error}") from error


def _text(path: str, errors: str = "strict") -> str:
    try:
        with open(path, encoding="utf-8-sig", errors=errors) as stream:
            return stream.read()
    except OSError as error:
        from speechlint.oserrors import reason

        raise ConfigError(f"{path}：读不到这个配置文件（{reason(error)}）") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}：配置文件应是 UTF-8 编码，请另存为 UTF-8") from error
