"""`speechlint figures`: what each figure of a draft is read as, and what the figures claim."""

from __future__ import annotations

from speechlint.accounts import Account, account
from speechlint.commands import Exit, surveying

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from speechlint.api import Checking
    from speechlint.checkers.figure.fact import Fact
    from speechlint.failing import Failure
    from speechlint.linter import Linter

DESCRIPTION = """列出稿子里的每个数字读作什么，数字之间的每个关系相符、不符，还是没算、为什么没算。

退出码：0 读完了（不论相符不相符）；2 有文件读不了。查错用 speechlint check。"""


def configure(parser: argparse.ArgumentParser) -> None:
    surveying.configure(parser, "用这个配置文件（数据表 facts 在里面），不再查找")


def run(args: argparse.Namespace) -> Exit:
    return surveying.survey(args, _account, _json, _lines)


def _account(checking: Checking, data: bytes, path: str) -> Account:
    return account(data, path, _facts(checking.linter_for(path)))


def _facts(linter: Linter) -> Fact | None:
    """Return what compares with the fact sheet that a configuration names."""
    found: Fact | None = None
    for rule in linter.rules:
        if rule.needs == "facts":
            found = linter.checker(rule)
    return found


def _json(accounts: list[Account], errors: list[Failure]) -> str:
    from speechlint.reporters import figures_json

    return figures_json.render(accounts, errors)


def _lines(read: Account, wide: bool) -> Iterable[str]:  # noqa: FBT001
    from speechlint.reporters import figures

    return figures.render(read, wide=wide)
