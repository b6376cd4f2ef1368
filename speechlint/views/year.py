"""The year of a speech, as far as it shows it itself; what the web page says does not count."""

from __future__ import annotations

from speechlint import numerals
from speechlint.lines import Role
from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.document import Speech
    from speechlint.paragraph import Paragraph

_Y = "(?:19|20)[0-9]{2}"
_TITLE = regex(f"(?P<year>{_Y})年.{{0,40}}(?:讲话|致辞|发言|报告|讲稿|动员|开幕词|闭幕词|主持词)")
_DATE = regex(f"[（(]?(?P<year>{_Y})年[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?[）)]?")
# What says in so many words which year this is.
_NOW = (
    regex(f"今年[是（(](?P<year>{_Y})年"),
    regex(
        f"(?:总结|回顾)[^。；0-9]{{0,24}}{_Y}年[^。；0-9]{{0,24}}"
        f"(?:部署|安排|谋划|研究)[^。；0-9]{{0,24}}(?P<year>{_Y})年"
    ),
)
# A year that has been, or is: any but those for which something is planned.
_ANY = regex(
    rf"(?<![0-9到至前—－–～~-])(?P<year>{_Y})年(?!前|[底末]?[前将要]|[^，。；]{{0,12}}(?:[将要力]|建成|目标|实现))"
)
_MEETING = regex(
    "党的(?P<congress>十[一二三四五六七八九]|二十)(?:大|届(?P<plenum>[一二三四五六七])中全会)"
)
_PLENUMS = {
    18: (2012, 2013, 2013, 2014, 2015, 2016, 2017),
    19: (2017, 2018, 2018, 2019, 2020, 2021, 2022),
    20: (2022, 2023, 2024, 2025),
}


class Year(NamedTuple):
    """A year, and where in the document the speech shows it."""

    number: int
    span: Span


def year_of(speech: Speech) -> Year | None:
    """Return the year in which a speech says that it is given."""
    for paragraph in speech.paragraphs[:3]:
        short = paragraph.role in (Role.HEADING, Role.BODY) and len(paragraph.text) <= 60
        if short and (match := _TITLE.search(paragraph.text)):
            return _year(paragraph, match.span("year"))
    for paragraph in (*speech.paragraphs[:4], *speech.paragraphs[-2:]):
        if match := _DATE.fullmatch(paragraph.text.strip()):
            return _year(paragraph, match.span("year"))
    for paragraph in speech.paragraphs:
        for words in _NOW:
            if match := words.search(paragraph.text):
                return _year(paragraph, match.span("year"))
    return None


def not_before(speech: Speech) -> Year | None:
    """Return the latest year that a speech speaks of as one that has come; it was given then or later."""
    found = speech.view(year_of)
    for paragraph in speech.paragraphs:
        for match in _ANY.finditer(paragraph.text):
            if found is None or int(match["year"]) > found.number:
                found = _year(paragraph, match.span("year"))
        for match in _MEETING.finditer(paragraph.text):
            number = _held(match["congress"], match["plenum"])
            if number and (found is None or number > found.number):
                found = Year(number, paragraph.locate(Span(*match.span())))
    return found


def _held(congress: str, plenum: str | None) -> int:
    """Return the year of a congress or a plenum of its committee, 0 where it is not known."""
    number = numerals.parse(congress)
    if not plenum:
        return 1977 + 5 * (number - 11)
    years = _PLENUMS.get(number, ())
    at = numerals.parse(plenum) - 1
    return years[at] if at < len(years) else 0


def _year(paragraph: Paragraph, span: tuple[int, int]) -> Year:
    start, end = span
    return Year(int(paragraph.text[start:end]), paragraph.locate(Span(start, end + 1)))
