"""`speechlint config show FILE`: which settings hold for a file or folder, and who says so."""

from __future__ import annotations

import os

from speechlint import __version__
from speechlint import config as configs
from speechlint.api import BASELINE, Checking, rules_for
from speechlint.commands import Exit, switches
from speechlint.merging import ADDED
from speechlint.record import NamedTuple
from speechlint.settings import KEYS, PACKAGE, inside
from speechlint.toml import dumps

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from typing import Any

    from speechlint.config import Config
    from speechlint.running import Overrides
    from speechlint.settings import Layer

DESCRIPTION = """列出对一份稿子（或一个文件夹里的稿子）有效的设置，每项从哪里来：配置文件、命令行或缺省。

引用到配置文件所在文件夹之外的，都会注明；能引用到外面的只有 extend、packs、words、facts、roster。"""
_DEFAULTS = {"preset": "default", "select": ["all"], "preview": False}
_OUTSIDE = "（在配置文件所在的文件夹之外）"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["show"], metavar="show")
    parser.add_argument(
        "path", metavar="文件或文件夹", help="一份稿子（可以还不存在），或一个文件夹"
    )
    parser.add_argument(
        "--output-format",
        choices=("text", "json"),
        default="text",
        metavar="格式",
        help="text 或 json",
    )
    switches.configure(parser)


def run(args: argparse.Namespace) -> Exit:
    path = os.path.join(args.path, "草稿.txt") if os.path.isdir(args.path) else args.path
    overrides = switches.overrides(args, [path])
    checking = Checking(overrides.base(), adjust=overrides.adjust)
    shown = _gathered(checking, overrides, path)
    if args.output_format == "json":
        import json

        table = {
            "version": 1,
            "tool": {"name": "speechlint", "version": __version__},
            "path": args.path,
            **shown._asdict(),
            "settings": [said._asdict() for said in shown.settings],
        }
        print(json.dumps(table, ensure_ascii=False, indent=2))
    else:
        _print(shown, checking.config_for(path))
    return Exit.CLEAN


class _Shown(NamedTuple):
    """What holds for a draft. `outside` are the paths that lie in no folder of a configuration."""

    files: list[str]
    root: str
    settings: list[_Said]
    outside: list[str]
    rules: list[str]
    off: list[str]
    excluded: bool
    baseline: str


def _gathered(checking: Checking, overrides: Overrides, path: str) -> _Shown:
    config = checking.config_for(path)
    said = list(_settings(config, overrides))
    known = [rule.id for rule in rules_for(config)]
    chosen = {rule.id for rule in checking.linter_for(path).rules}
    baseline = os.path.join(config.root, BASELINE)
    return _Shown(
        [layer.file for layer in reversed(config.layers)],
        config.root,
        said,
        list(dict.fromkeys(path for one in said for path in one.outside)),
        [name for name in known if name in chosen],
        [name for name in known if name not in chosen],
        configs.excluded(config, path),
        baseline if os.path.isfile(baseline) else "",
    )


def _print(shown: _Shown, config: Config) -> None:
    print(f"配置：{_files(config)}")
    print(f"相对路径从这里算起：{shown.root}")
    width = max(len(key) for key in KEYS)
    for said in shown.settings:
        remark = _OUTSIDE if said.outside else ""
        print(f"{said.key:{width}} = {dumps(said.value)}  # {said.source}{remark}")
    print(f"文件夹之外：{'、'.join(shown.outside) or '没有引用'}")
    total = len(shown.rules) + len(shown.off)
    print(f"规则：共 {total} 条，对这份稿子有效的 {len(shown.rules)} 条")
    if shown.off:
        print(f"不用的规则：{'、'.join(shown.off)}")
    if shown.excluded:
        print("这份稿子已被 exclude 排除，不检查")
    print(f"基线：{shown.baseline or '没有'}")


class _Said(NamedTuple):
    """A setting, its value, and who says so; the paths it names `outside` of the folder."""

    key: str
    value: Any
    source: str
    outside: list[str] = []  # noqa: RUF012 - a field, never changed


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
            said = [_Said(key, _DEFAULTS[key], "缺省")]
        yield from said


def _from_line(key: str, overrides: Overrides) -> Iterator[_Said]:
    value = getattr(overrides, key, None) if key in ("select", "ignore", "preset") else None
    if key == "preview" and (overrides.preview or overrides.preset == "strict"):
        value = True
    if value:
        yield _Said(key, list(value) if isinstance(value, tuple) else value, "命令行")


def _from_files(key: str, config: Config) -> Iterator[_Said]:
    """Yield what the files say of a key; of what does not add up only what has the last word."""
    layers = [layer for layer in config.layers if key in layer.table]
    if key == "extend" or key in ADDED:
        for layer in layers:
            yield _said(key, layer.table[key], layer, config)
    elif key in ("severity", "options", "per-file-ignores"):
        last = {name: layer for layer in layers for name in layer.table[key]}
        for name, layer in last.items():
            yield _Said(f'{key}."{name}"', layer.table[key][name], layer.file)
    elif layers:
        yield _said(key, layers[-1].table[key], layers[-1], config)
    elif key == "preview" and config.preset == "strict":
        yield _Said(key, True, "preset = strict")


def _said(key: str, value: Any, layer: Layer, config: Config) -> _Said:
    names: list[str] = []
    if key in ("extend", "words", "roster", "facts", "packs") or (
        key == "allow" and isinstance(value, str)
    ):
        names = [value] if isinstance(value, str) else list(value)
    outside = [name for name in names if _outside(name, layer, config)]
    paths = [name if name.startswith(PACKAGE) else layer.path(name) for name in outside]
    return _Said(key, value, layer.file, paths)


def _outside(name: str, layer: Layer, config: Config) -> bool:
    """Say whether a file that a setting names lies outside the folder of the configuration."""
    return name.startswith(PACKAGE) or not inside(layer.path(name), config.root)
