"""Years against five-year plans, against how many they are, and against what began when."""

from __future__ import annotations

from speechlint import numerals
from speechlint.diagnostic import Related
from speechlint.later import later
from speechlint.text import Span
from speechlint.views.relations.dated import YEAR, planned, proved, refuted, years_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.views.relations import Relation

# Five-year plans by name: the first year of each.
PLANS = {"八": 1991, "九": 1996, "十": 2001, "十一": 2006, "十二": 2011, "十三": 2016}
PLANS |= {"十四": 2021, "十五": 2026, "十六": 2031}
PLAN = "(?:“(?P<plan>八|九|十[一二三四五六]?)五”|(?P<bare>十[一二三四五六])五(?![年月日天个名人]))"
PLACE = "开局|起步|第[一二三四五]|收官|最后一|中期|承上启下"
_TO = "年?(?:[—－–-]{1,2}|至|到|～)"
_PLAN_SPAN = later(
    f"{PLAN}(?:时期|期间|规划)?(?:（|\\(|，?即|为)(?P<from>{YEAR}){_TO}(?P<to>{YEAR})(?=[年）)])"
)
_SPAN_PLAN = later(
    f"(?P<from>{YEAR}){_TO}(?P<to>{YEAR})年?(?:是|的|，是|（|即){PLAN}(?!.{{0,4}}(?:中期|前[二三]|后[二三]|和))"
)
_PLAN_YEAR = later(
    f"(?P<year>{YEAR})年[，,（(]?(?:既)?(?:作为|[是为])?(?:[^，。；“0-9]{{0,12}})?(?:实施)?{PLAN}(?:规划|计划|时期|的)*"
    f"(?P<place>{PLACE}|末)(?:之)?(?:的)?(?:关键)?(?:一)?年?"
)
_YEAR_PLAN = later(
    f"{PLAN}(?:规划|计划|时期|期|的)*(?P<place>{PLACE}|末)(?:之?年)?(?:的|（|\\(|，即|，也就是|即)(?P<year>{YEAR})年"
)
_PLAN_LENGTH = later(
    f"{PLAN}(?:规划|时期|期间|的|这|，)*(?P<count>[二两三四六七八九十])年(?:间|来|时间|里)"
)
_COUNT = "[二两三四五六七八九十]|[0-9]{1,2}"
_SPAN_OF_YEARS = later(
    f"(?<![第0-9])(?P<count>{_COUNT})年(?:来|间|时间|行动计划|行动|规划)?"
    f"[（(](?P<from>{YEAR}){_TO}(?P<to>{YEAR})年?[）)]"
)
_YEARS_LONG = later(
    f"(?:[从自])?(?P<from>{YEAR})(?:年(?:至|到|—{{1,2}})|—{{1,2}}|-)(?P<to>{YEAR})年(?:的|，|这)*"
    f"(?<![第0-9])(?P<count>{_COUNT})年(?:间|来(?!第)|时间|里)"
)
_BACKWARDS = later(
    f"(?<![0-9])(?P<from>{YEAR})(?:年?[—－–-]{{1,2}}|年?[至到～])(?P<to>{YEAR})年(?!前)"
)


def _date_named(name: str) -> str:
    """Return an expression for a year and perhaps its month, in groups of that name."""
    month = f"(?:(?P<{name}m>[0-9]{{1,2}})月)?(?:[0-9]{{1,2}}日)?"
    return f"(?P<{name}y>{YEAR})年{month}(?:份|底|初|中旬|上旬|下旬)?"


_BEGUN = "(?:正式|全面|破土|动工|已|就|才)*(?:开工|动工|启动|奠基|开建)(?:建设|实施)?"
_ENDED = "(?:正式|全面|全部|前|已|如期|建成)*(?:竣工|建成|完工|投产|投用|交付|通车|投入使用|验收)(?:投产|使用|投用|通车)?"
_THEN = "[，、；](?:[^，。；0-9]{0,10}[，、])?(?:[^，。；0-9]{0,8})"
_BUILT = later(_date_named("a") + _BEGUN + _THEN + _date_named("b") + _ENDED)
_BUILT_BEFORE = later(_date_named("b") + _ENDED + "[，、]" + _date_named("a") + _BEGUN)
# What began when, as everybody who writes such a speech knows.
ORIGINS = {
    "中国共产党成立": 1921,
    "建党": 1921,
    "中华人民共和国成立": 1949,
    "新中国成立": 1949,
    "改革开放": 1978,
    "中国人民解放军建军": 1927,
    "建军": 1927,
    "抗日战争暨世界反法西斯战争胜利": 1945,
    "抗战胜利": 1945,
    "五四运动": 1919,
    "红军长征胜利": 1936,
    "中国共产主义青年团成立": 1922,
    "建团": 1922,
    "人民政协成立": 1949,
    "香港回归": 1997,
    "澳门回归": 1999,
}
JUBILEE = (
    "(?P<what>" + "|".join(ORIGINS) + ")(?P<count>[0-9]{1,3}|[一二三四五六七八九十百]{1,5})周年"
)
_JUBILEE = later(
    f"(?P<year>{YEAR})年[，,]?(?:我们|全党全国)?(?:是|将?迎来|恰逢|适逢|正值|隆重庆祝|将?庆祝)?了?(?:我们|伟大的|中国人民)?{JUBILEE}"
)


