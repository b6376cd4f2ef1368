"""argparse's own words, in Chinese."""

from __future__ import annotations

import re

_HEADINGS = (
    ("usage: ", "用法："),
    ("positional arguments:", "参数："),
    ("optional arguments:", "选项："),
    ("options:", "选项："),
    ("show this help message and exit", "显示这份说明"),
)
_ERRORS = (
    (r"unrecognized arguments: (.*)", r"不认识的参数：\1"),
    (r"the following arguments are required: (.*)", r"缺少参数：\1"),
    (r"argument ([^:]*): expected one argument", r"\1 后面要有一个值"),
    (r"argument ([^:]*): expected at least one argument", r"\1 后面至少要有一个值"),
    (r"argument ([^:]*): invalid choice: (.*?) \(choose from (.*)\)", r"\1 不能是 \2，可以是 \3"),
    (r"argument ([^:]*): ignored explicit argument (.*)", r"\1 不带值（写了 \2）"),
    (r"argument ([^:]*): not allowed with argument (.*)", r"\1 不能与 \2 同用"),
    (r"argument ([^:]*): (.*)", r"\1 \2"),  # our own words
)
_ROW = re.compile(r"^(  \S+(?: \S+)*)(  +)(?=\S)", re.MULTILINE)


def headings(text: str) -> str:
    """Translate the fixed words of a help text, and align its columns again."""
    for english, chinese in _HEADINGS:
        text = text.replace(english, chinese, 1)
    return _ROW.sub(_aligned, text)


def _aligned(row: re.Match[str]) -> str:
    # argparse counts characters; those that are no ASCII take two columns.
    room = len(row[2]) - sum(not c.isascii() for c in row[1])
    return row[1] + " " * max(room, 2)


def translated(message: str) -> str:
    """Translate an error message; one that is not known stays as it is."""
    for english, chinese in _ERRORS:
        if match := re.fullmatch(english, message):
            return match.expand(chinese)
    return message
