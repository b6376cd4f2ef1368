"""`speechlint config show FILE`: which settings hold for a file, and who says so."""

from __future__ import annotations

import os

from speechlint import config as configs
from speechlint.api import BASELINE, Checking, rules_for
from speechlint.commands import Exit, switches
from speechlint.merging import ADDED
from speechlint.record import NamedTuple
from speechlint.settings import KEYS, PACKAGE
from speechlint.toml import dumps

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from typing import Any

    from speechlint.config import Config
    from speechlint.running import Overrides
    from speechlint.settings import Layer

DESCRIPTION = """列出对一份稿子有效的设置，每项从哪里来（配置文件、命令行或缺省）。

引用到配置文件所在文件夹之外的，都会注明。"""
_DEFAULTS = {"preset": "default", "select": ["all"], "preview": False}
_OUTSIDE = "（在配置文件所在的文件夹之外）"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["show"], metavar="show")
    parser.add_argument("path", metavar="文件", help="一份稿子（可以还不存在）")
    switches.configure(parser)


def run(args: argparse.Namespace) -> Exit:
    overrides = switches.overrides(args, [args.path])
    checking = Checking(overrides.base(), adjust=overrides.adjust)
    config = checking.config_for(args.path)
    linter = checking.linter_for(args.path)
    print(f"配置：{_files(config)}")
    print(f"相对路径从这里算起：{config.root}")
    width = max(len(key) for key in KEYS)
    for said in _settings(config, overrides):
        print(f"{said.key:{width}} = {said.value}  # {said.source}{said.remark}")
    known = rules_for(config)
    print(f"规则：共 {len(known)} 条，对这份稿子有效的 {len(linter.rules)} 条")
    chosen = {rule.id for rule in linter.rules}
    off = [rule.id for rule in known if rule.id not in chosen]
    if off:
        print(f"不用的规则：{'、'.join(off)}")
    if configs.excluded(config, args.path):
        print("这份稿子已被 exclude 排除，不检查")
    baseline = os.path.join(config.root, BASELINE)
    print(f"基线：{baseline if os.path.isfile(baseline) else '没有'}")
    return Exit.CLEAN


class _Said(NamedTuple):
    """A setting, its value as TOML, and who says so."""

    key: str
    value: str
    source: str
    remark: str = ""


def _files(config: Config) -> str:
    if not config.file:
        return "没有配置文件，都用缺省值"
    own = "（用户配置）" if config.file == configs.user_file() else ""
    return " ← ".join(layer.file for layer in reversed(config.layers)) + own


def _settings(config: Config, overrides: Overrides) -> Iterator[_Said]:
    """Yield every setting that holds, in the order of the manual."""
    for key in KEYS:
        said = list(_from_line(key, overrides))
        if not said or key == "ignore":
            said = [*_from_files(key, config), *said]
        if not said and key in _DEFAULTS:
            said = [_Said(key, dumps(_DEFAULTS[key]), "缺省")]
        yield from said


def _from_line(key: str, overrides: Overrides) -> Iterator[_Said]:
    value = getattr(overrides, key, None) if key in ("select", "ignore", "preset") else None
    if key == "preview" and (overrides.preview or overrides.preset == "strict"):
        value = True
    if value:
        yield _Said(key, dumps(value), "命令行")


def _from_files(key: str, config: Config) -> Iterator[_Said]:
    """Yield what the files say of a key; of what does not add up only what has the last word."""
    layers = [layer for layer in config.layers if key in layer.table]
    if key == "extend" or key in ADDED:
        for layer in layers:
            yield _said(key, layer.table[key], layer, config)
    elif key in ("severity", "options", "per-file-ignores"):
        last = {name: layer for layer in layers for name in layer.table[key]}
        for name, layer in last.items():
            yield _Said(f'{key}."{name}"', dumps(layer.table[key][name]), layer.file)
    elif layers:
        yield _said(key, layers[-1].table[key], layers[-1], config)
    elif key == "preview" and config.preset == "strict":
        yield _Said(key, "true", "preset = strict")


def _said(key: str, value: Any, layer: Layer, config: Config) -> _Said:
    names: list[str] = []
    if key in ("extend", "words", "roster", "facts", "packs") or (
        key == "allow" and isinstance(value, str)
    ):
        names = [value] if isinstance(value, str) else list(value)
    outside = any(_outside(name, layer, config) for name in names)
    return _Said(key, dumps(value), layer.file, _OUTSIDE if outside else "")


def _outside(name: str, layer: Layer, config: Config) -> bool:
    """Say whether a file that a setting names lies outside the folder of the configuration."""
    if name.startswith(PACKAGE):
        return True
    root = os.path.realpath(config.root)
    path = os.path.realpath(layer.path(name))
    return path != root and not path.startswith(root.rstrip(os.sep) + os.sep)
