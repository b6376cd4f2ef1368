"""Flag people of the roster who are named in another order than its own."""

from __future__ import annotations

from speechlint.diagnostic import Edit, Fix
from speechlint.people import Named, people
from speechlint.record import WithOptions
from speechlint.regexes import regex
from speechlint.rule import Finding
from speechlint.text import Span
from speechlint.titles import CORE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.document import Paragraph

_CIVIL = "(?:同志|先生|女士)?"
# Between two names of a list: a title after the one (张三同志), others who are not in the roster,
# a title before the next. What 、 parts is read piece by piece: no loop within a loop.
_HEAD = f"(?:{CORE})?{_CIVIL}"
_AND = "(?:和|以及|及|与)"
_TITLED = f"[㐀-鿿]{{0,12}}{CORE}"
_FIRST = f"(?:{_AND}(?:{_TITLED})?)?"
_MIDDLE = f"[㐀-鿿·]{{2,6}}|{_TITLED}"
_LAST = f"(?:[㐀-鿿·]{{2,6}}{_AND})?(?:{_TITLED})?"
_FAR = 60  # characters between two names of one list
_OTHER_ORDERS = ("姓氏笔画", "排名不分先后", "拼音", "为序", "顺序")


class Rank(WithOptions):
    """Flag the first name of a list (李国强、王强) that should stand before another.

    `people` are the names of the roster; `order` says each one's place, as far as it is known.
    """

    people: Mapping[str, str] = {}
    order: Mapping[str, str] = {}

    def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        text = paragraph.text
        if len(self.order) < 2 or any(words in text for words in _OTHER_ORDERS):
            return
        for run in _lists(text, people(self.people).named(text)):
            ranked = [n for n in run if n.name in self.order]
            places = [int(self.order[n.name]) for n in ranked]
            for at in range(1, len(ranked)):
                if places[at] < max(places[:at]):
                    yield self._finding(text, run, ranked, at)
                    break

    def _finding(self, text: str, run: list[Named], ranked: list[Named], at: int) -> Finding:
        late = ranked[at]
        right = sorted(ranked, key=lambda n: int(self.order[n.name]))
        before = next(n for n in right if int(self.order[n.name]) > int(self.order[late.name]))
        names = [n.name for n in right]
        values = {
            "match": late.name,
            "before": before.name,
            "order": "、".join(names),
        }
        span = Span(run[0].span.start, run[-1].span.end)
        fix = None
        if text[span.start : span.end] == "、".join(n.name for n in ranked):
            fix = Fix("按名单的次序排", (Edit(span, "、".join(names)),))
        return Finding(late.span, values, fix)


def _joined(gap: str) -> bool:
    """Say whether what stands between two names makes them members of one list."""
    head = regex(_HEAD).match(gap)
    first, *others = gap[head.end() if head else 0 :].split("、")
    if not (first or others) or not regex(_FIRST).fullmatch(first):
        return False
    *middle, last = others or [""]
    return all(map(regex(_MIDDLE).fullmatch, middle)) and bool(regex(_LAST).fullmatch(last))


def _lists(text: str, named: list[Named]) -> Iterator[list[Named]]:
    """Yield the runs of names that are listed with 、 between (and 和 before the last)."""
    run: list[Named] = []
    marked = False
    for name in named:
        gap = text[run[-1].span.end : name.span.start] if run else ""
        if run and len(gap) <= _FAR and _joined(gap):
            marked = marked or "、" in gap
        else:
            if marked and len(run) > 1:
                yield run
            run, marked = [], False
        run.append(name)
    if marked and len(run) > 1:
        yield run
