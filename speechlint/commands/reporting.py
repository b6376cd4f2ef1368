"""Write the report of `speechlint check`, in the format and to the place that is asked for."""

from __future__ import annotations

import sys

from speechlint.light import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from speechlint.reporters import Report

FORMATS = ("text", "json", "html", "sarif", "github", "gitlab", "junit")  # a reporter each


def write(args: argparse.Namespace, report: Report, *, piped: bool = False) -> None:
    """Write the report; to standard error where the draft itself is `piped` to standard output.

    Raise OutputError.
    """
    if args.output_format != "text":
        reporter = import_module(f"speechlint.reporters.{args.output_format}")
        data = reporter.render(report).encode("utf-8", "replace")
        _emit(data, args.output_file, piped=piped)
        return
    from speechlint.reporters import text

    stream = sys.stderr if piped else sys.stdout
    style = text.Style(
        color=not args.output_file and colorful(args),
        quiet=args.quiet,
        statistics=args.statistics,
        wide=not args.output_file and text.wide(stream),
    )
    lines = text.render(report, style)
    if args.output_file:
        data = "".join(f"{line}\n" for line in lines).encode(errors="replace")
        _emit(data, args.output_file, piped=piped)
    else:
        # Written at once: where output is not buffered, each line would be two calls of the system.
        stream.write("".join(f"{line}\n" for line in lines))
        stream.flush()
    failures(report)


def failures(report: Report) -> None:
    """Say on standard error what could not be checked."""
    from speechlint.reporters import text

    for line in text.failures(report):
        print(line, file=sys.stderr)


def colorful(args: argparse.Namespace) -> bool:
    """Say whether to use colour on standard output."""
    from speechlint.reporters import text

    return not args.no_color and text.colorful(sys.stdout)


def _emit(data: bytes, path: str | None, *, piped: bool) -> None:
    """Write a report: to a file whole or not at all, else to a stream as UTF-8."""
    if not path:
        stream = sys.stderr if piped else sys.stdout
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
        return
    from speechlint.errors import OutputError
    from speechlint.oserrors import reason
    from speechlint.writing import replace_file

    try:
        replace_file(path, data)
    except OSError as error:
        raise OutputError(f"{path}：报告写不进去（{reason(error)}），请换一个位置") from error
