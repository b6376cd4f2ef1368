"""The command line: which command, and what happens when it ends early.

`speechlint PATH…` is `speechlint check PATH…`; a first word that is a command is the command.
"""

from __future__ import annotations

import gc
import os
import sys

from speechlint import __version__
from speechlint.commands import Exit
from speechlint.light import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

# Each is a module in `commands`, imported when called.
COMMANDS = {
    "check": "检查讲话稿（缺省命令：speechlint 草稿.txt）",
    "rules": "列出规则",
    "explain": "讲解一条规则：查什么、为什么、怎么改",
    "figures": "列出每个数字读作什么、数字之间的关系怎样",
    "stats": "算字数、念多久、哪句一口气念不完、几处待填",
    "test": "用规则自带的例子测试规则包",
    "init": "在当前文件夹写一个带说明的 speechlint.toml",
    "config": "列出对一份稿子有效的设置，以及每项从哪里来",
    "baseline": "记下现有的问题，以后只报告新的",
    "corpus": "成批检查很多稿子（文件夹、.zip、.jsonl、.parquet），结果写成表",
    "server": "语言服务器，供编辑器使用",
}
_INTERRUPTED = 130
_CLOSED_PIPE = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    gc.set_threshold(100_000)  # a check makes few cycles: looking for them takes a twentieth of it
    _prepare_streams()
    try:
        code = _run(words)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("已中断", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:  # whoever read us has gone
        _discard_output()
        return _CLOSED_PIPE
    except OSError as error:
        if error.filename is not None:
            raise
        from speechlint.oserrors import reason

        _discard_output()
        print(f"speechlint：输出写不进去（{reason(error)}）", file=sys.stderr)
        return Exit.FAILED
    return code


def _discard_output() -> None:
    """Let what is still to be written go nowhere: the interpreter's last flush would fail too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _prepare_streams() -> None:
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):  # a GBK console must not end a check
            stream.reconfigure(errors="replace")


def _run(words: list[str]) -> int:
    if words and words[0] in ("-V", "--version"):
        print(f"speechlint {__version__}")
        return Exit.CLEAN
    if not words or words[0] in ("-h", "--help"):
        print(_help(), end="")
        return Exit.CLEAN if words else Exit.FAILED
    name = words.pop(0) if words[0] in COMMANDS else "check"
    module = import_module(f"speechlint.commands.{name}")
    try:
        args = _arguments(name, module, words)
    except SystemExit as done:  # --help, or words that are wrong
        return int(done.code or 0)
    try:
        return int(module.run(args))
    except ValueError as error:
        from speechlint.errors import ConfigError, OutputError, PackError

        if not isinstance(error, (PackError, ConfigError, OutputError)):
            raise
        print(f"speechlint：{error}", file=sys.stderr)
        return Exit.FAILED


def _arguments(name: str, module: Any, words: list[str]) -> Any:
    if (
        name == "check"
        and not any(word.startswith("-") and word != "-" for word in words)
        and words
    ):
        return module.plain(words)  # without argparse: it takes a tenth of the start-up
    from speechlint.commands import parsing

    return parsing.parse(name, module, words)


def _help() -> str:
    commands = "\n".join(f"  {name:10}{about}" for name, about in COMMANDS.items())
    return f"""用法：speechlint [命令] …

讲话稿、工作报告的校对：占位符、序号、数据、网页残留、文句、标点和用词。全部在本机完成，不联网。

命令：
{commands}

最常用：
  speechlint 草稿.txt           检查一份稿子
  speechlint 文件夹             检查文件夹里的 .txt、.md 和 .docx
  speechlint explain placeholder.mask

  speechlint 命令 --help        某个命令的全部选项
  speechlint --version          版本
"""
