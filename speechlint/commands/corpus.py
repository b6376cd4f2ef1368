"""`speechlint corpus`: check many drafts into tables."""

from __future__ import annotations

import sys
import time

from speechlint.commands import Exit, switches
from speechlint.corpus import CorpusError
from speechlint.corpus.drafts import Input
from speechlint.corpus.engines import NAMES, engine
from speechlint.corpus.journal import TABLES
from speechlint.corpus.lines import LEVELS
from speechlint.corpus.question import Settings
from speechlint.corpus.run import Output
from speechlint.corpus.run import run as make
from speechlint.diagnostic import Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from speechlint.corpus.tally import Tally

DESCRIPTION = """成批检查很多稿子，结果写成表，一行一份稿子、一行一处问题。

输入：文件夹（里面的 .txt、.md、.docx，和下面几种文件）、.zip、.jsonl（可以是 .jsonl.gz）、.parquet。
结果：documents 一行一份稿子，diagnostics 一行一处问题，failures 没能检查的，summary 按规则合计。
中途停了（断电、被杀）加 --resume 接着做，结果和没停过一样。一份稿子坏了不影响别的。

退出码：0 做完了；1 有达到 --fail-on 级别的；2 有稿子没能检查，或用法、配置有误，没有做完。"""
_WIDTH = 24  # of the bar
_SHOWN = 10  # rules, and failures


def configure(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("input", metavar="输入", help="文件夹、.zip、.jsonl、.jsonl.gz 或 .parquet")
    add("--output", metavar="文件夹", required=True, help="结果写到这个文件夹（新的或空的）")
    add("--format", choices=["jsonl", "parquet"], default="jsonl", help="表的格式（缺省 jsonl）")
    add("--resume", action="store_true", help="接着上次没做完的做；没有上次就从头做")
    add("--overwrite", action="store_true", help="丢掉文件夹里上次的结果，从头做")
    add("--text-field", metavar="字段", default="text", help="哪个字段或列是正文（缺省 text）")
    add("--id-field", metavar="字段", default="id", help="哪个字段或列是编号（缺省 id）")
    switches.configure(parser)
    add("--severity", choices=LEVELS, default="info", help="只要这个级别及以上的（缺省 info）")
    add("--fail-on", choices=LEVELS, help="有达到这个级别的，退出码为 1")
    add(
        "--jobs",
        type=switches.count,
        default=0,
        metavar="N",
        help="同时用 N 个进程（缺省 0，全部处理器）",
    )
    add("--timeout", type=_seconds, default=300, metavar="秒", help="一份稿子最多用时（缺省 300）")
    add("--engine", choices=NAMES, default="local", help="在本机（local，缺省）或 Ray 集群上做")
    volume = parser.add_mutually_exclusive_group()
    volume.add_argument("-q", "--quiet", action="store_true", help="做完不打印合计")
    volume.add_argument("-v", "--verbose", action="store_true", help="也说明略过了哪些文件")


def run(args: argparse.Namespace) -> Exit:
    overrides = switches.overrides(args, [args.input])
    settings = Settings(overrides, args.severity, args.timeout)
    output = Output(args.output, args.format, resume=args.resume, overwrite=args.overwrite)
    bar = _Bar(shown=sys.stderr.isatty() and not args.quiet)
    input_ = Input(args.input, args.text_field, args.id_field, measured=bar.shown)

    def note(message: str) -> None:
        if args.verbose:
            bar.clear()
            print(message, file=sys.stderr)

    try:
        tally = make(
            input_, output, settings, engine(args.engine, args.jobs), note=note, progress=bar.show
        )
    except CorpusError as error:
        bar.clear()
        print(f"speechlint：{error}", file=sys.stderr)
        return Exit.FAILED
    finally:
        bar.clear()
    if not args.quiet:
        _report(tally, args)
    if tally.statuses["failed"] or tally.statuses["partial"]:
        return Exit.FAILED
    bar_ = Severity(args.fail_on).rank if args.fail_on else None
    reached = bar_ is not None and any(
        tally.times(level) for level in LEVELS if Severity(level).rank >= bar_
    )
    return Exit.FOUND if reached else Exit.CLEAN


def _report(tally: Tally, args: argparse.Namespace) -> None:
    counts = tally.statuses
    print(
        f"检查了 {counts['checked'] + counts['partial']:,} 份，{tally.characters:,} 字，"
        f"其中 {tally.found:,} 份有问题："
        f"错误 {tally.times('error'):,}，警告 {tally.times('warning'):,}，"
        f"提示 {tally.times('info'):,}"
    )
    if counts["skipped"]:
        print(f"略过 {counts['skipped']:,} 份（不像讲话稿，或配置 exclude 已排除）")
    by_times = sorted(tally.rules.values(), key=lambda r: (-sum(r[x] for x in LEVELS), r["rule"]))
    for row in by_times[:_SHOWN]:
        print(f"  {sum(row[x] for x in LEVELS):>9,}  {row['rule']}（{row['documents']:,} 份）")
    if len(by_times) > _SHOWN:
        print(f"  还有 {len(by_times) - _SHOWN} 条规则，见 summary.{args.format}")
    if failed := counts["failed"] + counts["partial"]:
        print(f"{failed:,} 份没能检查或没有查全，见 failures.{args.format}")
    names = "、".join(f"{name}.{args.format}" for name in (*TABLES, "summary"))
    print(f"结果在 {args.output}：{names}")


class _Bar:
    """How far a run has come, on one line of a terminal."""

    def __init__(self, *, shown: bool) -> None:
        self.shown = shown
        self._begun = time.monotonic()
        self._last = 0.0
        self._first: tuple[int, float] | None = None  # where this run began
        self._there = False

    def show(self, number: int, through: float) -> None:
        now = time.monotonic()
        if not self.shown or now - self._last < 0.1:
            return
        self._last = now
        self._first = self._first or (number, through)
        passed = now - self._begun
        told = f"{number:,} 份，每秒 {(number - self._first[0]) / passed:,.0f} 份"
        if through:
            full = round(through * _WIDTH)
            told = f"[{'#' * full}{'-' * (_WIDTH - full)}] {through:4.0%} {told}"
            if gained := through - self._first[1]:
                told += f"，还要 {_clock((1 - through) * passed / gained)}"
        print(f"\r\033[K{told}", end="", file=sys.stderr, flush=True)
        self._there = True

    def clear(self) -> None:
        if self._there:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
            self._there = False


def _clock(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _seconds(word: str) -> float:
    from argparse import ArgumentTypeError

    try:
        seconds = float(word)
    except ValueError:
        seconds = 0
    if not 0 < seconds < float("inf"):
        raise ArgumentTypeError(f"应是大于 0 的秒数，不是 {word!r}")
    return seconds
