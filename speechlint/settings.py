"""What a configuration file may say."""

from __future__ import annotations

import os

from speechlint.diagnostic import OFF, Severity
from speechlint.errors import ConfigError
from speechlint.options import nearest
from speechlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

PRESETS = ("default", "strict", "quiet")
LEVELS = (*(s.value for s in Severity), OFF)
_STRINGS = '字符串数组，如 ["placeholder"]'
KEYS: Mapping[str, str] = {
    "extend": '字符串，如 "../common/speechlint.toml" 或 "package:包名/speechlint.toml"',
    "preset": '"default"、"strict"、"quiet" 之一',
    "select": _STRINGS,
    "ignore": _STRINGS,
    "exclude": '字符串数组，如 ["归档/"]',
    "allow": '字符串数组，如 ["X政务"]，或文件名，如 "allow.txt"',
    "words": '文件名，如 "house.csv"',
    "roster": '文件名，如 "people.csv"',
    "facts": '文件名，如 "facts.csv" 或 "facts.toml"',
    "packs": '字符串数组，如 ["house/"]',
    "severity": '表，如 { "scrape.wrap" = "info" }',
    "options": '表，如 { "numbering.gap" = { first = false } }',
    "per-file-ignores": '表，如 { "归档/*" = ["numbering"] }',
    "preview": " true 或 false",
}
PACKAGE = "package:"


class Layer(NamedTuple):
    """A configuration file, and the table in it."""

    file: str
    table: Mapping[str, Any]

    def path(self, name: str) -> str:
        """Return a path that the file names, as seen from the file; ~ is the user's folder."""
        folder = os.path.dirname(os.path.abspath(self.file))
        return os.path.normpath(os.path.join(folder, os.path.expanduser(name)))


def inside(path: str, folder: str) -> bool:
    """Say whether a path lies in a folder, wherever links lead."""
    root, real = os.path.realpath(folder), os.path.realpath(path)
    return real == root or real.startswith(root.rstrip(os.sep) + os.sep)


def fault(file: str, keys: Sequence[str], message: str) -> ConfigError:
    """Return the error for a key of a file, with its line where it can be found."""
    line = _line(file, keys) if file else 0
    where = f"{file}：第 {line} 行：" if line else f"{file}：" if file else ""
    return ConfigError(where + message)


def _line(file: str, keys: Iterable[str]) -> int:
    """Return the line on which the last of nested keys stands, 0 where it is not found."""
    try:
        with open(file, encoding="utf-8-sig", errors="replace") as stream:
            text = stream.read()
    except OSError:
        return 0
    import re

    text = re.sub(r"(?m)^[ \t]*#.*$", lambda m: " " * len(m[0]), text)
    at = max(text.find("[tool.speechlint"), 0)
    line = 0
    for key in keys:
        if found := re.compile(rf"(?<![\w.\-]){re.escape(key)}(?![\w\-])").search(text, at):
            at = found.start()
            line = text.count("\n", 0, at) + 1
    return line


def check(layer: Layer) -> None:
    """Raise ConfigError for a key that there is not, or a value of the wrong type."""
    file, table = layer
    if not isinstance(table, dict):
        raise fault(file, ["tool.speechlint"], "tool.speechlint 应是表，写作 [tool.speechlint]")
    for key, value in table.items():
        if key not in KEYS:
            hint = "，设置直接写，不要放在 [tool.speechlint] 下面" if key == "tool" else ""
            raise fault(file, [key], f"没有设置项 {key}{hint or nearest(key, KEYS)}")
        if not _fits(key, value):
            raise fault(file, [key], f"{key} 应是{KEYS[key]}")
    if (preset := table.get("preset", "default")) not in PRESETS:
        close = nearest(preset, PRESETS)
        raise fault(file, ["preset"], f"preset “{preset}”应是{KEYS['preset']}{close}")
    for rule, name in table.get("severity", {}).items():
        if name not in LEVELS:
            known = f"{'、'.join(LEVELS)} 之一{nearest(str(name), LEVELS)}"
            message = f"severity 里 {rule} 的级别“{name}”应是 {known}"
            raise fault(file, ["severity", rule], message)


def _fits(key: str, value: Any) -> bool:
    if key == "preview":
        return isinstance(value, bool)
    if key == "allow":
        return isinstance(value, str) or strings(value)
    if key in ("extend", "preset", "words", "roster", "facts"):
        return isinstance(value, str) and value != ""
    if key in ("select", "ignore", "exclude", "packs"):
        return strings(value)
    if not isinstance(value, dict):
        return False
    if key == "options":
        return all(isinstance(v, dict) for v in value.values())
    return key == "severity" or all(strings(v) for v in value.values())


def strings(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and all(isinstance(v, str) for v in value)
