"""`speechlint stats`: how long a draft is, how long it takes to read, where breath runs out."""

from __future__ import annotations

from speechlint import sources
from speechlint.commands import Exit, surveying
from speechlint.counts import PACE, Counts, count
from speechlint.views.blanks import blanks

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from speechlint.api import Checking
    from speechlint.failing import Failure

DESCRIPTION = """算一份稿子多长、念多久：全篇和每一部分的字数（同 Word）、句数、段数、用时，一口气念不完的句子，待填的空白。

用时按念出来的音节算：2024年念五个音节，12.5%念“百分之十二点五”。

退出码：0 算完了；2 有文件读不了。"""
_SLOWEST, _FASTEST = 60, 600


def configure(parser: argparse.ArgumentParser) -> None:
    surveying.configure(parser, "用这个配置文件，不再查找")
    parser.add_argument(
        "--pace", type=_pace, default=PACE, metavar="N", help=f"一分钟念多少字（缺省 {PACE}）"
    )


def run(args: argparse.Namespace) -> Exit:
    pace: int = args.pace

    def describe(checking: Checking, data: bytes, path: str) -> Counts:
        return _count(checking, data, path, pace)

    def as_json(counted: list[Counts], errors: list[Failure]) -> str:
        from speechlint.reporters import stats_json

        return stats_json.render(counted, errors, pace)

    def as_lines(counts: Counts, wide: bool) -> Iterable[str]:  # noqa: FBT001
        from speechlint.reporters import stats

        return stats.render(counts, pace, wide=wide)

    return surveying.survey(args, describe, as_json, as_lines)


def _count(checking: Checking, data: bytes, path: str, pace: int) -> Counts:
    source = sources.read(data, path)
    document = source.document
    sifted = checking.sift(document, checking.linter_for(path).lint(document), path)
    return count(source, path, sifted.left(b.span for b in document.view(blanks)), pace)


def _pace(word: str) -> int:
    from argparse import ArgumentTypeError

    if not word.isdecimal() or not _SLOWEST <= int(word) <= _FASTEST:
        raise ArgumentTypeError(f"应是 {_SLOWEST} 到 {_FASTEST} 之间的整数，不是 {word!r}")
    return int(word)
