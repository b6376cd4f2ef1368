"""`speechlint test PACK…`: try the rules of a pack on their own examples."""

from __future__ import annotations

import os

from speechlint import packs, selftest, userpacks
from speechlint.commands import Exit
from speechlint.errors import PackError
from speechlint.oserrors import reason
from speechlint.settings import PACKAGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from speechlint.rule import Rule

DESCRIPTION = """用规则自带的例子测试规则包：每条规则都要有 good 和 bad 的例子，
bad 里 ⟦ ⟧ 标出的正好是应报告的文字。"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "packs",
        nargs="+",
        metavar="规则包",
        help="含 pack.toml 的文件夹，装几个包的文件夹，或已安装的 package:包名",
    )


def run(args: argparse.Namespace) -> Exit:
    rules = [rule for folder in args.packs for rule in _rules(folder)]
    failures = [failure for rule in rules for failure in _failures(rule)]
    for failure in failures:
        print(failure)
    tried = sum(len(rule.examples) for rule in rules)
    print(f"试了 {tried} 个例子，" + (f"{len(failures)} 处不符" if failures else "全部相符"))
    return Exit.FOUND if failures else Exit.CLEAN


def _rules(name: str) -> list[Rule]:
    folder = userpacks.folder(name) if name.startswith(PACKAGE) else name
    single = os.path.isfile(os.path.join(folder, "pack.toml"))
    load = packs.load_pack if single else packs.load_packs
    try:
        rules = list(load(folder, examples=True))
        if single:
            packs.load_title(folder)
    except OSError as error:
        raise PackError(f"{folder}：打不开这个文件夹（{reason(error)}）") from error
    if not rules:
        raise PackError(f"{folder}：里面没有规则；规则包是含有 pack.toml 的文件夹")
    return rules


def _failures(rule: Rule) -> Iterator[str]:
    for number, example in enumerate(rule.examples, 1):
        for failure in selftest.failures(rule, example):
            yield f"{rule.file}：第 {number} 个例子：{failure}"
    if {True, False} != {bool(e.spans) for e in rule.examples}:
        yield f"{rule.file}：要有 good 和 bad 两种例子"
