"""The teaser of a page: title, salutation and first words run together, cut off, and repeated below."""

from __future__ import annotations

from speechlint.memory import recalled
from speechlint.regexes import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.memory import Memory

_SHORT, _LONG = 30, 400
_HEAD = 90  # title and salutation are no longer
_KEY = 10
_WINDOW = 3000  # how far below a teaser its text begins again, in characters
_DOTS = ("...", "…", "。。。", "．．．", "..")
_SPACE = r"[\s\u3000]+"
_GLUED = r"[^。！？]{4,60}(?:讲话稿?|致辞|发言稿?|报告|主持词|演讲稿?|总结|提纲|日[)）]?)\s*(?:同志们|各位|尊敬的)"


def find(lines: Sequence[str], memory: Memory | None = None) -> Iterator[int]:
    """Yield the numbers of the lines that are teasers."""
    for number, (cut_off, glued) in enumerate(recalled(memory, _signs, lines)):
        if not cut_off and not glued:
            continue
        line = lines[number]
        if _repeated(line, lines, number):
            yield number
        elif cut_off and glued and len(line) < _LONG:
            yield number  # of another speech, among the links at the end


def _signs(lines: Sequence[str]) -> list[tuple[bool, bool]]:
    """Say of each line whether it is cut off, and whether a salutation is glued to a title."""
    return [
        (line.endswith(_DOTS), _glued(line)) if len(line) >= _SHORT else (False, False)
        for line in lines
    ]


def _glued(line: str) -> bool:
    """Say whether a line begins with a title that a salutation follows without a break."""
    head = line[:_HEAD]
    called = any(word in head for word in ("同志们", "各位", "尊敬的"))
    return called and bool(regex(_GLUED).match(line))


def _repeated(line: str, lines: Sequence[str], number: int) -> bool:
    """Say whether the text of a line begins again below, parted into more lines than one."""
    teaser = regex(_SPACE).sub("", line).rstrip(".…。．")
    if len(teaser) < _SHORT:
        return False
    body, size = [], 0
    for below in range(number + 1, len(lines)):
        body.append(regex(_SPACE).sub("", lines[below]))
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
