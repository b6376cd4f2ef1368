"""Where a speech gives the figure of an indicator: 全市一般公共预算收入完成186.5亿元，增长8.2%.

Only what reads that way for certain is a mention: before the indicator stand at most words
of time and place, between it and its figure at most a verb.
"""

from __future__ import annotations

from speechlint.later import later
from speechlint.light import bisect_left, bisect_right
from speechlint.occurrences import occurrences
from speechlint.record import NamedTuple
from speechlint.views.figures import POINTS, SHARE, figures
from speechlint.views.periods import periods
from speechlint.views.places import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from speechlint.paragraph import Paragraph
    from speechlint.text import Span
    from speechlint.views.figures import Quantity
    from speechlint.views.periods import Period

_LEAD = later(
    "(?:其中|同时|目前|截至|截止|至|到|底|末|据统计|(?:经|据)?初步(?:统计|核算)|年初以来|的|以来|已|共|累计|"
    "完成|实现|占|是|“|，)*"
)
_VERB = "(?:总量|总额|历史性地?|首次|一举|累计|预?共|已经?|就|全年|完成|实现|达到?|为|是|有|突破|稳定在|保持在|增?至)*"
_ROUGH = "(?:大?约|[将接逼]?近|超过?|逾|突破|不足|不到|不?[高低少]于)?"
_VALUE = later(f"(?:[（(][A-Za-z]+[）)])?{_VERB}{_ROUGH}")
_SINCE = "(?:同比|同口径|[比较]去?上?年(?:同期)?)*"
_UP, _DOWN = (
    "增长|增加|提高|上升|提升|上涨|增幅[为达]?",
    "下降|减少|降低|回落|下滑|下跌|降幅[为达]?",
)
_CHANGE = later(f"(?:[（(][A-Za-z]+[）)])?{_SINCE}(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?{_ROUGH}")
_RATE = later(f"(?:同比)?(?:增速|增长率|增幅)(?:达到?|为|是)*{_ROUGH}")
_THEN_CHANGE = later(f"[，、（(]?{_SINCE}(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?{_ROUGH}")
_THEN_VALUE = later(f"，?(?:总量|总额)?(?:达到?|完成|实现|增?至){_ROUGH}")
_WHEN = "(?:(?:(?:19|20)[0-9]{2}年[末底]?|[今去上]年)的?)?"
_FROM = later(f"(?:由|从){_WHEN}")
_TO = later(f"(?:增长|提高|增加|上升|提升|扩大|下降|减少|降低|回落)(?:到|至){_WHEN}{_ROUGH}")
# What is wished for is no figure yet.
_WISH = later(
    "目标|计划|预期|力争|预算安排|确保|争取|规划|将(?!近)|拟|预计|今后|明年|下一步|奋斗|到(?:19|20)[0-9]{2}年"
    "|(?<![主需重只摘纪])要(?![素闻求点害])"
)
# Another way to reckon is another figure.
_OTHERWISE = later("扣除|剔除|不含|不包括|可比|口径")
# So much is asked for, unless the sentence says that it was.
_ASKED = ("左右", "以上", "以内", "以下")
# A figure with one of these behind it is not that of the indicator.
_NOT_BEFORE = ("的增", "增量", "的缺口", "任务", "目标", "的任务", "的目标", "的减")
_STOPS = "。！？!?\n"
# Of a sentence so many characters are read, and so many periods before it.
_LONG, _NEAR = 500, 8


class Mention(NamedTuple):
    """An indicator by the name it has here, and its figure.

    `change` says that the figure is by how much it changed, `sign` then whether it rose.
    `given` are the periods named before the figure in its sentence, `before` those earlier
    in the paragraph. `place` is what was named last: "市" for 全市, "江州市", or "".
    """

    name: str
    quantity: Quantity
    change: bool
    sign: int
    given: tuple[Period, ...]
    before: tuple[Period, ...]
    place: str


def mentions(paragraph: Paragraph, names: Iterable[str]) -> Iterator[Mention]:
    """Yield the figures that a paragraph gives of indicators of these names."""
    reader: _Reader | None = None
    for span in occurrences(names, paragraph.text):
        reader = reader or _Reader(paragraph)
        yield from reader.read(span)


