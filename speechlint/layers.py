"""Configuration files: read one, and those that it extends."""

from __future__ import annotations

import os
from codecs import BOM_UTF8

from speechlint.choosing import FILE, PROJECT
from speechlint.errors import ConfigError
from speechlint.settings import PACKAGE, Layer, check, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


def chain(first: Layer) -> tuple[Layer, ...]:
    """Return the layers that hold together, checked; the one given is the last.

    Raise ConfigError for one that is wrong or missing, or a chain that comes back to itself.
    """
    layers = [first]
    check(first)
    while name := layers[-1].table.get("extend"):
        file = _extended(layers[-1], name)
        seen = [os.path.realpath(layer.file) for layer in layers]
        if os.path.realpath(file) in seen:
            circle = " → ".join([*(layer.file for layer in layers), file])
            raise fault(layers[-1].file, ["extend"], f"extend 绕成了圈：{circle}，请去掉其中一个")
        layers.append(load(file))
        check(layers[-1])
    return tuple(reversed(layers))


def _extended(layer: Layer, name: str) -> str:
    """Return the file that an `extend` means."""
    if name.startswith(PACKAGE):
        from speechlint.installed import locate

        try:
            file = locate(name)
        except LookupError as error:
            raise fault(layer.file, ["extend"], f"extend：{error}") from error
    else:
        file = layer.path(name)
    if os.path.isdir(file):
        file = os.path.join(file, FILE)
    if not os.path.isfile(file):
        raise fault(
            layer.file,
            ["extend"],
            f"extend：没有文件 {file}；“{name}”要从这个配置文件所在的文件夹算起",
        )
    return file


def load(file: str) -> Layer:
    """Read a configuration file; raise ConfigError. What it says is not checked yet."""
    if os.path.basename(file) != PROJECT:
        return Layer(file, _toml(file))
    tools = _tools(file)
    if "speechlint" not in tools:
        raise ConfigError(f"{file}：里面没有 [tool.speechlint]")
    return Layer(file, tools["speechlint"])


def configures(project: str) -> bool:
    """Say whether a pyproject.toml has a [tool.speechlint]; raise ConfigError."""
    return "speechlint" in _tools(project)


def _tools(path: str) -> Mapping[str, Any]:
    if b"[tool.speechlint" not in _bytes(path):
        return {}  # others' files are not ours to judge
    tools = _toml(path).get("tool", {})
    return tools if isinstance(tools, dict) else {}


def _toml(path: str) -> Mapping[str, Any]:
    from speechlint.toml import TomlError, loads

    try:
        return loads(_text(path))
    except TomlError as error:
        raise ConfigError(f"{path}：{error}") from error


def _text(path: str) -> str:
    try:
        return (
            _bytes(path).removeprefix(BOM_UTF8).decode().replace("\r\n", "\n").replace("\r", "\n")
        )
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}：配置文件应是 UTF-8 编码，请另存为 UTF-8") from error


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except OSError as error:
        from speechlint.oserrors import reason

        raise ConfigError(f"{path}：读不到这个配置文件（{reason(error)}）") from error
