"""`speechlint figures`: what each figure of a draft is read as, and what the figures claim."""

from __future__ import annotations

import sys

from speechlint import config as configs
from speechlint.accounts import Account, account
from speechlint.api import Checking, read_bytes
from speechlint.commands import Exit
from speechlint.files import chinese, find
from speechlint.reading import ReadError
from speechlint.running import Failure

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from speechlint.checkers.figure.fact import Fact
    from speechlint.linter import Linter

DESCRIPTION = """列出稿子里的每个数字读作什么，数字之间的每个关系相符、不符，还是没算、为什么没算。

退出码：0 读完了（不论相符不相符）；2 有文件读不了。查错用 speechlint check。"""


def configure(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("paths", nargs="+", metavar="路径", help="文件、文件夹或通配符；- 为标准输入")
    add("--config", metavar="文件", help="用这个配置文件（数据表 facts 在里面），不再查找")
    add("--output-format", choices=["text", "json"], default="text", help="格式（缺省 text）")
    add("--stdin-filename", metavar="文件名", default="-", help="标准输入当作这个文件")


def run(args: argparse.Namespace) -> Exit:
    checking = Checking(configs.read(args.config) if args.config else None)
    accounts: list[Account] = []
    errors: list[Failure] = []
    for found in find(args.paths, lambda _: None):
        path = args.stdin_filename if found.path == "-" else found.path
        try:
            data = sys.stdin.buffer.read() if found.path == "-" else read_bytes(path)
            read = account(data, path, _facts(checking.linter_for(path)))
        except (ReadError, configs.ConfigError) as error:
            errors.append(Failure(path, str(error)))
            continue
        if found.named or chinese(read.text):
            accounts.append(read)
    _write(args.output_format, accounts, errors)
    return Exit.FAILED if errors else Exit.CLEAN


def _facts(linter: Linter) -> Fact | None:
    """Return what compares with the fact sheet that a configuration names."""
    found: Fact | None = None
    for rule in linter.rules:
        if rule.needs == "facts":
            found = linter.checker(rule)
    return found


def _write(form: str, accounts: list[Account], errors: list[Failure]) -> None:
    if form == "json":
        from speechlint.reporters import figures_json

        sys.stdout.flush()
        sys.stdout.buffer.write(figures_json.render(accounts, errors).encode())
        return
    from speechlint.reporters import figures, text

    wide = text.wide(sys.stdout)
    for number, read in enumerate(accounts):
        if number:
            print()
        for line in figures.render(read, wide=wide):
            print(line)
    sys.stdout.flush()
    for error in errors:
        print(f"{error.path}：{error.message}", file=sys.stderr)