def relations(text: str) -> Iterator[Relation]:
    """Yield what a text says of five-year plans, of spans of years and of jubilees."""
    if planned(text):
        yield from _plans(text)
    years = years_in(text)
    if years > 1:
        yield from _spans(text)
    for match in _JUBILEE.finditer(text) if years and "周年" in text else ():
        year = (match.start("year"), match.end("year") + 1)
        related = (Related(Span(*year), f"{match['year']}年"),)
        if found := jubilee(text, match, int(match["year"])):
            yield found._replace(operands=related)
    if years > 1:
        yield from _built(text)


def _built(text: str) -> Iterator[Relation]:
    """Yield “2023年5月开工，2022年10月竣工”."""
    for match in (*_BUILT.finditer(text), *_BUILT_BEFORE.finditer(text)):
        first, last = _date(match, "a"), _date(match, "b")
        span = match.span("by")[0], match.end("bm") + 1 if match["bm"] else match.end("by") + 1
        if last[0] < first[0] or (last[0] == first[0] and 0 < last[1] < first[1]):
            start = match.start("ay"), match.end("am") + 1 if match["am"] else match.end("ay") + 1
            related = (Related(Span(*start), "开工"),)
            yield refuted(span, text, "竣工早于开工", operands=related)
        else:
            yield proved(span, text)


def _date(match: re.Match[str], which: str) -> tuple[int, int]:
    return int(match[f"{which}y"]), int(match[f"{which}m"] or 0)


def plan_of(match: re.Match[str]) -> str:
    return match["plan"] or match["bare"]


def due(place: str) -> int:
    """Return which year of five a word names, from 0; -1 for any."""
    nth = "一二三四五".find(place[-1]) if place.startswith("第") else -1
    return {"开局": 0, "起步": 0, "收官": 4, "最后一": 4, "末": 4}.get(place, nth)


def _plans(text: str) -> Iterator[Relation]:
    dated = "20" in text or "19" in text
    for found in (_PLAN_SPAN, _SPAN_PLAN) if dated else ():
        for match in found.finditer(text):
            first = PLANS[plan_of(match)]
            words = f"“{plan_of(match)}五”是{first}—{first + 4}年"
            span = match.start("from"), match.end("to")
            if (int(match["from"]), int(match["to"])) == (first, first + 4):
                yield proved(span, text)
            else:
                mend = text[span[0] : span[1]].replace(match["to"], str(first + 4))
                mend = str(first) + mend[4:]
                yield refuted(span, text, words)._replace(correct=mend)
    for found in (_PLAN_YEAR, _YEAR_PLAN) if dated else ():
        for match in found.finditer(text):
            first, year = PLANS[plan_of(match)], int(match["year"])
            span = match.start("year"), match.end("year") + 1
            if wrong := misplaced(match, year):
                yield refuted(span, text, wrong)
            else:
                yield proved(span, text)
    for match in _PLAN_LENGTH.finditer(text):
        if numerals.parse(match["count"]) > 5:
            yield refuted((match.start("count"), match.end("count") + 1), text, "五年规划只有5年")


def misplaced(match: re.Match[str], year: int) -> str:
    """Say why a year is not that of a plan which the text calls it; nothing if it is."""
    plan, place = plan_of(match), match["place"]
    first, nth = PLANS[plan], due(place)
    if nth < 0:
        return "" if first <= year <= first + 4 else f"“{plan}五”是{first}—{first + 4}年"
    if year == first + nth:
        return ""
    named = (
        place
        if place == "末"
        else f"{place}年"
        if place.startswith(("第", "最"))
        else f"{place}之年"
    )
    return f"“{plan}五”{named}是{first + nth}年"


def _spans(text: str) -> Iterator[Relation]:
    for found in (_SPAN_OF_YEARS, _YEARS_LONG):
        for match in found.finditer(text):
            years = int(match["to"]) - int(match["from"])
            span = match.start("count"), match.end("count") + 1
            if numerals.parse(match["count"]) in (years, years + 1):
                yield proved(span, text)
            elif years > 0:
                ends = Span(match.start("from"), match.end("to"))
                words = f"{match['from']}—{match['to']}年是{years + 1}年"
                yield refuted(span, text, words, operands=(Related(ends, "起止年份"),))
    for match in _BACKWARDS.finditer(text):
        if int(match["from"]) > int(match["to"]):
            yield refuted(match.span(), text, "起止年份前后颠倒")


def jubilee(text: str, match: re.Match[str], year: int) -> Relation | None:
    """Return whether a jubilee falls in a year; nothing where its number cannot be read."""
    origin = ORIGINS[match["what"]]
    try:
        said = numerals.parse(match["count"])
    except ValueError:
        return None
    span = match.start("count"), match.end("count") + 2
    if said == year - origin:
        return proved(span, text)
    wanted = f"{year - origin}周年"
    return refuted(span, text, f"{year}-{origin}={wanted}")._replace(correct=wanted)
