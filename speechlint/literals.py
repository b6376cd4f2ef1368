"""Many words as one expression that finds any of them fast: for the build.

An expression `甲乙|甲丙|丁` tries every word at every character that one begins with. Put together
by their first characters, `(?:甲(?:丙|乙)|丁)`, only those are tried that may go on: for 600 words
twice as fast, and eight times as fast as asking for each.
"""

from __future__ import annotations

from speechlint.regexes import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def expression(words: Iterable[str]) -> str:
    """Return an expression that matches the longest of the words that begins at a place."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(escape(char) + _going_on(rest) for char, rest in sorted(rests.items()))


def _going_on(rests: list[str]) -> str:
    longer = [rest for rest in rests if rest]
    if not longer:
        return ""
    return f"(?:{expression(longer)})" + ("?" if "" in rests else "")
