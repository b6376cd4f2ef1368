"""Dates against the calendar and against one another."""

from __future__ import annotations

from speechlint.diagnostic import Related, Severity
from speechlint.later import later
from speechlint.text import Span
from speechlint.views.relations.dated import YEAR, planned, refuted, years_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Speech
    from speechlint.paragraph import Paragraph
    from speechlint.views.relations import Relation

# Last year is summed up, this year's work arranged.
_SUM_UP = later(
    f"(?:总结|通报|回顾|盘点|汇报)(?:了)?[^，。；、0-9]{{0,10}}(?P<last>{YEAR})年(?:度)?"
    "(?P<what>[^，。；、0-9]{2,30}?)(?:[，、并和]|并且|同时)(?:[^，。；0-9“]{0,12}?)"
    f"(?:部署|安排|谋划|布置|研究|支配)(?:了)?[^，。；、0-9]{{0,10}}(?P<this>{YEAR})年(?:度)?"
    "(?P<next>[^，。；、0-9]{2,24})"
)
_HALF = later("上半年|下半年|季度|[0-9一二三四五六七八九十]月|阶段|前期")


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the dates of a paragraph that cannot be, or contradict one another."""
    text = paragraph.text
    found: list[Relation] = []
    if "月" in text or "季度" in text:
        from speechlint.views.relations import days

        found += days.relations(text)
    named = years_in(text)
    if named or planned(text):
        from speechlint.views.relations import years

        found += years.relations(text)
    if named > 1:
        found += _summed_up(text)
    unique = {relation.span: relation for relation in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda relation: relation.span))


def in_speech(speech: Speech) -> Iterator[Relation]:
    """Yield what contradicts the date of the speech itself; offsets are the document's."""
    texts = [paragraph.text for paragraph in speech.paragraphs]
    dated = any(map(years_in, texts[:4]))
    if dated or any("四季度" in text or "4季度" in text for text in texts):
        from speechlint.views.relations import spoken

        yield from spoken.relations(speech)


def _summed_up(text: str) -> Iterator[Relation]:
    """Yield “总结2023年工作，部署2023年工作”: one of the two is another year."""
    for match in _SUM_UP.finditer(text):
        last, this = int(match["last"]), int(match["this"])
        if _HALF.search(match["what"] + match["next"]) or last != this:
            continue
        related = (Related(Span(match.start("last"), match.end("last") + 1), "总结的年份"),)
        span = match.start("this"), match.end("this") + 1
        yield refuted(
            span, text, f"前面总结的已是{last}年，接下来的应是另一年", Severity.WARNING, related
        )
