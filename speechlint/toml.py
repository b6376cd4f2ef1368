"""TOML → a table, its errors in Chinese."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

# How tomli's messages begin, and what they mean to whoever wrote the file.
_REASONS = (
    ("Invalid value", "值写得不对，字符串要用英文引号括起来"),
    ("Expected '='", "名称后面少了等号"),
    ("Invalid initial character", "名称只能用英文字母、数字、- 和 _，别的要用英文引号括起来"),
    ("Invalid statement", "这一行不是“名称 = 值”，也不是 [表名]；中文名称要用英文引号括起来"),
    ("Expected newline", "一个值之后要换行"),
    ("Expected ']", "方括号没有成对"),
    ("Unclosed array", "方括号没有成对，或各项之间少了逗号"),
    ("Unclosed inline table", "花括号没有成对，或各项之间少了逗号"),
    ("Unterminated string", "引号没有成对"),
    ('Expected "', "引号没有成对"),
    ("Illegal character", "引号没有成对，或字符串里有不能直接写的字符"),
    ("Unescaped", "双引号里的反斜线要写成两个，或改用单引号"),
    ("Cannot declare", "同一个表写了两次"),
    ("Cannot overwrite", "同一个名称写了两次"),
    ("Cannot mutate", "同一个名称写了两次"),
    ("Duplicate inline table key", "同一个名称写了两次"),
)


class TomlError(ValueError):
    """A text that is not TOML; the message is Chinese and says where and why."""


def loads(source: str, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """Return the table of a text; `parse_float` makes its decimals. Raise TomlError."""
    import tomli  # compiled, where tomllib is not: five times as fast

    try:
        return tomli.loads(source, parse_float=parse_float)
    except tomli.TOMLDecodeError as error:
        why = next((w for start, w in _REASONS if error.msg.startswith(start)), error.msg)
        if error.msg == "Invalid value" and error.pos == len(source):
            why = "值没有写完"
        raise TomlError(
            f"第 {error.lineno} 行第 {error.colno} 列不合 TOML 的写法：{why}"
        ) from error


def dumps(value: Any) -> str:
    """Write a value as TOML does, in one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(k)} = {dumps(v)}" for k, v in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(dumps, value)) + "]"
    return _quoted(value) if isinstance(value, str) else str(value)


def _key(name: str) -> str:
    bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if bare else _quoted(name)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
