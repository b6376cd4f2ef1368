"""`speechlint explain RULE`: the page of a rule."""

from __future__ import annotations

import sys

from speechlint import config as configs
from speechlint import packs
from speechlint.api import Checking, rules_for
from speechlint.catalogue import describe
from speechlint.commands import Exit
from speechlint.options import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

DESCRIPTION = "讲解规则：查什么、为什么、例子、怎么改。可写规则名、规则族或类别。"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "names", nargs="+", metavar="规则", help="如 placeholder.mask 或 placeholder"
    )


def run(args: argparse.Namespace) -> Exit:
    rules = rules_for(Checking().config_for(configs.FILE))
    for name in args.names:
        named = [r for r in rules if name in (r.id, r.family, r.kind, *r.aliases)]
        if not named:
            known = {word for r in rules for word in (r.id, r.family, r.kind, *r.aliases)}
            hint = nearest(name, sorted(known)) or "；用 speechlint rules 列出全部规则"
            print(f"没有规则 {name}{hint}", file=sys.stderr)
            return Exit.FAILED
        for rule in named:
            print(describe(packs.load_rule(rule.file, examples=True)))
            print()
    return Exit.CLEAN
