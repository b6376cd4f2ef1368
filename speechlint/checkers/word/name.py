"""Flag a name that is one character away from one of the roster."""

from __future__ import annotations

from speechlint.diagnostic import Edit, Fix
from speechlint.people import Named, People, people
from speechlint.places import Places
from speechlint.record import WithOptions
from speechlint.regexes import regex
from speechlint.rule import Finding
from speechlint.text import Span
from speechlint.titles import Title, agree, elsewhere, find, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechlint.document import Paragraph

# What may follow a name directly, as far as it cannot be a part of it.
_AFTER = (
    "同志|先生|女士|出席|主持|讲话|指出|强调|宣布|致辞|致词|参加|带领|率|代表|陪同|介绍|汇报|要求|"
    "和|与|及|以及|等|在|主|到|赴|就|表示|说|的|为|任|会见|调研|深入|作|对|[^㐀-鿿]|$"
)
# What is seldom the end of a name, and often the word after one: 市长王建在会上.
_WORDS = "在的了和与同出主作做讲指强要对就为表参率等代先宣介致说到赴任深及"
_BEFORE = "和与由请向对同及以为让给"
_ITEM = "[㐀-鿿·]+"


class Name(WithOptions):
    """Flag a slip of one character where a title, 同志 or a list of names says who is meant.

    `people` are names and their titles, with 、 between; each string of `alike` holds
    characters that are taken for one another; `places` are the names of our own place.
    """

    people: Mapping[str, str] = {}
    alike: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        if not self.people:
            return
        text, known = paragraph.text, people(self.people)
        named = known.named(text)
        right = Places(n.span for n in named)
        told = 0  # where what was told last ends
        for span, name in sorted(self._slips(text, known, named)):
            if span.start >= told and not right.touch(span):
                told = span.end
                word = text[span.start : span.end]
                fix = Fix(f"改为“{name}”", (Edit(span, name),))
                yield Finding(span, {"match": word, "replacement": name}, fix)

    def _slips(self, text: str, known: People, named: list[Named]) -> Iterator[tuple[Span, str]]:
        for title in find(text):
            for name in known.titles:
                size = len(name)
                for start in (title.span.end, title.span.start - size):
                    span = Span(start, start + size)
                    if self._meant(text, span, name) and self._with_title(
                        text, span, name, title, known
                    ):
                        yield span, name
        for match in regex("同志").finditer(text):
            for name in known.titles:
                span = Span(match.start() - len(name), match.start())
                if self._meant(text, span, name) and self._likely(text, span, name):
                    yield span, name
        yield from self._in_lists(text, known, named)

    def _meant(self, text: str, span: Span, name: str) -> bool:
        """Say whether a part of the text is the name but for one character."""
        word = text[span.start : span.end]
        if span.start < 0 or len(word) != len(name) or word in self.people or not plain(word):
            return False
        (at, *more) = [n for n in range(len(name)) if word[n] != name[n]] or [-1]
        if at < 0 or more or (len(name) == 2 and at == 0):
            return False
        last = at == len(name) - 1 and word[at] in _WORDS
        return not last or _closed(text, span)

    def _with_title(self, text: str, span: Span, name: str, title: Title, known: People) -> bool:
        """Say whether the title beside a slip is that of the person."""
        after = title.span.end == span.start
        own = title if after else title._replace(organ="")
        if elsewhere(own, self.places) or not any(agree(own, t) for t in known.titles[name]):
            return False
        if len(known.holders(own)) > 1 and not self._alike(text, span, name):
            return False  # one of several deputies may be another one still
        if len(name) > 2:
            return True
        return _closed(text, span) if after else _opened(text, span)

    def _likely(self, text: str, span: Span, name: str) -> bool:
        """Say whether the characters are taken for one another, and the name stands apart."""
        return self._alike(text, span, name) and (len(name) > 2 or _opened(text, span))

    def _alike(self, text: str, span: Span, name: str) -> bool:
        word = text[span.start : span.end]
        one, other = next((a, b) for a, b in zip(word, name, strict=True) if a != b)
        return any(one in group and other in group for group in self.alike)

    def _in_lists(self, text: str, known: People, named: list[Named]) -> Iterator[tuple[Span, str]]:
        """Yield slips among at least one other name of the roster, with 、 between."""
        starts = {n.span.start: n for n in named}
        ends = {n.span.end: n for n in named}
        for run in regex(f"{_ITEM}(?:、{_ITEM})+").finditer(text):
            items = [
                Span(run.start() + m.start(), run.start() + m.end())
                for m in regex(_ITEM).finditer(run[0])
            ]
            right = sum(
                (item.end in ends if item is items[0] else item.start in starts) for item in items
            )
            for item in items if right else ():
                for name in known.titles:
                    span = _end_of_list(item, items, len(name))
                    if self._meant(text, span, name) and (
                        self._alike(text, span, name)
                        or (right > 1 and len(name) > 2 and text[span.start] == name[0])
                    ):
                        yield span, name


def _end_of_list(item: Span, items: list[Span], size: int) -> Span:
    """Return where the name is in an item: the first has words before it, the last behind."""
    if item is items[0]:
        return Span(max(item.start, item.end - size), item.end)
    if item is items[-1]:
        return Span(item.start, min(item.end, item.start + size))
    return item


def _closed(text: str, span: Span) -> bool:
    """Say whether what follows cannot belong to the name."""
    return regex(_AFTER).match(text, span.end) is not None


def _opened(text: str, span: Span) -> bool:
    """Say whether what stands before cannot belong to the name."""
    before = text[span.start - 1 : span.start]
    return not before or before in _BEFORE or not plain(before)
