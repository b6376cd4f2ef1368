"""The markers of one paragraph: 一、 （一） 1. ① 第一， 一是 首先 and their like.

A marker is told from a number in prose by what stands before it (the edge of a sentence), by
what follows, and, where that leaves a doubt, by a neighbour: “我们一是…，二是…” are two markers,
“统一是” is none.
"""

from __future__ import annotations

from itertools import pairwise

from speechlint.lines import Role
from speechlint.views.outline.reading import HAN, HEAD, UNITS, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.paragraph import Paragraph
    from speechlint.views.outline.reading import Mark

# After these a sentence or clause begins.
_STRONG = "。；：！？…;:!?”’）)】》"
_WEAK = "，、,—“‘（(－-"
_NO_NUMBER_BEFORE = "第零〇百千万亿几数两初周每" + HAN
# 统一 唯一 之一 同一 单一 万一 … end in a number that numbers nothing.
_NO_ONE_BEFORE = "统唯惟之同单万专划合归不期逐另任其进星老如挑独高大"
# 一、二产业, 三、四级医院
_LIST_OF = HAN + "两"
_LISTED = "、级季产次期批年号线类档层楼度中和及"
_BEYOND = 6  # so far behind the count of its fellows a number may still be one of them
# How far a marker may be trusted: not at all; as the first of a list whose second is there; if
# another of its kind counts on; whatever stands around.
_NEVER, _FIRST, _BACKED, _SURE = range(4)
_NEAR = 8  # characters before a marker that matter
_SPACES = (" ", "\u3000", "\u00a0")
# 第三条（二）项, 见（一）至（三）
_REFERRED = "项款条至和—、，。；）)"
_HEADING = 40  # characters of a heading whose marker has lost its mark
_ENDS = "。；，：！？、"
_NEED = "素件"  # 三要素 四要件


def marks(paragraph: Paragraph) -> tuple[Mark, ...]:
    """Return the markers of a paragraph, in order."""
    return () if paragraph.role is Role.TABLE else scan(paragraph.text, (0,))


def scan(text: str, leads: tuple[int, ...]) -> tuple[Mark, ...]:
    """Return the markers of a text; `leads` are the offsets where a line begins."""
    found = list(_candidates(text, leads))
    if not found:
        return ()
    numbers: dict[str, list[int]] = {}
    sure: dict[str, int] = {}
    for mark, trust in found:
        if trust > _FIRST:
            numbers.setdefault(_chain(mark), []).append(mark.number)
        if trust == _SURE:
            sure[_chain(mark)] = sure.get(_chain(mark), 0) + 1
    backed = {chain: _backed(row, sure.get(chain, 0)) for chain, row in numbers.items()}
    out = []
    for mark, trust in found:
        row = numbers.get(_chain(mark), [])
        if trust == _FIRST:
            if row[:1] == [2]:  # the list is there, so this is its beginning
                out.append(mark)
                row.insert(0, 1)
            continue
        doubt = trust == _BACKED and mark.number > backed[_chain(mark)]
        if not doubt or _is_heading(mark):
            out.append(mark._replace(doubt=True) if doubt else mark)
    return tuple(out)


def _chain(mark: Mark) -> str:
    """Return what markers that back each other have in common: 一是 …，第二，…，三要 … are a chain."""
    return "#是" if mark.kind in ("#要", "第#，") else mark.kind


def _is_heading(mark: Mark) -> bool:
    return mark.kind == "甲、" or mark.kind[2:] in UNITS


def _backed(numbers: list[int], sure: int) -> int:
    """Return up to which number the markers of one kind back each other, 0 if they do not.

    They do where two count on, or where 1 and 3 lost their 2; a number far beyond their count is
    none of theirs. Beside several that are sure a number one begins a list.
    """
    pairs = list(pairwise(numbers))
    if any(b == a + 1 for a, b in pairs) or (1, 3) in pairs:
        return len(numbers) + _BEYOND
    return int(sure > 1)


