"""What an office keeps beside its configuration: strings to allow, words, people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.settings import ConfigError, fault

if TYPE_CHECKING:
    from speechlint.settings import Layer


def allowed(layer: Layer, name: str) -> list[str]:
    """Return the strings of an allow file: one a line, `#` begins a comment.

    UTF-8 or GBK. Raise ConfigError where the file cannot be read.
    """
    text = read_text(layer.path(name), layer.file, "allow")
    lines = (line.strip() for line in text.replace("\r", "\n").split("\n"))
    return [line for line in lines if line and not line.startswith("#")]


def read_text(path: str, config: str, key: str) -> str:
    """Return the text of a file that a configuration names; raise ConfigError."""
    from speechlint.reading import ReadError, decode

    try:
        return decode(read_bytes(path, config, key)).text
    except ReadError as error:
        raise ConfigError(f"{path}：{error}") from error


def read_bytes(path: str, config: str, key: str) -> bytes:
    """Return the bytes of a file that a configuration names; raise ConfigError."""
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except OSError as error:
        from speechlint.oserrors import reason

        raise fault(config, [key], f"{key}：读不到 {path}（{reason(error)}）") from error
