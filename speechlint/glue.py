"""Pages run together: lines whose line ends became spaces.

Chinese is written without spaces, so a space after a full stop or before “二、” was a line end.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from speechlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORT = 200  # a line that holds several paragraphs is longer
# Who types a space after every full stop does so every 25 characters; a paragraph is longer.
_PARAGRAPH = 50
_BREAKS = 3
_HEADING = 45
_FINAL = "。！？；：:!?…”’"


@lru_cache(maxsize=1)
def _gap() -> re.Pattern[str]:
    return re.compile(r"[ \t\u3000\u00a0]+")


@lru_cache(maxsize=1)
def _begins() -> re.Pattern[str]:
    """Match what begins a line: a marker, or a salutation."""
    return re.compile(
        r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)"
        r"|第[一二三四五六七八九十]{1,3}[章节条部篇编，、]|[一二三四五六七八九十][是要]|——"
        r"|(?:首先|其次|再次|最后)[，,]|(?:同志们|各位|尊敬的)[^。，]{0,30}[：:！!，,]"
    )


@lru_cache(maxsize=1)
def _title() -> re.Pattern[str]:
    return re.compile(
        r"(?:讲话稿?|报告|致辞|发言稿?|总结|主持词|演讲稿|提纲|汇报|要点|材料|[\d一二三四五六七八九十]+日[)）]?)$"
    )


def cut(line: str, *, page: bool = False) -> tuple[Span, ...]:
    """Cut a line where it was run together; a line that was not comes back whole.

    `page` says that the line is known to be a page run together: one break is then enough.
    """
    if not page and len(line) < _SHORT:
        return (Span(0, len(line)),)
    gaps = [Span(*m.span()) for m in _gap().finditer(line)]
    breaks = [gap for n, gap in enumerate(gaps) if _breaks(line, gaps, n)]
    if not breaks or not (page or _flattened(line, breaks)):
        return (Span(0, len(line)),)
    starts = [0, *(gap.end for gap in breaks)]
    ends = [*(gap.start for gap in breaks), len(line)]
    return tuple(Span(s, e) for s, e in zip(starts, ends, strict=True) if s < e)


def _flattened(line: str, breaks: Sequence[Span]) -> bool:
    return len(breaks) >= _BREAKS and (
        len(line) >= _PARAGRAPH * (len(breaks) + 1)
        or sum(bool(_begins().match(line, gap.end)) for gap in breaks) >= _BREAKS
    )


def _breaks(line: str, gaps: Sequence[Span], n: int) -> bool:
    """Say whether a line ended at this gap."""
    gap = gaps[n]
    if gap.start == 0:
        return False
    if line[gap.start - 1] in _FINAL or _begins().match(line, gap.end):
        return True
    start = gaps[n - 1].end if n else 0
    left = line[start : gap.start]
    if len(left) > _HEADING or "。" in left:
        return False
    begins = _begins().match(left)
    return bool(begins and begins.end() < len(left)) or bool(_title().search(left))
