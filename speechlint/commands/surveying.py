"""What `figures` and `stats` share: each draft is read for itself and described, not judged."""

from __future__ import annotations

import sys

from speechlint import config as configs
from speechlint.api import Checking, read_bytes
from speechlint.commands import Exit
from speechlint.errors import ConfigError, ReadError
from speechlint.failing import Failure
from speechlint.files import chinese, find

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable
    from typing import Protocol, TypeVar

    class Described(Protocol):
        @property
        def text(self) -> str: ...

    D = TypeVar("D", bound=Described)


def configure(parser: argparse.ArgumentParser, config: str) -> None:
    """Add the arguments that both have; `config` is the help of `--config`."""
    add = parser.add_argument
    add("paths", nargs="+", metavar="路径", help="文件、文件夹或通配符；- 为标准输入")
    add("--config", metavar="文件", help=config)
    add("--output-format", choices=["text", "json"], default="text", help="格式（缺省 text）")
    add("--stdin-filename", metavar="文件名", default="-", help="标准输入当作这个文件")


def survey(
    args: argparse.Namespace,
    describe: Callable[[Checking, bytes, str], D],
    as_json: Callable[[list[D], list[Failure]], str],
    as_lines: Callable[[D, bool], Iterable[str]],
) -> Exit:
    """Write what `describe` makes of each draft; `as_lines` is told whether the output is wide.

    A file that cannot be read is named at the end, the others are described.
    """
    checking = Checking(configs.read(args.config) if args.config else None)
    described: list[D] = []
    errors: list[Failure] = []
    for found, named in find(args.paths, lambda _: None):
        path = args.stdin_filename if found == "-" else found
        try:
            data = sys.stdin.buffer.read() if found == "-" else read_bytes(path)
            draft = describe(checking, data, path)
        except (ReadError, ConfigError) as error:
            errors.append(Failure(path, str(error)))
            continue
        if named or chinese(draft.text):
            described.append(draft)
    if args.output_format == "json":
        sys.stdout.flush()
        sys.stdout.buffer.write(as_json(described, errors).encode())
    else:
        _print(described, errors, as_lines)
    return Exit.FAILED if errors else Exit.CLEAN


def _print(
    described: list[D], errors: list[Failure], as_lines: Callable[[D, bool], Iterable[str]]
) -> None:
    from speechlint.reporters import text

    wide = text.wide(sys.stdout)
    for number, draft in enumerate(described):
        if number:
            print()
        for line in as_lines(draft, wide):
            print(line)
    sys.stdout.flush()
    for error in errors:
        print(f"{error.path}：{error.message}", file=sys.stderr)
