"""`speechlint init`: write a speechlint.toml that explains itself."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from speechlint.commands import Exit
from speechlint.config import FILE
from speechlint.oserrors import reason

if TYPE_CHECKING:
    import argparse

DESCRIPTION = f"在当前（或指定的）文件夹写一个带说明的 {FILE}。已有的不会改动。"

TEMPLATE = """\
# speechlint 的配置，对这个文件夹和下级文件夹里的稿子都有效。
# 去掉行首的 # 就启用那一行。规则名见 speechlint rules，讲解见 speechlint explain 规则名。

# 用哪些规则：all（全部）、规则族（如 "placeholder"）或一条规则（如 "placeholder.mask"）。
# select = ["all"]

# 不用哪些规则。写得更具体的优先。
# ignore = ["scrape.foreign"]

# 也用试行的规则。
# preview = true

# 不检查哪些文件（写法同 .gitignore）。
# exclude = ["归档/", "*.bak.txt"]

# 某些文件不用某些规则。
# [per-file-ignores]
# "模板/*" = ["placeholder"]

# 改规则的级别：error、warning 或 info。
# [severity]
# "scrape.wrap" = "info"

# 改规则的选项。
# [options."numbering.gap"]
# first = false
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default=".", metavar="文件夹", help="缺省为当前文件夹")


def run(args: argparse.Namespace) -> Exit:
    path = os.path.join(args.folder, FILE)
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as stream:
            stream.write(TEMPLATE)
    except FileExistsError:
        print(f"{path} 已经有了，没有改动", file=sys.stderr)
        return Exit.FAILED
    except OSError as error:
        print(f"{path}：写不进去（{reason(error)}）", file=sys.stderr)
        return Exit.FAILED
    print(f"写好了 {path}")
    return Exit.CLEAN
