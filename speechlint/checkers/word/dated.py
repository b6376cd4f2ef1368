"""Flag names and sayings that were no longer in use when the speech was given."""

from __future__ import annotations

from speechlint.diagnostic import Related, Severity
from speechlint.later import later
from speechlint.light import cached_property
from speechlint.occurrences import holds
from speechlint.patterns import Rows
from speechlint.record import WithOptions
from speechlint.rule import Finding
from speechlint.text import Span
from speechlint.views.year import Year, not_before

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.document import Speech

_YEAR = later("(?<![0-9])(?:19|20)[0-9]{2}(?=年)")
_PLAN = later("“?(九|十[一二三四]?)五”?(?:时期|期间|以来|规划)")
_PLANS = {"九": 1996, "十": 2001, "十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021}
# What was, and how it came to be something else.
_FORMER = later("(?:原(?![则因来本始料])|时任|曾任|历任|(?<![目当之以提日])前)[一-龥]{0,3}$")
_REFORM = later(
    "并入|合并|更名|改名|改称|改为|划入|划转|撤销|机构改革|组建(?![^，。；]{0,6}(?:专班|队|小组|团))"
)
_BACK = later(
    "[一二三四五六七八九十几两]年来|过去|这[一二三四五六七八九十几两]年|近年|回顾|顶住|冲击|历程"
)
# A list of short names of organs: 公安、工商、城管.
_ITEM = "[一-龥]{1,5}"
_LIST = later(f"(?<![一-龥])(?:{_ITEM}、)+{_ITEM}")
_STOPS = "。！？\n"
_LONG = 300  # characters of a sentence on either side


class Dated(WithOptions):
    """Flag each word of `words` in a speech that was given after the last year in which it held.

    A key is a regular expression, its value that year and what holds now (“2018 自然资源部”); a
    `?` before that makes it information only. Those of `listed` count only in a list beside two
    of `beside`. `year` is that of the speech, where it is known; else the speech must show it.
    `keep` are names that are still in use here.
    """

    words: Mapping[str, str] = {}
    listed: Mapping[str, str] = {}
    beside: tuple[str, ...] = ()
    year: int = 0
    keep: tuple[str, ...] = ()

    @cached_property
    def _rows(self) -> Rows:
        return Rows(self.words)

    def check_speech(self, speech: Speech) -> Iterator[Finding]:
        told: Year | None = None
        whole = "\n".join(paragraph.text for paragraph in speech.paragraphs)
        rows, listed = self._rows.within(whole), [name for name in self.listed if name in whole]
        for paragraph in speech.paragraphs:
            for span, value in self._spans(paragraph.text, rows, listed):
                told = told or self._told(speech)
                if told is None:
                    return
                last, _, advice = value.partition(" ")
                if int(last) < told.number and not _past(paragraph.text, span, int(last)):
                    where = paragraph.locate(span)
                    yield _finding(paragraph.text[slice(*span)], where, int(last), advice, told)

    def _told(self, speech: Speech) -> Year | None:
        return Year(self.year, Span(0, 0)) if self.year else speech.view(not_before)

    def _spans(self, text: str, rows: Rows, listed: Sequence[str]) -> Iterator[tuple[Span, str]]:
        for span, value in rows.find(text):
            if not any(name in text[max(0, span.start - 12) : span.end + 12] for name in self.keep):
                yield span, value
        if holds(text, listed):
            for match in _LIST.finditer(text):
                yield from self._in_list(match[0], match.start())

    def _in_list(self, words: str, start: int) -> Iterator[tuple[Span, str]]:
        items = words.split("、")
        if sum(item.endswith(self.beside) or item.startswith(self.beside) for item in items) < 2:
            return
        at = start
        for number, item in enumerate(items):
            for name in self.listed:
                offset = _place(name, item, first=number == 0, last=number == len(items) - 1)
                if offset >= 0:
                    yield Span(at + offset, at + offset + len(name)), self.listed[name]
            at += len(item) + 1


def _place(name: str, item: str, *, first: bool, last: bool) -> int:
    """Return where an item of a list is a name, -1 where it is none.

    Other words may be glued to the first item (协调工商), and to the last (工商等部门).
    """
    if item == name:
        return 0
    if first and item.endswith(name):
        return len(item) - len(name)
    return 0 if last and item.startswith((f"{name}等", f"{name}部门", f"{name}和")) else -1


def _past(text: str, span: Span, last: int) -> bool:
    """Say whether a sentence speaks of the time when a name held, or of how it was changed."""
    least, most = max(0, span.start - _LONG), span.end + _LONG
    start = max(least, 1 + max(text.rfind(stop, least, span.start) for stop in _STOPS))
    ends = [end for stop in _STOPS if (end := text.find(stop, span.end, most)) >= 0]
    sentence = text[start : min(ends, default=most)]
    if _FORMER.search(text, max(start, span.start - 6), span.start) or _REFORM.search(sentence):
        return True
    if _BACK.search(sentence):
        return True
    if text.rfind("《", start, span.start) > text.rfind("》", start, span.start):
        return True
    around = f"{text[start : span.start]}。{text[span.end : start + len(sentence)]}"
    years = [int(year[0]) for year in _YEAR.finditer(around)]
    years += [_PLANS[plan[1]] for plan in _PLAN.finditer(around)]
    return any(year <= last for year in years)


def _finding(word: str, span: Span, last: int, advice: str, told: Year) -> Finding:
    values = {
        "match": word,
        "replacement": advice.lstrip("?"),
        "last": str(last),
        "year": str(told.number),
    }
    known = told.span.end > told.span.start
    related = (Related(told.span, f"讲话不早于{told.number}年"),) if known else ()
    severity = Severity.INFO if advice.startswith("?") else None
    return Finding(span, values, related=related, severity=severity)