def _candidates(text: str, leads: tuple[int, ...]) -> Iterator[tuple[Mark, int]]:
    """Yield what may be a marker, and how far it may be trusted."""
    after = 0
    for head in HEAD.finditer(text):
        start = head.start()
        mark = read(text, start) if start >= after else None
        if mark is None:
            continue
        after = mark.span.end
        if start in leads:
            mark = mark._replace(leads=True)
        figure = text[mark.figure.start : mark.figure.end]
        if _denied(mark, figure, text[after : after + 2]):
            continue
        if mark.form == "#" and mark.kind == "#、":
            if not mark.leads or len(text) > _HEADING or text.rstrip()[-1] in _ENDS:
                continue
            mark = mark._replace(doubt=True)
        trust = _SURE if mark.leads else _trust(text, mark)
        if trust > _FIRST or (trust == _FIRST and mark.number == 1):
            yield mark, trust


def _denied(mark: Mark, figure: str, after: str) -> bool:
    """Say whether the two characters after it make it no marker wherever it stands."""
    if not after:
        return False
    if mark.kind == "#、":  # 一、二、三产业; but “二、三农工作” is a heading
        return after[:1] in _LIST_OF and (not mark.leads or after[1:] in _LISTED)
    if mark.kind == "#是":  # 一是一，二是二
        return after[:1] == figure and after[1:] in "、，,"
    if mark.kind == "#要":  # 三要素，“三要三不要”
        return after[:1] in _NEED or (mark.number > 1 and after[:1] == figure)
    if mark.kind[0] == "第":  # 第一、第二产业; 第一要务
        if mark.form[-1] == "要":
            return after[:1] in _NEED + "务"
        return after[:1] in _LIST_OF + "第" and mark.form[-1] == "、"
    return False


def _trust(text: str, mark: Mark) -> int:
    """Say how far a marker inside a line may be trusted."""
    before = text[max(mark.span.start - _NEAR, 0) : mark.span.start]
    spaced = before[-1:] in _SPACES
    before = before.rstrip(" \u3000\u00a0")
    last, after = before[-1:], text[mark.span.end : mark.span.end + 1]
    strong = last in _STRONG
    if mark.kind in ("1.", "1）"):
        return _trust_figure(mark, before, after, strong=strong or spaced)
    if mark.kind == "#、":
        if mark.form != "#、" or last in _NO_NUMBER_BEFORE or last in _NO_ONE_BEFORE:
            return _NEVER
        return _SURE if strong or spaced else _FIRST
    if mark.kind[0] == "#":
        return _trust_chain(mark, last, after, strong=strong)
    if mark.kind in ("（#）", "（1）", "①"):
        if mark.form == "#）" or mark.form[-1] in "、，" or not after or after in _REFERRED:
            return _NEVER
        return _SURE if strong or spaced else _BACKED
    if _is_heading(mark):
        return _BACKED if strong else _NEVER
    if strong:
        return _SURE
    if last in "了得获列居夺争当省市国县区球界":  # 拿了第一，全省第一， are ranks
        return _NEVER
    return _BACKED if last in "，," else _FIRST


def _trust_chain(mark: Mark, last: str, after: str, *, strong: bool) -> int:
    """Say the same of 一是, 二要, 三靠."""
    if last in _NO_NUMBER_BEFORE or (mark.number == 1 and last in _NO_ONE_BEFORE):
        return _NEVER
    if mark.kind not in ("#是", "#要"):
        return _BACKED if strong or last in _WEAK else _NEVER
    if strong:
        return _SURE
    noun = mark.kind == "#要" and after in "求点害领" and last not in _WEAK
    return _NEVER if noun else _BACKED


def _trust_figure(mark: Mark, before: str, after: str, *, strong: bool) -> int:
    """Say the same of 1. and 1）: no decimal, no time of day, no data."""
    last = before[-1:]
    if last.isascii() and last.isalnum():
        return _NEVER
    if last in ":：" and before[-2:-1].isdigit():
        return _NEVER
    if mark.form == "#，" or not after or after in "、，。；）)":
        return _NEVER
    return _SURE if strong else _BACKED if last in "，," else _FIRST
