"""A unified diff of a draft and what fixes make of it, as `patch` reads it."""

from __future__ import annotations

from itertools import pairwise

from speechlint.reporters.columns import visible
from speechlint.text import EOL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.api import Checked

_COLORS = {"-": "31", "+": "32", "@": "36"}


def render(checked: Checked, *, color: bool = False) -> Iterator[str]:
    """Yield the lines, line ends and all; nothing where nothing would be changed.

    In `color` it is for a terminal, to which the draft must not speak.
    """
    from difflib import unified_diff

    mended = checked.mended
    if mended is None:
        return
    name = "标准输入" if checked.path == "-" else checked.path
    name += "\t" if " " in name else ""  # for `patch`
    old, new = _lines(mended.before), _lines(checked.text)
    for line in unified_diff(old, new, name, name, lineterm="\n"):
        body = line.rstrip("\r\n")
        if color:
            shown = "".join(c if c == "\t" else visible(c) for c in body)
            yield (
                f"\x1b[{_COLORS[line[0]]}m{shown}\x1b[0m\n" if line[0] in _COLORS else f"{shown}\n"
            )
        else:
            yield line if line.endswith("\n") else f"{line}\n"
        if body == line and line[0] in " -+":
            yield "\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Return the lines with their ends."""
    starts = [0, *(match.end() for match in EOL.finditer(text)), len(text)]
    return [text[a:b] for a, b in pairwise(starts) if a < b]
