"""`speechlint stats`: how long a draft is, how long it takes to read, where breath runs out."""

from __future__ import annotations

import sys

from speechlint import config as configs
from speechlint import sources
from speechlint.api import Checking, read_bytes
from speechlint.commands import Exit
from speechlint.counts import PACE, Counts, count
from speechlint.files import chinese, find
from speechlint.reading import ReadError
from speechlint.running import Failure
from speechlint.views.blanks import blanks

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

DESCRIPTION = """算一份稿子多长、念多久：全篇和每一部分的字数（同 Word）、句数、段数、用时，一口气念不完的句子，待填的空白。

用时按念出来的音节算：2024年念五个音节，12.5%念“百分之十二点五”。

退出码：0 算完了；2 有文件读不了。"""
_SLOWEST, _FASTEST = 60, 600


def configure(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("paths", nargs="+", metavar="路径", help="文件、文件夹或通配符；- 为标准输入")
    add("--pace", type=_pace, default=PACE, metavar="N", help=f"一分钟念多少字（缺省 {PACE}）")
    add("--config", metavar="文件", help="用这个配置文件，不再查找")
    add("--output-format", choices=["text", "json"], default="text", help="格式（缺省 text）")
    add("--stdin-filename", metavar="文件名", default="-", help="标准输入当作这个文件")


def run(args: argparse.Namespace) -> Exit:
    checking = Checking(configs.read(args.config) if args.config else None)
    counted: list[Counts] = []
    errors: list[Failure] = []
    for found in find(args.paths, lambda _: None):
        path = args.stdin_filename if found.path == "-" else found.path
        try:
            data = sys.stdin.buffer.read() if found.path == "-" else read_bytes(path)
            counts = _count(checking, data, path, args.pace)
        except (ReadError, configs.ConfigError) as error:
            errors.append(Failure(path, str(error)))
            continue
        if found.named or chinese(counts.text):
            counted.append(counts)
    _write(args, counted, errors)
    return Exit.FAILED if errors else Exit.CLEAN


def _count(checking: Checking, data: bytes, path: str, pace: int) -> Counts:
    source = sources.read(data, path)
    document = source.document
    sifted = checking.sift(document, checking.linter_for(path).lint(document), path)
    return count(source, path, sifted.left(b.span for b in document.view(blanks)), pace)


def _write(args: argparse.Namespace, counted: list[Counts], errors: list[Failure]) -> None:
    if args.output_format == "json":
        from speechlint.reporters import stats_json

        sys.stdout.flush()
        sys.stdout.buffer.write(stats_json.render(counted, errors, args.pace).encode())
        return
    from speechlint.reporters import stats, text

    wide = text.wide(sys.stdout)
    for number, counts in enumerate(counted):
        if number:
            print()
        for line in stats.render(counts, args.pace, wide=wide):
            print(line)
    sys.stdout.flush()
    for error in errors:
        print(f"{error.path}：{error.message}", file=sys.stderr)


def _pace(word: str) -> int:
    from argparse import ArgumentTypeError

    if not word.isdecimal() or not _SLOWEST <= int(word) <= _FASTEST:
        raise ArgumentTypeError(f"应是 {_SLOWEST} 到 {_FASTEST} 之间的整数，不是 {word!r}")
    return int(word)
