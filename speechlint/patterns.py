"""Regular expressions that rules and configurations hold."""

from __future__ import annotations

from speechlint import lists
from speechlint.light import cache
from speechlint.regexes import regex
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping
    from typing import Any

# How the messages of `re` begin, and what they mean to whoever wrote the expression.
_REASONS = (
    ("missing )", "圆括号没有成对"),
    ("unbalanced parenthesis", "圆括号没有成对"),
    ("unterminated character set", "方括号没有成对"),
    ("nothing to repeat", "* + ? 前面没有可以重复的内容"),
    ("multiple repeat", "* + ? 连写了"),
    ("bad character range", "方括号里的范围倒了"),
    ("bad escape", "不认识的转义"),
    ("look-behind requires", "(?<= ) 和 (?<! ) 里的长度要固定"),
    ("redefinition of group", "同一个组名用了两次"),
    ("unknown group name", "没有这个组名"),
    ("invalid group reference", "没有这个组"),
)


LITERALS = "LITERALS"


@cache
def union(patterns: tuple[str, ...], option: str) -> re.Pattern[str]:
    """Return one regular expression for all; compiled when first needed.

    In several of them a group may be named `mark`; other groups are referred to by name.
    Raise OptionError naming the option and the expression at fault.
    """
    named = (p.replace("(?P<mark>", f"(?P<mark{n}>") for n, p in enumerate(patterns))
    try:
        return regex("|".join(f"(?:{p})" for p in named))
    except Exception as error:
        if type(error).__module__ != "re" and type(error).__name__ != "error":
            raise
        from speechlint.errors import OptionError

        raise OptionError(f"选项 {option} 里的正则表达式{_fault(patterns, error)}") from error


def spans(patterns: tuple[str, ...], option: str, text: str) -> list[Span]:
    """Return the spans of all matches."""
    return [Span(*m.span()) for m in union(patterns, option).finditer(text)] if patterns else []


def marked(match: re.Match[str]) -> Span:
    """Return the span of the group `mark` of a match of `union`, else of the whole match."""
    for name in match.re.groupindex:
        if name.startswith("mark") and match.start(name) >= 0:
            return Span(*match.span(name))
    return Span(*match.span())


def _fault(patterns: tuple[str, ...], error: Any) -> str:
    alone = [(f"“{p}”", fault) for p in patterns if (fault := _error(p))]
    wrong, error = alone[0] if alone else ("", error)
    why = next((w for start, w in _REASONS if error.msg.startswith(start)), error.msg)
    place = f"第 {error.pos + 1} 个字符处，" if wrong and error.pos is not None else ""
    return f"{wrong}写错了（{place}{why}）"


def _error(pattern: str) -> re.error | None:
    import re

    try:
        re.compile(pattern)
    except re.error as error:
        return error
    return None


_NOT_REQUIRED = (
    r"\(\?<?![^()]*\)",  # what must not stand beside it
    r"\(\?:[^()]*\)[?*]?",  # one of several, or nothing
    r"\[[^\]]*\](?:\{[^}]*\})?[?*+]*",  # one of several characters
    r"[一-龥][?*]",
)


def literal(pattern: str) -> str:
    """Return the longest run of characters that every match of an expression has in or beside it.

    Nothing where that is not plain to see.
    """
    if pattern.isalnum():
        return pattern
    if "|" in regex(r"\([^()]*\)").sub("", pattern):
        return ""
    for words in _NOT_REQUIRED:
        pattern = regex(words).sub(" ", pattern)
    return max(regex("[一-龥“”、]+").findall(pattern), key=len, default="")


@cache
def _literals() -> lists.Listed:
    """Return the literals of the expressions that the build met in tables."""
    return lists.of(LITERALS, dict)


def _literal(pattern: str) -> str:
    known = None if pattern.isalnum() else _literals().get(pattern)
    return literal(pattern) if known is None else known


class Rows:
    """A table of regular expressions, and the value of each."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._rows = [(_literal(pattern), pattern, value) for pattern, value in table.items()]

    def within(self, text: str) -> Rows:
        """Return those that may match somewhere in a text, for its parts."""
        rows = Rows({})
        rows._rows = [row for row in self._rows if row[0] in text]
        return rows

    def find(self, text: str) -> Iterator[tuple[Span, str]]:
        """Yield the matches in order, none overlapping, each with the value of its expression."""
        found = [
            (match.start(), -match.end(), value)
            for word, pattern, value in self._rows
            if word in text
            for match in regex(pattern).finditer(text)
        ]
        last = 0
        for start, end, value in sorted(found):
            if start >= last:
                last = -end
                yield Span(start, last), value