class _Reader:
    """What a paragraph names: figures, periods, places; each found once."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.text = paragraph.text
        self.quantities = paragraph.view(figures)
        self.starts = [quantity.span.start for quantity in self.quantities]
        self.periods = tuple(periods(self.text))
        self.times = [period.span.start for period in self.periods]
        self.places = tuple(places(self.text))
        self.ends = [span.end for span, _ in self.places]

    def read(self, name: Span) -> Iterator[Mention]:
        text = self.text
        segment = self._after("，。；！？：、\n（）,;:()", name.start, 60)
        if not self._leads(segment, name.start):
            return
        first = bisect_left(self.starts, name.end)
        if text[segment - 1 : segment] == "、" and not self._figure_in_item(segment - 1, first):
            return  # 城镇、农村居民收入增长5%: of both
        near = self.quantities[first : first + 2]
        sentence = self._after(_STOPS, name.start, _LONG)
        time = bisect_left(self.times, sentence)
        for quantity, change, sign in _figures(text, name.end, near):
            at, end = quantity.span
            if _WISH.search(text, sentence, near[0].span.start) or _OTHERWISE.search(
                text, sentence, at
            ):
                continue
            given = self.periods[time : bisect_left(self.times, at)]
            asked = quantity.hedge in _ASKED and not given
            if quantity.masked or asked or text.startswith(_NOT_BEFORE, end):
                continue
            yield Mention(
                text[name.start : name.end],
                quantity,
                change,
                sign,
                given,
                self.periods[max(0, time - _NEAR) : time],
                self._place(name.start),
            )

    def _leads(self, start: int, end: int) -> bool:
        """Say whether nothing but time, place and a verb stands before an indicator."""
        first = bisect_left(self.times, start)
        taken = [p.span for p in self.periods[first : bisect_left(self.times, end)]]
        first = bisect_left(self.ends, start)
        taken += [span for span, _ in self.places[first : bisect_right(self.ends, end)]]
        at, rest = start, ""
        for span in sorted(taken):
            if span.start >= at and span.end <= end:
                rest += self.text[at : span.start]
                at = span.end
        return bool(_LEAD.fullmatch(rest + self.text[at:end]))

    def _figure_in_item(self, end: int, after: int) -> bool:
        """Say whether the item of a list that ends at `end` holds a figure: the last before `after`."""
        start = self._after("，。；！？：、\n", end, _LONG)
        return after > 0 and self.starts[after - 1] >= start

    def _place(self, at: int) -> str:
        before = bisect_right(self.ends, at)
        return self.places[before - 1][1] if before else ""

    def _after(self, marks: str, end: int, most: int) -> int:
        """Return where the text after the last of some marks begins, at most so far before `end`."""
        least = max(0, end - most)
        return max(least, 1 + max(self.text.rfind(mark, least, end) for mark in marks))


def _figures(text: str, at: int, near: Sequence[Quantity]) -> Iterator[tuple[Quantity, bool, int]]:
    """Yield the figures of an indicator that ends at `at`: each, whether it is a change, its sign."""
    if not near:
        return
    first = near[0]
    between = (at, first.span.start)
    relative = first.dimension in (SHARE, POINTS)
    changed = _CHANGE.fullmatch(text, *between)
    if changed or _RATE.fullmatch(text, *between):
        yield first, True, -1 if changed and changed["down"] else 1
        if relative and (second := _next(text, near, _THEN_VALUE)):
            yield second[0], False, 1
    elif _FROM.fullmatch(text, *between):
        if second := _next(text, near, _TO):
            yield second
    elif _VALUE.fullmatch(text, *between):
        yield first, False, 1
        if second := _next(text, near, _THEN_CHANGE):
            yield second


def _next(
    text: str, near: Sequence[Quantity], words: re.Pattern[str]
) -> tuple[Quantity, bool, int] | None:
    """Return the figure after the first one where the words join them."""
    if len(near) < 2:
        return None
    match = words.fullmatch(text, near[0].span.end, near[1].span.start)
    if not match:
        return None
    down = "down" in words.groupindex and match["down"]
    return near[1], "up" in words.groupindex, -1 if down else 1
