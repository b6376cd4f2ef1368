"""The reference of settings, from what the program accepts and what `speechlint init` says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechlint import merging, settings
from speechlint.commands.init import TEMPLATE
from speechlint.config import Config
from speechlint.toml import dumps

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT = """\
# 配置

配置写在 `speechlint.toml` 里。一行也不写，全部稳定的规则都启用；要改什么写什么。
`speechlint init` 会写一个带说明的，里面每一行都关着，去掉行首的 `#` 就启用。

## 哪个文件有效

稿子所在的文件夹往上找，最近的一个有效；`pyproject.toml` 里的 `[tool.speechlint]` 也算。
都没有时用自己的那一个：

| 系统 | 自己的配置 |
|---|---|
| Windows | `%APPDATA%\\speechlint\\speechlint.toml` |
| Mac | `~/Library/Application Support/speechlint/speechlint.toml` |
| Linux | `~/.config/speechlint/speechlint.toml` |

`speechlint config show 草稿.txt` 列出对一份稿子有效的设置、每项从哪里来、哪些引用到了文件夹之外。
写错了名字或类型不会被悄悄忽略：报错时说明在哪个文件哪一行，并提示最接近的写法，退出码 2。

## 全部设置项

"""
_ADDED = "用了 `extend` 时与所继承的加在一起。"
_MERGED = "用了 `extend` 时与所继承的逐项合并。"
_REPLACED = "用了 `extend` 时以自己的为准。"


def pages() -> Iterator[tuple[str, str]]:
    """Yield path and text of the one page."""
    yield "reference/settings.md", _TEXT + "\n".join(map(_setting, settings.KEYS))


def _setting(key: str) -> str:
    said, example = explained()[key]
    kind = settings.KEYS[key].strip()
    add_up = _ADDED if key in merging.ADDED else _MERGED if kind.startswith("表") else _REPLACED
    return f"""\
### `{key}` {{ #{key} }}

{said}

应是{kind}。{_default(key)}{"" if key == "extend" else add_up}

```toml
{example}
```
"""


def _default(key: str) -> str:
    """Return what holds where nothing is said."""
    value = getattr(Config(), key.replace("-", "_"), "")
    return f"缺省是 `{dumps(value)}`。" if value or isinstance(value, bool) else "缺省是空的。"


def explained() -> dict[str, tuple[str, str]]:
    """Return for each setting what the template says of it, and its example."""
    found = {}
    for block in TEMPLATE.split("\n\n"):
        lines = [line.removeprefix("# ") for line in block.splitlines()]
        for number, line in enumerate(lines):
            if match := re.match(r'\[?([a-z-]+)(?:\."[\w.-]+")?(?:\]| = )', line):
                found[match[1]] = ("".join(lines[:number]), "\n".join(lines[number:]))
                break
    return found
