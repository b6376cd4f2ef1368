"""`--annotate`: what was found as comments in a copy of a Word draft."""

from __future__ import annotations

import os
import time

from speechlint.errors import ConfigError, OutputError
from speechlint.failing import Failure
from speechlint.sources import OFFICE, WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from speechlint.reporters import Report
    from speechlint.running import Overrides


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the option."""
    parser.add_argument(
        "--annotate",
        metavar="新文件",
        help="把发现写成批注，另存为这个 .docx（只用于一份 Word 稿）",
    )


def agree(args: argparse.Namespace) -> None:
    """Raise ConfigError where there is nothing that could be annotated."""
    if len(args.paths) != 1 or not args.paths[0].lower().endswith((*WORD, *OFFICE)):
        raise ConfigError("--annotate 要与一份 Word 稿（.docx、.doc、.wps）一起用")
    if not args.annotate.lower().endswith(WORD):
        raise ConfigError("--annotate 后面应是 .docx 文件名")
    if os.path.realpath(args.annotate) == os.path.realpath(args.paths[0]):
        raise ConfigError("--annotate 会盖掉原稿，请另起一个文件名")
    if args.diff:
        raise ConfigError("--annotate 不能与 --diff 一起用")


def write(args: argparse.Namespace, report: Report, overrides: Overrides) -> None:
    """Write the copy with comments; raise OutputError where that cannot be done."""
    if not report.files:
        return
    from speechlint.api import Checking, read_bytes
    from speechlint.errors import ReadError
    from speechlint.reporters.comments import said
    from speechlint.sources import read
    from speechlint.sources.docx.commenting import Note, annotated
    from speechlint.writing import replace_file

    checked = report.files[0]
    checking = Checking(overrides.base(), adjust=overrides.adjust)
    rules = {rule.id: rule for rule in checking.linter_for(checked.path).rules}
    try:
        data = checked.mended.data if checked.mended else read_bytes(checked.path)
        draft = read(data, checked.path).word
        if draft is None:  # the ending says that it is one
            return
        notes = [Note(d.span, said(d, rules[d.rule])) for d in checked.diagnostics]
        when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        replace_file(os.fspath(args.annotate), annotated(draft, notes, when))
    except ReadError as error:
        report.errors.append(Failure(checked.path, f"批注写不进去（{error}）"))
    except OSError as error:
        from speechlint.oserrors import reason

        raise OutputError(
            f"{args.annotate}：批注写不进去（{reason(error)}），请换一个位置"
        ) from error
