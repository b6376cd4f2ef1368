"""`speechlint rules`: list the rules."""

from __future__ import annotations

import sys

from speechlint import config as configs
from speechlint.api import Checking, rules_for
from speechlint.catalogue import LEVELS
from speechlint.commands import Exit

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

DESCRIPTION = "列出规则：名称、级别、查什么。当前文件夹的配置里的规则包也在内。"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("family", nargs="?", metavar="规则族", help="只列这一族，如 placeholder")


def run(args: argparse.Namespace) -> Exit:
    known = rules_for(Checking().config_for(configs.FILE))
    rules = [r for r in known if args.family in (None, r.family)]
    if not rules:
        families = "、".join(dict.fromkeys(r.family for r in known))
        print(f"没有规则族 {args.family}；有：{families}", file=sys.stderr)
        return Exit.FAILED
    width = max(len(r.id) for r in rules)
    for rule in rules:
        note = "（试行）" if rule.preview else ""
        print(f"{rule.id:{width}}  {LEVELS[rule.severity]}  {rule.title}{note}")
    return Exit.CLEAN
