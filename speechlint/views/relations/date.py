"""Dates against the calendar and against one another."""

from __future__ import annotations

from speechlint import numerals
from speechlint.diagnostic import Related, Severity
from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.relations import Relation, Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.document import Speech
    from speechlint.paragraph import Paragraph

_YEAR = "(?:19|20)[0-9]{2}"
_DAY = regex(
    f"(?:(?P<year>{_YEAR})年)?(?<![0-9.])(?P<month>[0-9]{{1,2}})月(?P<day>[0-9]{{1,2}})[日号]"
    "(?:（?(?:星期|周)(?P<week>[一二三四五六日天])）?)?"
)
_MONTH = regex(f"(?<![0-9.－—-]){_YEAR}年(?P<month>[0-9]{{1,2}})月(?!份?[—－-])")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEEK = "一二三四五六日"
# Five-year plans by name: the first year of each.
_PLANS = {"八": 1991, "九": 1996, "十": 2001, "十一": 2006, "十二": 2011, "十三": 2016}
_PLANS |= {"十四": 2021, "十五": 2026, "十六": 2031}
_PLAN = "“(?P<plan>八|九|十[一二三四五六]?)五”"
_PLAN_SPAN = regex(
    f"{_PLAN}(?:时期|期间|规划)?[（(](?P<from>{_YEAR})年?(?:[—－–-]{{1,2}}|至|到|～)(?P<to>{_YEAR})年?[）)]"
)
_PLAN_YEAR = regex(
    f"(?P<year>{_YEAR})年[，,]?(?:既)?是(?:[^，。；“]{{0,12}})?(?:实施)?{_PLAN}(?:规划|计划|时期|的)*"
    "(?P<place>开局|起步|第[一二三四五]|收官|最后一|中期|承上启下)(?:之)?(?:的)?(?:关键)?(?:一)?年?"
)
_SPAN_OF_YEARS = regex(
    f"(?<![第0-9])(?P<count>[二两三四五六七八九十]|[0-9]{{1,2}})年(?:来|间|时间|行动计划|行动|规划)?"
    f"[（(](?P<from>{_YEAR})年?(?:[—－–-]{{1,2}}|至|到|～)(?P<to>{_YEAR})年?[）)]"
)
_BACKWARDS = regex(
    f"(?<![0-9])(?P<from>{_YEAR})(?:年?[—－–-]{{1,2}}|年?[至到～])(?P<to>{_YEAR})年(?!前)"
)
# What began when, as everybody who writes such a speech knows.
_ORIGINS = {
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
}
_JUBILEE = regex(
    f"(?P<year>{_YEAR})年(?:是|，(?:是|我们(?:将)?迎来)|将迎来|迎来|恰逢|适逢)(?:我们)?(?P<what>"
    + "|".join(_ORIGINS)
    + ")(?P<count>[0-9]{1,3}|[一二三四五六七八九十百]{1,5})周年"
)
# Last year is summed up, this year's work arranged.
_SUM_UP = regex(
    f"(?:总结|通报|回顾|盘点|汇报)(?:了)?[^，。；、0-9]{{0,10}}(?P<last>{_YEAR})年(?:度)?"
    "(?P<what>[^，。；、0-9]{2,30}?)(?:[，、并和]|并且|同时)(?:[^，。；0-9“]{0,12}?)"
    f"(?:部署|安排|谋划|布置|研究|支配)(?:了)?[^，。；、0-9]{{0,10}}(?P<this>{_YEAR})年(?:度)?"
    "(?P<next>[^，。；、0-9]{2,24})"
)
_HALF = regex("上半年|下半年|季度|[0-9一二三四五六七八九十]月|阶段|前期")
_AWARDS = regex(
    f"(?:表彰|重奖|奖励|嘉奖|表扬)(?:了)?(?:全[省市县区镇乡])?(?P<year>{_YEAR})年(?:度)?[^，。；]{{0,16}}?(?:先进|优秀|标兵|模范|优胜|功臣)"
)
_MIDYEAR = regex(
    "上半年|[1一][至到—－-](?:[2-9]|10|[二三四五六七八九])月|前[一二三]季度|[一二三]季度末|[5-9]月底"
)
_TITLE = regex(f"^[^，。；]{{0,30}}(?P<year>{_YEAR})年[^，。；]{{2,40}}$")


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the dates of a paragraph that cannot be, or contradict one another."""
    text = paragraph.text
    found = [
        *_days(text),
        *_months(text),
        *_plans(text),
        *_spans(text),
        *_jubilees(text),
        *_summed_up(text),
    ]
    unique = {relation.span: relation for relation in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda relation: relation.span))


def _refuted(
    span: tuple[int, int], text: str, words: str, severity: Severity | None = None
) -> Relation:
    return Relation(
        "date",
        Verdict.REFUTED,
        Span(*span),
        text[span[0] : span[1]],
        computation=words,
        severity=severity,
    )


def _proved(span: tuple[int, int], text: str) -> Relation:
    return Relation("date", Verdict.PROVED, Span(*span), text[span[0] : span[1]])


def _days(text: str) -> Iterator[Relation]:
    for match in _DAY.finditer(text):
        month, day = int(match["month"]), int(match["day"])
        year = int(match["year"]) if match["year"] else 0
        span = match.span()
        if not 1 <= month <= 12:
            yield _refuted(span, text, "一年只有12个月")
            continue
        days = _DAYS[month - 1]
        if month == 2 and year and not _leap(year):
            days = 28
        if not 1 <= day <= days:
            yield _refuted(span, text, f"{f'{year}年' if year else ''}{month}月只有{days}天")
        elif match["week"] and year:
            week = _WEEK[_weekday(year, month, day)]
            said = match["week"].replace("天", "日")
            if week == said:
                yield _proved(span, text)
            else:
                yield _refuted(span, text, f"{year}年{month}月{day}日是星期{week}")


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _weekday(year: int, month: int, day: int) -> int:
    """Return 0 for Monday … 6 for Sunday (Sakamoto; `datetime` costs a millisecond)."""
    year -= month < 3
    terms = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)
    return (year + year // 4 - year // 100 + year // 400 + terms[month - 1] + day + 6) % 7


def _months(text: str) -> Iterator[Relation]:
    for match in _MONTH.finditer(text):
        if not 1 <= int(match["month"]) <= 12:
            yield _refuted(match.span(), text, "一年只有12个月")


def _plans(text: str) -> Iterator[Relation]:
    for match in _PLAN_SPAN.finditer(text):
        first = _PLANS[match["plan"]]
        words = f"“{match['plan']}五”是{first}—{first + 4}年"
        if (int(match["from"]), int(match["to"])) == (first, first + 4):
            yield _proved(match.span(), text)
        else:
            yield _refuted((match.start("from"), match.end("to")), text, words)
    for match in _PLAN_YEAR.finditer(text):
        first, year, place = _PLANS[match["plan"]], int(match["year"]), match["place"]
        nth = "一二三四五".find(place[-1]) if place.startswith("第") else -1
        due = {"开局": 0, "起步": 0, "收官": 4, "最后一": 4}.get(place, nth)
        if due < 0:
            wrong = not first <= year <= first + 4
            words = f"“{match['plan']}五”是{first}—{first + 4}年"
        else:
            wrong = year != first + due
            words = f"“{match['plan']}五”{place}{'之年' if nth < 0 else '年'}是{first + due}年"
        span = match.span("year")
        yield _refuted((span[0], span[1] + 1), text, words) if wrong else _proved(span, text)


def _spans(text: str) -> Iterator[Relation]:
    for match in _SPAN_OF_YEARS.finditer(text):
        years = int(match["to"]) - int(match["from"])
        span = match.span("count")
        if numerals.parse(match["count"]) in (years, years + 1):
            yield _proved(span, text)
        else:
            words = f"{match['from']}—{match['to']}年是{years + 1}年"
            yield _refuted((span[0], span[1] + 1), text, words)
    for match in _BACKWARDS.finditer(text):
        if int(match["from"]) > int(match["to"]):
            yield _refuted(match.span(), text, "起止年份前后颠倒")


def _jubilees(text: str) -> Iterator[Relation]:
    for match in _JUBILEE.finditer(text):
        wanted = int(match["year"]) - _ORIGINS[match["what"]]
        try:
            said = numerals.parse(match["count"])
        except ValueError:
            continue
        span = (match.start("count"), match.end("count") + 2)
        if said == wanted:
            yield _proved(span, text)
        else:
            year = _ORIGINS[match["what"]]
            yield _refuted(span, text, f"{match['year']}-{year}={wanted}周年")


def _summed_up(text: str) -> Iterator[Relation]:
    """Yield “总结2023年工作，部署2023年工作”: one of the two is another year."""
    for match in _SUM_UP.finditer(text):
        last, this = int(match["last"]), int(match["this"])
        if _HALF.search(match["what"] + match["next"]) or last + 1 == this:
            continue
        if last == this:
            words = f"前面总结的也是{last}年"
            span = (match.start("this"), match.end("this") + 1)
            yield _refuted(span, text, words, Severity.WARNING)


def in_speech(speech: Speech) -> Iterator[Relation]:
    """Yield what contradicts the date of the speech itself; offsets are the document's."""
    year = _year_of(speech)
    text = "\n".join(paragraph.text for paragraph in speech.paragraphs)
    if not year or not _MIDYEAR.search(text):
        return
    for paragraph in speech.paragraphs:
        for match in _AWARDS.finditer(paragraph.text):
            if match["year"] == year[0]:
                span = paragraph.locate(Span(match.start("year"), match.end("year") + 1))
                words = f"讲话时{match['year']}年还没有过完，先进应是{int(match['year']) - 1}年的"
                related = (Related(year[1], f"讲话在{match['year']}年"),)
                yield Relation(
                    "date",
                    Verdict.REFUTED,
                    span,
                    f"{match['year']}年",
                    related,
                    words,
                    severity=Severity.WARNING,
                )


def _year_of(speech: Speech) -> tuple[str, Span] | None:
    """Return the year that the title names, and where."""
    for paragraph in speech.paragraphs[:3]:
        match: re.Match[str] | None = _TITLE.match(paragraph.text)
        if match and "讲话" in paragraph.text[match.start() :]:
            return match["year"], paragraph.locate(Span(match.start("year"), match.end("year") + 1))
    return None
