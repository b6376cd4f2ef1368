"""The teaser of a page: title, salutation and first words run together, cut off, and repeated below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SHORT = 30
_KEY = 10
_WINDOW = 3000  # how far below a teaser its text begins again, in characters
_DOTS = ("...", "…", "。。。", "．．．", "..")
_SPACE = re.compile(r"[\s\u3000]+")
_GLUED = re.compile(
    r"[^。！？]{4,60}(?:讲话稿?|致辞|发言稿?|报告|主持词|演讲稿?|总结|提纲|日[)）]?)\s*(?:同志们|各位|尊敬的)"
)


def find(lines: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of the lines that are teasers."""
    for number, line in enumerate(lines):
        if len(line) >= _SHORT and (line.endswith(_DOTS) or _GLUED.match(line, 0, 90)):
            if _repeated(line, lines, number) or (
                line.endswith(_DOTS) and len(line) < 400 and _GLUED.match(line)
            ):
                yield number


def _repeated(line: str, lines: Sequence[str], number: int) -> bool:
    """Say whether the text of a line begins again below, parted into more lines than one."""
    teaser = _SPACE.sub("", line).rstrip(".…。．")
    if len(teaser) < _SHORT:
        return False
    body, size = [], 0
    for other in lines[number + 1 :]:
        body.append(_SPACE.sub("", other))
        size += len(body[-1])
        if size > _WINDOW:
            break
    whole = "".join(body)
    at = whole.find(teaser[:_KEY])
    if at < 0:
        return False
    tail = teaser[-_KEY * 2 :]
    cut_off = line.endswith(_DOTS)
    return whole.startswith(teaser, at) or (cut_off and tail in whole[at : at + 3 * len(teaser)])
