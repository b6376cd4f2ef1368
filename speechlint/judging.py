"""What a configuration or a command line says of rules is judged: whether there are such."""

from __future__ import annotations

from speechlint.errors import ConfigError, OptionError
from speechlint.options import nearest
from speechlint.settings import fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from speechlint.config import Config
    from speechlint.rule import Rule


def know(selectors: Iterable[str], rules: Sequence[Rule]) -> None:
    """Raise ConfigError for a selector that names no rule."""
    known = selectable(rules)
    for selector in selectors:
        if selector not in known:
            raise ConfigError(_no_such(selector, known))


def _no_such(selector: str, known: set[str]) -> str:
    return f"没有规则或规则族 {selector}{nearest(selector, known)}"


def selectable(rules: Iterable[Rule]) -> set[str]:
    """Return every word that may select rules."""
    return {"all"}.union(*((r.id, r.family, r.kind, *r.aliases) for r in rules))


def judge(config: Config, rules: Sequence[Rule]) -> None:
    """Raise ConfigError for a selector or a rule, wherever a configuration names it, that there is not."""
    asked = [(keys, selector) for keys, selector in _selectors(config) if selector != "all"]
    if not (asked or config.severity or config.options):
        return
    known = selectable(rules)
    for keys, selector in asked:
        if selector not in known:
            file = _file_of(config, *keys, selector)
            raise fault(file, [*keys, selector], _no_such(selector, known))
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


def judge_options(name: str, config: Config) -> None:
    """Raise ConfigError where an expression that the user wrote may take too long."""
    from speechlint.linearity import refuse

    try:
        refuse(config.options[name])
    except OptionError as error:
        raise ConfigError(f'{config.file or "设置"}：options."{name}"：{error}') from error
