"""Change a configuration file the way a careful person would: one word added, all else as it was."""

from __future__ import annotations

import os
from typing import Any

from speechlint.errors import ConfigError, ReadError
from speechlint.reading import decode
from speechlint.toml import TomlError, loads
from speechlint.writing import replace_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.config import Config

_TOOL = "pyproject.toml"


def add(file: str, key: str, word: str) -> None:
    """Add a word to a list of a configuration file, which is made where it is not there.

    Comments, order and line ends stay. Raise ConfigError where that cannot be done.
    """
    if not os.path.exists(file):
        _write(file, f'{key} = ["{_escaped(word)}"]\n'.encode())
        return
    try:
        decoded = decode(_read(file))
        text = _with(decoded.text, os.path.basename(file) == _TOOL, key, word)
        _write(file, decoded.encode(text))
    except (ReadError, TomlError) as error:
        raise ConfigError(f"{file}：{error}") from error


def _with(source: str, nested: bool, key: str, word: str) -> str:  # noqa: FBT001
    """Return a TOML text with a word added to one of its lists."""
    wanted = loads(source)
    place: dict[str, Any] = wanted["tool"]["speechlint"] if nested else wanted
    words = place.get(key, [])
    if not isinstance(words, list):
        raise TomlError(f"{key} 不是列表，请自己加上 {word}")
    if word in words:
        return source
    place[key] = [*words, word]

    import tomlkit

    document = tomlkit.parse(source)
    table: Any = document
    if nested:
        table = document["tool"]["speechlint"]
    if key in table:
        table[key].append(word)
    else:
        table[key] = [word]
    text = tomlkit.dumps(document)
    if loads(text) != wanted:
        raise TomlError(f"改不了 {key}，请自己在里面加上 {word}")
    return text


def allow(config: Config, file: str, word: str) -> str:
    """Add a word to the allow list of a configuration; return the file that was changed.

    Raise ConfigError.
    """
    last = config.layers[-1] if config.layers else None
    listed = last.table.get("allow") if last else None
    if last is None or not isinstance(listed, str):
        add(file, "allow", word)
        return file
    path = last.path(listed)
    try:
        decoded = decode(_read(path))
        end = "" if not decoded.text or decoded.text.endswith(("\n", "\r")) else "\n"
        _write(path, decoded.encode(f"{decoded.text}{end}{word}\n"))
    except ReadError as error:
        raise ConfigError(f"{path}：{error}") from error
    return path


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace('"', '\\"')


def _read(file: str) -> bytes:
    try:
        with open(file, "rb") as stream:
            return stream.read()
    except OSError as error:
        raise _fault(file, "读不到", error) from error


def _write(file: str, data: bytes) -> None:
    try:
        replace_file(file, data)
    except OSError as error:
        raise _fault(file, "写不进去", error) from error


def _fault(file: str, what: str, error: OSError) -> ConfigError:
    from speechlint.oserrors import reason

    return ConfigError(f"{file}：{what}（{reason(error)}）")
