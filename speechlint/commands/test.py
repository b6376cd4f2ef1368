"""`speechlint test PACK…`: try the rules of a pack on their own examples."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from speechlint import packs, selftest
from speechlint.cli import Exit

if TYPE_CHECKING:
    import argparse

DESCRIPTION = """用规则自带的例子测试规则包：每条规则都要有 good 和 bad 的例子，
bad 里 ⟦ ⟧ 标出的正好是应报告的文字。"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("packs", nargs="+", metavar="规则包", help="含有 pack.toml 的文件夹，或装有几个包的文件夹")


def run(args: argparse.Namespace) -> Exit:
    tried = failed = 0
    for folder in args.packs:
        try:
            load = packs.load_pack if _is_pack(folder) else packs.load_packs
            rules = list(load(folder, examples=True))
            if not rules:
                raise packs.PackError(f"{folder}：里面没有规则；规则包是含有 pack.toml 的文件夹")
            for rule in rules:
                for number, example in enumerate(rule.examples, 1):
                    tried += 1
                    for failure in selftest.failures(rule, example):
                        failed += 1
                        print(f"{rule.file}：第 {number} 个例子：{failure}")
                if {True, False} != {bool(e.spans) for e in rule.examples}:
                    failed += 1
                    print(f"{rule.file}：要有 good 和 bad 两种例子")
        except packs.PackError as error:
            print(error, file=sys.stderr)
            return Exit.FAILED
        except OSError as error:
            print(f"{folder}：打不开这个文件夹（{error.strerror}）", file=sys.stderr)
            return Exit.FAILED
    print(f"试了 {tried} 个例子，{failed} 个不符" if failed else f"试了 {tried} 个例子，全部相符")
    return Exit.FOUND if failed else Exit.CLEAN


def _is_pack(folder: str) -> bool:
    return os.path.isfile(os.path.join(folder, "pack.toml"))
