"""`speechlint init`: write a speechlint.toml that explains itself."""

from __future__ import annotations

import os
import sys

from speechlint.commands import Exit
from speechlint.config import FILE
from speechlint.oserrors import reason
from speechlint.writing import replace_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

DESCRIPTION = f"在当前（或指定的）文件夹写一个带说明的 {FILE}。已有的不会改动。"

TEMPLATE = """\
# speechlint 的配置，对这个文件夹和下级文件夹里的稿子都有效。
# 去掉行首的 # 就启用那一行。规则名见 speechlint rules，讲解见 speechlint explain 规则名。

# 在另一个配置的基础上改（路径从这个文件算起；已安装的包写作 "package:包名/speechlint.toml"）。
# extend = "../共用/speechlint.toml"

# 松紧：default；quiet 只报错误；strict 连试行的规则也用。
# preset = "quiet"

# 用哪些规则：all（全部）、规则族（如 "placeholder"）或一条规则（如 "placeholder.mask"）。
# select = ["all"]

# 不用哪些规则。写得更具体的优先。
# ignore = ["scrape.foreign"]

# 也用试行的规则。
# preview = true

# 不检查哪些文件（写法同 .gitignore）。
# exclude = ["归档/", "*.bak.txt"]

# 这些词里面什么都不报。也可以是文件名，如 "allow.txt"，一行一个。
# allow = ["X政务", "峰峰"]

# 本单位的用词：.csv 或 .xlsx，列名误、正、说明。
# words = "词表.csv"

# 领导名单：.csv 或 .xlsx，列名姓名、职务、次序。查姓名、职务和排序。
# roster = "名单.csv"

# 数据表：.csv、.xlsx 或 .toml，列名指标、别名、时期、数值、单位、地区。查稿子里的数与它合不合。
# facts = "数据.csv"

# 自己的规则包：文件夹，或已安装的 "package:包名"。用 speechlint test 文件夹 测试。
# packs = ["规则/"]

# 现有的问题不想一一处理：speechlint baseline write 记下来，以后只报告新的。

# 某些文件不用某些规则。
# [per-file-ignores]
# "模板/*" = ["placeholder"]

# 改规则的级别：error、warning、info；off 是关掉。
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
    if os.path.lexists(path):
        print(f"{path} 已经有了，没有改动", file=sys.stderr)
        return Exit.FAILED
    try:
        replace_file(path, TEMPLATE.encode())
    except OSError as error:
        print(f"{path}：写不进去（{reason(error)}）", file=sys.stderr)
        return Exit.FAILED
    print(f"写好了 {path}")
    return Exit.CLEAN
