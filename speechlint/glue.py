"""Pages run together: lines whose line ends became spaces, or nothing at all.

Chinese is written without spaces, so a space after a full stop or before “二、” was a line end.
"""

from __future__ import annotations

from speechlint.regexes import regex
from speechlint.text import GAP, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHORT = 120  # a line that holds several paragraphs is longer
# Who types a space after every full stop does so every 25 characters; a paragraph is longer.
_PARAGRAPH = 50
_BREAKS = 3
_HEADING = 45
MOST = 0.6  # a line that holds so much of the text is the text, run together
_FINAL = "。！？；：:!?…”’"
_CHAPTER = r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])"
# What begins a line: a marker, or a salutation.
_BEGINS = (
    rf"{_CHAPTER}|[（(]\d{{1,3}}[)）]|\d{{1,2}}[.．、](?!\d)"
    r"|第[一二三四五六七八九十]{1,3}[章节条部篇编，、]|[一二三四五六七八九十][是要]|——"
    r"|(?:首先|其次|再次|最后)[，,]|(?:同志们|各位|尊敬的)[^。，]{0,30}[：:！!，,]"
)
_TITLE = r"(?:讲话稿?|报告|致辞|发言稿?|总结|主持词|演讲稿|提纲|汇报|要点|材料|[\d一二三四五六七八九十]+日[)）]?)$"
# Where a line began in a text that lost its line ends and got nothing for them.
_SEAM = (
    rf"(?<=[。！？])(?={_CHAPTER})|(?<=[。！？；])(?=[一二三四五六七八九十][是要]|第[一二三四五六七八九十]，)"
    r"|(?<=讲话|致辞|发言|报告)(?=(?:同志们|各位|尊敬的)[^。]{0,30}[：:])"
    r"|(?<=们[：:]|宾[：:]|表[：:]|员[：:]|导[：:])(?=[^\s”])|(?<=[。！？])(?=同志们[，：！]|谢谢大家)"
)
# Of these a line of the text holds one at the most, at an end.
_ENDS = ("同志们：", "先生们：", "朋友们：", "代表：", "来宾：", "谢谢大家", "谢谢各位")


def cut(line: str, text_length: int, *, page: bool = False) -> tuple[Span, ...]:
    """Cut a line where it was run together; a line that was not comes back whole.

    `page` says that the line is known to be a page run together: one break is then enough.
    """
    whole = (Span(0, len(line)),)
    if not line or (not page and len(line) < SHORT):
        return whole
    gaps = [Span(*m.span()) for m in regex(GAP).finditer(line)]
    breaks = [gap for n, gap in enumerate(gaps) if _breaks(line, gaps, n)]
    if not page and not _flattened(line, breaks):
        breaks = []
        if len(line) >= MOST * text_length:
            seams = [Span(m.start(), m.start()) for m in regex(_SEAM).finditer(line)]
            ended = any(end in line for end in _ENDS)
            breaks = seams if len(seams) >= _BREAKS and ended else []
    starts = [0, *(gap.end for gap in breaks)]
    ends = [*(gap.start for gap in breaks), len(line)]
    return tuple(Span(s, e) for s, e in zip(starts, ends, strict=True) if s < e) or whole


def _flattened(line: str, breaks: Sequence[Span]) -> bool:
    return len(breaks) >= _BREAKS and (
        len(line) >= _PARAGRAPH * (len(breaks) + 1)
        or sum(bool(regex(_BEGINS).match(line, gap.end)) for gap in breaks) >= _BREAKS
    )


def _breaks(line: str, gaps: Sequence[Span], n: int) -> bool:
    """Say whether a line ended at this gap."""
    gap = gaps[n]
    if gap.start == 0:
        return False
    if line[gap.start - 1] in _FINAL or regex(_BEGINS).match(line, gap.end):
        return True
    left = line[gaps[n - 1].end if n else 0 : gap.start]
    if len(left) > _HEADING or "。" in left:
        return False
    begins = regex(_BEGINS).match(left)
    return bool(begins and begins.end() < len(left)) or bool(regex(_TITLE).search(left))


def runs(glued: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each row of parts that were one line."""
    start = 0
    for n in range(1, len(glued) + 1):
        if n == len(glued) or not glued[n]:
            if n - start > 1:
                yield start, n - 1
            start = n
