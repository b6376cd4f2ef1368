"""A total, then its parts: 128个，其中新建56个、续建48个、收尾24个."""

from __future__ import annotations

from itertools import pairwise

from speechlint.later import later
from speechlint.regexes import regex
from speechlint.views.figures import RELATIVE
from speechlint.views.relations import labels
from speechlint.views.relations.clauses import Item, Segment
from speechlint.views.relations.lists import Listing, amounts, following, is_remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from speechlint.views.figures import Quantity
    from speechlint.views.relations.clauses import Sentence

_HEAD = regex(
    "其中|分布[在于]|(?:具体)?包括|划?分为|分成|分别[是为]|具体[为是]|由(?!于|此)|中(?=已|有|未)"
)
# After these words the parts are all there are.
_ALL = ("分布在", "分布于", "分为", "划分为", "分成", "分别为", "分别是", "具体为", "具体是", "由")
_FIRST = tuple("一二三四五")  # 其中三、四级手术1.2万台
_MADE_OF = later("组成|构成")
# In parentheses, these say that what follows is something else than a list of parts.
_ASIDE = later("含|[比占原另约合折即]|相当|其中|包括|平均|每|分别|同")


def listings(sentence: Sentence) -> Iterator[Listing]:
    """Yield the lists of parts that follow their total."""
    for n, segment in enumerate(sentence.segments):
        for k, item in enumerate(segment.items):
            if match := _last(item.before):
                yield from _read(sentence, n, match[0], _cut(sentence, n, k, match.end()))
        if n + 1 == len(sentence.segments):
            break
        words = segment.items[-1].after if segment.items else segment.text
        front, rest = sentence.segments[: n + 1], sentence.segments[n + 1]
        if match := _last(words):
            left = words[match.end() :]
            if (rest.mark in "：，" and not left) or (rest.mark == "、" and left in _FIRST):
                yield from _read(sentence, n + 1, match[0], (front, rest))
        elif segment.items and (
            (rest.mark == "：" and len(words) <= 8) or words.endswith(("中", "里", "当中"))
        ):
            yield from _read(sentence, n + 1, rest.mark, (front, rest))
    if sentence.outer and not any(_ASIDE.search(s.text) for s in sentence.segments):
        yield from _read(sentence, 0, "（", ((), sentence.segments[0]))


def _cut(sentence: Sentence, n: int, k: int, at: int) -> tuple[Sequence[Segment], Segment]:
    """Return what stands before, and its segment from, a word before the k-th figure."""
    segment = sentence.segments[n]
    item = segment.items[k]
    first = Item(item.quantity, item.before[at:], item.after)
    words = first.before + item.quantity.text
    rest = Segment(segment.mark, segment.span, words, (first, *segment.items[k + 1 :]))
    front = Segment(segment.mark, segment.span, segment.text, segment.items[:k])
    return (*sentence.segments[:n], front), rest


def _last(words: str) -> re.Match[str] | None:
    """Return the last word that leads to parts."""
    every = [*_HEAD.finditer(words)]
    return every[-1] if every else None


def _read(
    sentence: Sentence, n: int, word: str, border: tuple[Sequence[Segment], Segment]
) -> Iterator[Listing]:
    """Yield the list that `word` leads to, if it is one.

    `border` is what stands before the word, and the n-th segment as it goes on after it.
    """
    front, rest = border
    if not rest.items or rest.items[0].quantity.dimension in RELATIVE:
        return
    if word.startswith("分别") and not rest.items[0].before:
        return  # values of things named before: no parts of what stands before those
    tail = (rest, *sentence.segments[n + 1 :])
    if word == "由" and not any(_MADE_OF.search(segment.text) for segment in tail):
        return
    mark = sentence.segments[n].mark
    read = False
    for item in reversed(rest.items):
        if read and not _twinned(rest):
            return  # another figure of the same part
        dimension = item.quantity.dimension
        wholes = _wholes(sentence, front, dimension, word)
        if not wholes:
            continue
        read = True
        found = list(following(tail, dimension))
        parts = tuple(part for part in found if part)
        if not parts:
            continue
        listing = Listing(wholes, parts)
        listing.colon = mark == "：" or word == "："
        listing.apart = mark != "、" or word in "：，"
        listing.complete = word in _ALL
        ends = parts[-1].quantity.span.end
        later = [s for s in tail if s.span.start > ends and not is_remark(s)]
        over = not later or later[0].mark == "；" or not any(s.items for s in later)
        listing.closed = None not in found and over
        yield listing
        yield from _again(listing)


def _again(listing: Listing) -> Iterator[Listing]:
    """Yield what divides the whole once more, after a “；”: 其中女性…；35岁以下…、36岁以上…."""
    starts = [n for n, part in enumerate(listing.parts) if part.mark == "；"]
    for start, end in pairwise([*starts, len(listing.parts)]):
        parts = listing.parts[start:end]
        if len(parts) > 1 and labels.all_ages([part.name for part in parts]):
            again = Listing(listing.wholes, parts)
            again.complete = again.closed = again.apart = True
            yield again


def _twinned(segment: Segment) -> bool:
    """Say whether two figures count one thing in two ways: 820户1340人."""
    return len(segment.items) == 2 and not segment.items[1].before


def _wholes(
    sentence: Sentence, front: Sequence[Segment], dimension: str, word: str
) -> tuple[tuple[Quantity, str], ...]:
    """Return the figures that a list may be parts of, with their segments; the nearest first."""
    if wholes := _amounts(front, dimension):
        return wholes
    if any(segment.items for segment in front):
        return ()
    if sentence.nested:
        outer = sentence.outer
        return ((outer, sentence.gap),) if outer and outer.dimension == dimension else ()
    before = sentence.before
    if word == "其中" and before and sentence.span.start - before.span.end <= 2:
        wholes = _amounts(before.segments, dimension)
        return wholes if len(wholes) == 1 else ()
    return ()


def _amounts(front: Sequence[Segment], dimension: str) -> tuple[tuple[Quantity, str], ...]:
    return tuple(
        (item.quantity, segment.text)
        for segment in reversed(front)
        if not is_remark(segment)
        for item in reversed(amounts(segment, dimension))
    )
