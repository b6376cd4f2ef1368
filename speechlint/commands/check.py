"""`speechlint check`: check files and folders, and report."""

from __future__ import annotations

import sys

from speechlint.commands import Exit, reporting, switches
from speechlint.diagnostic import Severity
from speechlint.files import find
from speechlint.light import SimpleNamespace
from speechlint.running import Job, Outcome, Runner

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from speechlint.reporters import Report
    from speechlint.running import Overrides

DESCRIPTION = """检查讲话稿和工作报告（.txt、.md、.docx；文件夹、通配符，“-”为标准输入）。

退出码：0 没有发现；1 有达到 --fail-on 级别的；2 有文件没能检查，或用法、配置有误。"""
_LEVELS = [s.value for s in Severity]


def configure(parser: argparse.ArgumentParser) -> None:
    from speechlint.commands import annotating, fixing

    add = parser.add_argument
    add("paths", nargs="+", metavar="路径", help="文件、文件夹或通配符；- 为标准输入")
    switches.configure(parser)
    fixing.configure(parser)
    annotating.configure(parser)
    add("--severity", choices=_LEVELS, default="info", help="只显示这个级别及以上的（缺省 info）")
    add(
        "--fail-on",
        choices=_LEVELS,
        default="warning",
        help="达到这个级别退出码为 1（缺省 warning）",
    )
    add("--no-baseline", action="store_true", help="基线里的也报告")
    add("--output-format", choices=reporting.FORMATS, default="text", help="报告格式（缺省 text）")
    add("--output-file", metavar="文件", help="把报告写入文件")
    add(
        "--stdin-filename",
        metavar="文件名",
        default="",
        help="标准输入当作这个文件（决定格式和配置）",
    )
    add("--statistics", action="store_true", help="只按规则统计次数")
    add(
        "--jobs",
        type=switches.count,
        default=1,
        metavar="N",
        help="同时用 N 个进程（0 为全部处理器，缺省 1）",
    )
    add("--exit-zero", action="store_true", help="有发现时退出码也为 0")
    add("--no-color", action="store_true", help="不用颜色（也可设环境变量 NO_COLOR）")
    volume = parser.add_mutually_exclusive_group()
    volume.add_argument("-q", "--quiet", action="store_true", help="每处一行，不带原文和合计")
    volume.add_argument(
        "-v", "--verbose", action="store_true", help="也说明略过了哪些文件、用了哪个配置"
    )


def plain(paths: list[str]) -> argparse.Namespace:
    """Return what the parser makes of paths without options; a test holds both equal."""
    return SimpleNamespace(  # type: ignore[return-value]
        paths=paths,
        select=None,
        ignore=None,
        config=None,
        preset=None,
        preview=False,
        fix=False,
        unsafe_fixes=False,
        diff=False,
        backup=False,
        track=False,
        annotate=None,
        severity="info",
        fail_on="warning",
        no_baseline=False,
        output_format="text",
        output_file=None,
        stdin_filename="",
        statistics=False,
        jobs=1,
        exit_zero=False,
        no_color=False,
        quiet=False,
        verbose=False,
    )


def run(args: argparse.Namespace) -> Exit:
    def note(message: str) -> None:
        if args.verbose:
            print(message, file=sys.stderr)

    paths = [args.stdin_filename if path == "-" else path for path in args.paths]
    overrides = switches.overrides(args, paths, "rest" if args.no_baseline else "use")
    if args.fix or args.unsafe_fixes or args.diff or args.backup or args.track:
        from speechlint.commands import fixing

        overrides = overrides._replace(mending=fixing.mending(args))
    if args.annotate:
        from speechlint.commands import annotating

        annotating.agree(args)
    report = _check(args, overrides, note)
    if report.errors:
        return Exit.FAILED
    bar = Severity(args.fail_on).rank
    if args.diff:
        found = any(f.mended and f.mended.made for f in report.files)
    else:
        found = any(d.severity.rank >= bar for f in report.files for d in f.diagnostics)
    return Exit.FOUND if found and not args.exit_zero else Exit.CLEAN


def _check(args: argparse.Namespace, overrides: Overrides, note: Callable[[str], None]) -> Report:
    from speechlint.reporters import Report

    jobs = [_job(path, args, named=named) for path, named in find(args.paths, note)]
    if args.output_file and any(_same(job.path, args.output_file) for job in jobs):
        from speechlint.errors import OutputError

        raise OutputError(f"{args.output_file}：这是要检查的稿子，报告请写到别的文件里")
    outcomes = _counted(_outcomes(jobs, overrides, args.jobs), len(jobs))
    report = Report()
    warnings: list[str] = []
    bar = Severity(args.severity).rank
    piped = bool(overrides.mending and overrides.mending.write)
    for job, outcome in zip(jobs, outcomes, strict=True):
        if piped and job.data is not None:
            from speechlint.commands import fixing

            fixing.returned(outcome.checked, job.data)
        for line in outcome.notes:
            note(line)
        report.errors += outcome.errors
        warnings += outcome.warnings
        if outcome.checked:
            shown = tuple(d for d in outcome.checked.diagnostics if d.severity.rank >= bar)
            report.files.append(outcome.checked._replace(diagnostics=shown))
    if not jobs:
        note("没有要检查的文件")
    if args.annotate:
        from speechlint.commands import annotating

        annotating.write(args, report, overrides)
    if args.diff:
        from speechlint.commands import fixing

        fixing.show(report, color=reporting.colorful(args))
        reporting.failures(report)
    else:
        reporting.write(args, report, piped=piped and any(job.data is not None for job in jobs))
    for line in () if args.quiet else warnings:
        print(line, file=sys.stderr)
    return report


def _same(path: str, other: str) -> bool:
    import os

    return os.path.realpath(path) == os.path.realpath(other)


def _job(path: str, args: argparse.Namespace, *, named: bool) -> Job:
    if path != "-":
        return Job(path, named)
    data = sys.stdin.buffer.read() if sys.stdin else b""
    return Job(args.stdin_filename or "-", named=True, data=data)


def _outcomes(jobs: list[Job], overrides: Overrides, processes: int) -> Iterator[Outcome]:
    if processes == 1 or len(jobs) == 1:
        return map(Runner(overrides).run, jobs)
    from speechlint.processes import run_all

    return run_all(jobs, overrides, processes)


def _counted(outcomes: Iterator[Outcome], total: int) -> Iterator[Outcome]:
    """Show how far a long run has come, on a terminal only."""
    if total < 50 or not sys.stderr.isatty():
        yield from outcomes
        return
    try:
        for number, outcome in enumerate(outcomes, 1):
            print(f"\r已检查 {number}/{total}", end="", file=sys.stderr, flush=True)
            yield outcome
    finally:
        print("\r" + " " * 30 + "\r", end="", file=sys.stderr, flush=True)
