"""`speechlint server`: speak LSP to an editor."""

from __future__ import annotations

from speechlint.commands import Exit

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

DESCRIPTION = """语言服务器（LSP），由编辑器启动：从标准输入读，往标准输出写。

用法和设置见 README.zh-CN.md 的“在编辑器里用”一节。"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--stdio", action="store_true", help="从标准输入输出通信（缺省就是，有的编辑器会加上）"
    )


def run(_: argparse.Namespace) -> Exit:
    from speechlint.server import serve

    serve()
    return Exit.CLEAN
