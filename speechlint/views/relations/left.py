"""What is left of a total: 12个中8个已开工，其余4个."""

from __future__ import annotations

from speechlint.later import later
from speechlint.views.relations.clauses import Segment
from speechlint.views.relations.lists import Listing, Part, amounts, is_remark
from speechlint.views.relations.tails import headed, leads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.views.relations.clauses import Item, Sentence

_REST = later("(?:其余|剩余|余下|剩下|其他)的?(?:[^，]{0,4})$")
_ALL = later("共|总|全|计划|应|现有|安排|确定|承担|排查|下达|涉及")
_SOME = later("已|有|完成")


def listings(sentence: Sentence) -> Iterator[Listing]:
    """Yield the lists of parts that leave a rest of their total."""
    for n, segment in enumerate(sentence.segments):
        for k, item in enumerate(segment.items):
            if item.quantity.dimension and _REST.search(item.before) and not leads(item.before):
                own = Segment(segment.mark, segment.span, segment.text, segment.items[:k])
                yield from _rest(sentence, (*sentence.segments[:n], own), item, segment)


def _rest(
    sentence: Sentence, front: Sequence[Segment], rest: Item, segment: Segment
) -> Iterator[Listing]:
    """Yield “12个中，8个……，其余4个”: the first is the total, the others its parts."""
    if any(map(headed, front)):
        return  # a list whose total stands before it ends with the rest
    found = [
        (item, s) for s in front if not is_remark(s) for item in amounts(s, rest.quantity.dimension)
    ]
    before = sentence.before
    if len(found) == 1 and before and sentence.span.start - before.span.end <= 2:
        named = [(i, s) for s in before.segments for i in amounts(s, rest.quantity.dimension)]
        if len(named) == 1 and _ALL.search(named[0][1].text):
            found = named + found  # 今年共争取项目9个。……3个项目已完工，其余6个……
    for n, (item, s) in enumerate(found[:-1]):
        middle = [Part(i.quantity, i.before, "，", i.after) for i, _ in found[n + 1 :]]
        among = len(found) == 2 and _SOME.search(found[1][0].before) is not None
        same = found[n + 1][1] is s or (n == 0 and among)
        if same or item.after.endswith(("中", "里")) or _ALL.search(item.before):
            parts = (*middle, Part(rest.quantity, "其余", segment.mark, rest.after))
            if all(part.quantity.firm for part in parts):
                yield Listing(((item.quantity, s.text),), parts, backwards=True)
            return
