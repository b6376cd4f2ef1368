"""Configuration: find it, read it, and decide which rules hold for a file.

`speechlint.toml`, or `[tool.speechlint]` in pyproject.toml, of the nearest folder above the
draft; where there is none, the user's own. One function, `choose`, decides for the command,
the library and the server alike.
"""

from __future__ import annotations

import os
import sys

from speechlint.choosing import FILE, PROJECT, choose, excluded, selects
from speechlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from speechlint.settings import Layer

__all__ = [
    "FILE",
    "Config",
    "choose",
    "excluded",
    "find",
    "parse",
    "read",
    "selects",
    "user_file",
]


class Config(NamedTuple):
    """What holds for the drafts below `root`.

    `select` and `ignore` hold selectors: "all", a family, a kind or a rule's id. `severity`
    and `options` are per rule; `per_file_ignores` maps patterns of paths to selectors.
    Patterns are those of .gitignore, relative to `root`. `allow` are strings inside which
    nothing is reported; `words`, `roster`, `facts` and `packs` are paths ("package:NAME" for a pack
    that is installed). `file` is empty for the defaults; `layers` are the files that were
    read, what is extended before what extends it.
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
    preset: str = "default"
    allow: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    roster: str = ""
    facts: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    layers: tuple[Layer, ...] = ()


def find(folder: str) -> str:
    """Return the configuration file that holds in a folder, or "" where there is none."""
    folder = os.path.abspath(folder)
    while True:
        path = os.path.join(folder, FILE)
        if os.path.isfile(path):
            return path
        project = os.path.join(folder, PROJECT)
        if os.path.isfile(project) and _configures(project):
            return project
        parent = os.path.dirname(folder)
        if parent == folder:
            break
        folder = parent
    user = user_file()
    return user if os.path.isfile(user) else ""


def _configures(project: str) -> bool:
    """Say whether a pyproject.toml has a [tool.speechlint]; raise ConfigError."""
    try:
        with open(project, "rb") as stream:
            if b"[tool.speechlint" not in stream.read():
                return False  # others' files are not ours to judge
    except OSError:
        pass  # told by whoever reads it
    from speechlint.layers import configures

    return configures(project)


def user_file() -> str:
    """Return where the user's own configuration is looked for."""
    if sys.platform == "win32":
        folder = os.environ.get("APPDATA") or "~/AppData/Roaming"
    elif sys.platform == "darwin":
        folder = "~/Library/Application Support"
    else:
        folder = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    return os.path.join(os.path.expanduser(folder), "speechlint", FILE)


def read(path: str) -> Config:
    """Read a configuration file and those it extends.

    Raise ConfigError that names the file, the line and the key.
    """
    from speechlint.layers import chain, load

    return _joined(chain(load(path)))


def parse(table: Mapping[str, Any], path: str) -> Config:
    """Check a configuration table and return what it says, with what it extends."""
    from speechlint.layers import chain
    from speechlint.settings import Layer

    return _joined(chain(Layer(path, table)))


def _joined(layers: tuple[Layer, ...]) -> Config:
    from speechlint.merging import merged

    file = layers[-1].file
    table = merged(layers)
    # The user's own file speaks of all drafts: paths count from where one works.
    root = os.getcwd() if file == user_file() else os.path.dirname(os.path.abspath(file))
    preset = table.get("preset", "default")
    return Config(
        root=root,
        file=file,
        select=tuple(table.get("select", ("all",))),
        ignore=tuple(table.get("ignore", ())),
        severity=table.get("severity", {}),
        options=table.get("options", {}),
        exclude=tuple(table.get("exclude", ())),
        per_file_ignores={k: tuple(v) for k, v in table.get("per-file-ignores", {}).items()},
        preview=table.get("preview", preset == "strict"),
        preset=preset,
        allow=tuple(table.get("allow", ())),
        words=tuple(table.get("words", ())),
        roster=table.get("roster", ""),
        facts=tuple(table.get("facts", ())),
        packs=tuple(table.get("packs", ())),
        layers=layers,
    )
