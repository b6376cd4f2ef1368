"""The year of a speech, as far as it shows it itself; what the web page says does not count."""

from __future__ import annotations

from speechlint import numerals
from speechlint.later import later
from speechlint.lines import Role
from speechlint.occurrences import holds
from speechlint.record import NamedTuple
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Speech
    from speechlint.paragraph import Paragraph

_Y = "(?:19|20)[0-9]{2}"
_CHINESE = later("(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}(?=年)")
_CENTURIES = ("一九", "二〇", "二○", "二零")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_DATED = later(f"{_Y}年")
_TITLE = later(f"(?P<year>{_Y})年.{{0,40}}(?:讲话|致辞|发言|报告|讲稿|动员|开幕词|闭幕词|主持词)")
_N = "[0-9一二三四五六七八九十]{1,3}"
_DATE = later(rf"\s*[（(]?(?P<year>{_Y})年{_N}月(?:{_N}日)?[）)]?\s*$")
# What says in so many words which year this is.
_NOW = (
    later(f"今年[是（(](?P<year>{_Y})年"),
    later(
        f"(?:总结|回顾)[^。；0-9]{{0,24}}{_Y}年[^。；0-9]{{0,24}}"
        f"(?:部署|安排|谋划|研究)[^。；0-9]{{0,24}}(?P<year>{_Y})年"
    ),
)
# A year that has been, or that is: 截至2023年, 2022年以来, 2024年是关键之年.
_BEEN = (
    later(f"(?:截至|截止|自|从|比|较)(?P<year>{_Y})年(?!起|到|至|[—－–～~-]|前)"),
    later(
        f"(?<![0-9到至前—－–～~-])(?P<year>{_Y})年(?:[0-9]{{1,2}}月)?"
        "(?:以来|[^，。；将要拟]{0,16}(?:了|已|召开的|荣获|获评|被评)|是[^，。；]{0,24}(?:之年|的一年))"
    ),
)
# Years by which something is planned are round; of others a speech speaks when they are near.
_ANY = later(f"(?<![0-9到至前—－–～~-])(?P<year>{_Y})年(?!前)")
_OFTEN = 3
_MEETING = later(
    "党的(?P<congress>十[一二三四五六七八九]|二十)(?:大|届(?P<plenum>[一二三四五六七])中全会)"
)
# Of the first ten; after these every five years.
_FIRST = (1921, 1922, 1923, 1925, 1927, 1928, 1945, 1956, 1969, 1973)
_PLENUMS = {
    11: (1977, 1978, 1978, 1979, 1980, 1981, 1982),
    12: (1982, 1983, 1984, 1985, 1985, 1986, 1987),
    13: (1987, 1988, 1988, 1989, 1989, 1990, 1990, 1991, 1992),
    14: (1992, 1993, 1993, 1994, 1995, 1996, 1997),
    15: (1997, 1998, 1998, 1999, 2000, 2001, 2002),
    16: (2002, 2003, 2003, 2004, 2005, 2006, 2007),
    17: (2007, 2008, 2008, 2009, 2010, 2011, 2012),
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
        text = _dated(paragraph) if short else ""
        if text and (match := _TITLE.search(text)):
            return _year(paragraph, match.span("year"))
    for paragraph in (*speech.paragraphs[:4], *speech.paragraphs[-2:]):
        text = _dated(paragraph)
        if text and (match := _DATE.match(text)):
            return _year(paragraph, match.span("year"))
    for paragraph in speech.paragraphs:
        text = _dated(paragraph)
        for words in _NOW if text else ():
            if match := words.search(text):
                return _year(paragraph, match.span("year"))
    return None


def not_before(speech: Speech) -> Year | None:
    """Return the year in which a speech is given, else the latest that it shows to have come."""
    if found := speech.view(year_of):
        return found
    return max(_shown(speech), key=lambda year: year.number, default=None)


def _shown(speech: Speech) -> Iterator[Year]:
    counts: dict[int, int] = {}
    for paragraph in speech.paragraphs:
        text = _dated(paragraph)
        for words in _BEEN if text else ():
            for match in words.finditer(text):
                yield _year(paragraph, match.span("year"))
        for match in _MEETING.finditer(paragraph.text) if "党的" in paragraph.text else ():
            if number := held(match["congress"], match["plenum"]):
                yield Year(number, paragraph.locate(Span(*match.span())))
        for match in _ANY.finditer(text) if text else ():
            number = int(match["year"])
            counts[number] = counts.get(number, 0) + 1
            if number % 5 and (counts[number] >= _OFTEN or match.start() == 0):
                yield _year(paragraph, match.span("year"))


def held(congress: str, plenum: str | None) -> int:
    """Return the year of a congress or a plenum of its committee, 0 where it is not known."""
    number = numerals.parse(congress)
    if not plenum:
        return 1977 + 5 * (number - 11) if number > len(_FIRST) else _FIRST[number - 1]
    years = _PLENUMS.get(number, ())
    at = numerals.parse(plenum) - 1
    return years[at] if at < len(years) else 0


def _dated(paragraph: Paragraph) -> str:
    """Return the text of a paragraph with its years in Arabic digits; nothing where it has none."""
    text = _arabic(paragraph.text)
    named = "年" in text and ("19" in text or "20" in text) and _DATED.search(text)
    return text if named else ""


def _arabic(text: str) -> str:
    """Return a text with its Chinese years in Arabic digits (二〇二四年), at the same places."""
    if "年" not in text or not holds(text, _CENTURIES):
        return text
    return _CHINESE.sub(lambda match: match[0].translate(_DIGITS), text)


def _year(paragraph: Paragraph, span: tuple[int, int]) -> Year:
    start, end = span
    return Year(
        int(_arabic(paragraph.text[start : end + 1])[:4]), paragraph.locate(Span(start, end + 1))
    )
