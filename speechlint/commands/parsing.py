"""argparse, speaking Chinese."""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

from speechlint.commands import Exit
from speechlint.commands.chinese import headings, translated


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        told = f"{self.prog}：{translated(message)}\n用 {self.prog} --help 查看用法\n"
        self.exit(Exit.FAILED, told)

    def format_help(self) -> str:
        return headings(super().format_help())


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        # Without a width argparse imports shutil, 3 ms.
        super().__init__(prog, max_help_position=28, width=100)


def parser(name: str, module: Any) -> argparse.ArgumentParser:
    """Return the parser of a command."""
    made = _Parser(
        prog=f"speechlint {name}",
        description=module.DESCRIPTION,
        formatter_class=_Formatter,
        allow_abbrev=False,
    )
    # Python 3.14 would colour the words that we translate.
    made.color = False  # type: ignore[attr-defined, unused-ignore]
    module.configure(made)
    return made


def parse(name: str, module: Any, words: list[str]) -> argparse.Namespace:
    """Return the arguments of a command; raise SystemExit after --help or an error."""
    made = parser(name, module)
    # Options may stand between paths; but only the plain parser knows what `--` means.
    return made.parse_args(words) if "--" in words else made.parse_intermixed_args(words)
