"""The options of `speechlint check` that mend, and the diff."""

from __future__ import annotations

import os
import sys

from speechlint.errors import ConfigError
from speechlint.sources import WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from speechlint.api import Checked
    from speechlint.reporters import Report
    from speechlint.saving import Mending


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add = parser.add_argument
    add("--fix", action="store_true", help="改正不会改变意思的（半角标点、断行、网站文字等）")
    add("--unsafe-fixes", action="store_true", help="连多半对的也改（如重排序号），改后请核对")
    add("--diff", action="store_true", help="只显示会怎样改（unified diff），不写文件")
    add("--track", action="store_true", help="Word 稿里以修订方式改，可逐处接受或拒绝")
    add("--backup", action="store_true", help="改之前把原稿留作 草稿.txt.bak")


def mending(args: argparse.Namespace) -> Mending | None:
    """Return what is to be mended, or None; raise ConfigError where options do not agree."""
    if not (args.fix or args.unsafe_fixes or args.diff):
        for name in ("backup", "track"):
            if getattr(args, name):
                raise ConfigError(f"--{name} 要与 --fix 或 --unsafe-fixes 一起用")
        return None
    if args.diff and (args.output_format != "text" or args.output_file):
        raise ConfigError("--diff 不能与 --output-format、--output-file 一起用")
    if args.track:
        for path in args.paths:
            name = args.stdin_filename if path == "-" else path
            if not name.lower().endswith(WORD) and not os.path.isdir(name):
                raise ConfigError(f"{path}：--track 只用于 Word 稿（.docx），文本文件里没有修订")
    from speechlint.saving import Mending

    return Mending(args.unsafe_fixes, not args.diff, args.backup, args.track)


def show(report: Report, *, color: bool) -> None:
    """Print what would be changed, and on standard error how many places that are."""
    from speechlint.reporters import diff

    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.flush()
    for checked in report.files:
        for line in diff.render(checked, color=color):
            sys.stdout.buffer.write(line.encode(encoding, "replace"))
    sys.stdout.buffer.flush()
    made = report.fixes["applied"]
    print(f"会修复 {made} 处" if made else "没有要修复的", file=sys.stderr)


def returned(checked: Checked | None, data: bytes) -> None:
    """Write what came through standard input, mended, to standard output.

    What could not be mended goes through as it was: an editor puts it in the draft's place.
    """
    sys.stdout.flush()
    sys.stdout.buffer.write(checked.mended.data if checked and checked.mended else data)
    sys.stdout.buffer.flush()
