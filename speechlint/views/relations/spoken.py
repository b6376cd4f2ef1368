"""What a speech says of years and quarters, against the day on which it is given."""

from __future__ import annotations

from speechlint.diagnostic import Related, Severity
from speechlint.later import later
from speechlint.occurrences import holds
from speechlint.text import Span
from speechlint.views.relations.dated import YEAR, planned, refuted
from speechlint.views.relations.years import JUBILEE, PLACE, PLAN, due, jubilee, misplaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.document import Speech
    from speechlint.paragraph import Paragraph
    from speechlint.views.relations import Relation

_AWARDED = ("表彰", "重奖", "奖励", "嘉奖", "表扬")
_AWARDS = later(
    f"(?:{'|'.join(_AWARDED)})(?:了)?(?:全[省市县区镇乡])?(?P<year>{YEAR})年(?:度)?[^，。；]{{0,16}}?(?:先进|优秀|标兵|模范|优胜|功臣)"
)
_MIDYEAR = later(
    "上半年|[1一][至到—－-](?:[2-9]|10|[二三四五六七八九])月|前[一二三]季度|[一二三]季度末|[5-9]月底"
)
_TITLE = later(f"^[^，。；]{{0,30}}(?P<year>{YEAR})年[^，。；]{{2,40}}$")
_DATED = later(f"^[（(]?(?P<year>{YEAR})年[0-9]{{1,2}}月[0-9]{{1,2}}日[）)]?$")
# Years that are named beside their number: 去年（2023年）.
_NAMED = {
    "前年": -2,
    "去年": -1,
    "上年": -1,
    "上一年": -1,
    "今年": 0,
    "本年": 0,
    "明年": 1,
    "后年": 2,
}
_BESIDE = later(
    f"(?P<name>{'|'.join(_NAMED)})(?:（|\\(|，?即|，?也就是|是)(?P<year>{YEAR})年(?:）|\\)|，|。|；|是)"
)
_THIS_PLAN = later(
    f"今年[，,]?(?:既|正)?是(?:[^，。；“0-9]{{0,12}})?(?:实施)?{PLAN}(?:规划|计划|时期|的)*(?P<place>{PLACE})"
)
_THIS_JUBILEE = later(
    "(?:今年[，,]?(?:我们)?(?:是|将?迎来|恰逢|适逢|正值)"
    f"|(?:今天|隆重集会|欢聚一堂)[^。；0-9]{{0,30}}(?:庆祝|纪念))(?:我们|伟大的)?{JUBILEE}"
)
# The half-year is summed up: the fourth quarter has not been yet.
_FIRST_HALF = later(
    "(?:总结|回顾|通报|分析|盘点|讲评|点评)了?(?:全[省市县区])?(?:今年)?(?:全[省市县区])?上半年|今年上半年[^，。；]{0,20}(?:推进会|调度会|分析会|工作会)"
)
_QUARTER = later("(?<![去上前往]年)(?<!年度)第?(?:四|4)季度(?![^，。；]{0,12}(?:去|上)年)")
_DONE = later(
    "顺利|已经?(?:完成|开工|建成|竣工|投产)|完成投资[0-9]|全部(?:开工|建成|竣工|完成)|增长[0-9]|取得了"
)
_WISH = later(
    "[要将拟]|力争|确保|计划|目标|预计|争取|努力|之前|年底|[去上前往]年|大干|决战|冲刺|[0-9]季度前"
)


def relations(speech: Speech) -> Iterator[Relation]:
    """Yield what contradicts the date of a speech; offsets are those of the document."""
    text = "\n".join(paragraph.text for paragraph in speech.paragraphs)
    if ("四季度" in text or "4季度" in text) and _FIRST_HALF.search(text):
        for paragraph in speech.paragraphs:
            yield from _quarters(paragraph)
    found = _year_of(speech)
    if not found:
        return
    year, where, sure = found
    related = (Related(where, f"讲话在{year}年"),)
    awarded = holds(text, _AWARDED) and bool(_MIDYEAR.search(text))
    for paragraph in speech.paragraphs:
        for relation in _against(paragraph.text, year, sure=sure, awarded=awarded):
            span = paragraph.locate(relation.span)
            yield relation._replace(span=span, operands=related, severity=Severity.WARNING)


def _against(text: str, year: int, *, sure: bool, awarded: bool) -> Iterator[Relation]:
    """Yield what contradicts the year of a speech; one known from its title may be the next.

    At the end of a year, a meeting on the next one's work is held.
    """
    years = (year,) if sure else (year, year - 1)
    dated = "20" in text or "19" in text
    for match in _AWARDS.finditer(text) if dated and awarded else ():
        if int(match["year"]) == year:
            words = f"讲话时{year}年还没有过完，先进应是{year - 1}年的"
            yield refuted(_year(match), text, words)
    for match in _BESIDE.finditer(text) if dated else ():
        shift = _NAMED[match["name"]]
        if int(match["year"]) - shift not in years:
            yield refuted(_year(match), text, f"讲话在{year}年，{match['name']}是{year + shift}年")
    for match in _THIS_PLAN.finditer(text) if planned(text) else ():
        if due(match["place"]) >= 0 and all(misplaced(match, y) for y in years):
            span = match.start("place"), match.end("place")
            yield refuted(span, text, f"讲话在{year}年，{misplaced(match, year)}")
    for match in _THIS_JUBILEE.finditer(text) if "周年" in text else ():
        found = [jubilee(text, match, y) for y in years]
        if all(f and f.computation for f in found) and found[0]:
            yield found[0]._replace(correct="")


def _year(match: re.Match[str]) -> tuple[int, int]:
    return match.start("year"), match.end("year") + 1


def _quarters(paragraph: Paragraph) -> Iterator[Relation]:
    text = paragraph.text
    for match in _QUARTER.finditer(text):
        begin = max(text.rfind(mark, 0, match.start()) for mark in "。；\n") + 1
        end = min(
            (n for n in (text.find(m, match.end()) for m in "。；\n") if n > 0), default=len(text)
        )
        words = text[begin:end]
        if _DONE.search(words) and not _WISH.search(words):
            relation = refuted(
                match.span(), text, "讲话总结的是上半年，第四季度还没有到", Severity.WARNING
            )
            yield relation._replace(span=paragraph.locate(relation.span))


def _year_of(speech: Speech) -> tuple[int, Span, bool] | None:
    """Return the year of a speech, where it stands, and whether it is the very date."""
    named: tuple[int, Span, bool] | None = None
    for paragraph in speech.paragraphs[:4]:
        if match := _DATED.match(paragraph.text.strip()):
            indent = len(paragraph.text) - len(paragraph.text.lstrip())
            start, end = _year(match)
            return int(match["year"]), paragraph.locate(Span(start + indent, end + indent)), True
        match = _TITLE.match(paragraph.text) if not named else None
        if match and "讲话" in paragraph.text[match.start() :]:
            named = int(match["year"]), paragraph.locate(Span(*_year(match))), False
    return named
