"""The reference of commands: their own help."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from speechlint.cli import COMMANDS
from speechlint.commands import parsing

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT = """\
# 命令

`speechlint 路径…` 就是 `speechlint check 路径…`。第一个词是命令名就当命令；有同名的文件时写 `./stats`。

| 命令 | |
|---|---|
{table}

退出码：0 没有发现；1 有达到 `--fail-on` 级别的；2 有东西没能检查（文件读不出、配置有误、用法不对），其余照常检查。

下面是每个命令 `--help` 的原文。
"""


def pages() -> Iterator[tuple[str, str]]:
    """Yield path and text of the one page."""
    table = "\n".join(f"| [`{name}`](#{name}) | {about} |" for name, about in COMMANDS.items())
    parts = [_TEXT.format(table=table)]
    for name in COMMANDS:
        module = import_module(f"speechlint.commands.{name}")
        told = parsing.parser(name, module).format_help().rstrip()
        parts.append(f"## `{name}` {{ #{name} }}\n\n```text\n{told}\n```\n")
    yield "reference/commands.md", "\n".join(parts)
