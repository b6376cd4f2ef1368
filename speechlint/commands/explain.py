"""`speechlint explain RULE`: the page of a rule."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from speechlint import packs
from speechlint.api import builtin_rules
from speechlint.catalogue import describe
from speechlint.cli import Exit
from speechlint.options import nearest

if TYPE_CHECKING:
    import argparse

DESCRIPTION = "讲解规则：查什么、为什么、例子、怎么改。可写规则名、规则族或类别。"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "names", nargs="+", metavar="规则", help="如 placeholder.mask 或 placeholder"
    )


def run(args: argparse.Namespace) -> Exit:
    for name in args.names:
        rules = builtin_rules()
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
