"""The parts of a speech: what stands before its first heading, then 一、 and （一） below it."""

from __future__ import annotations

from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.views.outline import outline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.document import Paragraph, Speech

# As deep as a listener follows: 第一部分、一、（一）.
_HEADS = {"第#编": 0, "第#篇": 0, "第#部分": 0, "第#章": 1, "第#节": 2, "#、": 3, "（#）": 4}
_TITLE = "[^。！？；：\n]*"
_OPENING = "开头"


class Part(NamedTuple):
    """Paragraphs of a speech under one heading, those of the parts inside it too.

    `level` is 1 for the highest; the opening, before the first heading, is a part of that level.
    """

    title: str
    level: int
    paragraphs: tuple[Paragraph, ...]


def parts(speech: Speech) -> tuple[Part, ...]:
    """Return the parts in the order in which they begin; none for a speech without headings."""
    heads = sorted(
        (item.place, _HEADS[item.mark.kind], item.mark.span.start)
        for listing in speech.view(outline).listings
        for item in listing.items
        if item.mark.leads and item.mark.kind in _HEADS
    )
    if not heads:
        return ()
    found: list[Part] = []
    whole = speech.paragraphs
    if first := heads[0][0]:
        found.append(Part(_OPENING, 1, whole[:first]))
    open_: list[int] = []  # the numbers of the parts that go on
    levels, ends = [1] * len(heads), [len(whole)] * len(heads)
    for number, (place, depth, _) in enumerate(heads):
        while open_ and heads[open_[-1]][1] >= depth:
            ends[open_.pop()] = place
        open_.append(number)
        levels[number] = len(open_)
    for (place, _, at), level, end in zip(heads, levels, ends, strict=True):
        title = regex(_TITLE).match(whole[place].text, at)
        found.append(Part(title[0] if title else "", level, whole[place:end]))
    return tuple(found)
