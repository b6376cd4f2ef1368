"""Flag congresses, plenums and sessions whose number and year do not agree."""

from __future__ import annotations

from speechlint import numerals
from speechlint.diagnostic import Edit, Fix
from speechlint.later import later
from speechlint.rule import Finding
from speechlint.text import Span
from speechlint.views.year import held

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Paragraph

_N = "十[一二三四五六七八九]|二十[一二三]?"
_WRITTEN = later(f"(?P<congress>{_N})大(?P<plenum>[一二三四五六七八九])中全会")
_PLENUM = later(f"(?P<congress>{_N})届(?P<plenum>[一二三四五六七八九])中(?:全会|全体会议)")
_Y = "(?<![0-9])(?P<year>(?:19|20)[0-9]{2})年(?:1?[0-9]月)?"
# The year belongs to the meeting only where nothing else can be meant.
_HELD = later(
    f"{_Y}[，,]?(?P<how>召开的|举行的)?党的(?:第)?(?P<congress>{_N}|[一二三四五六七八九十])(?:大|次全国代表大会|届(?P<plenum>[一二三四五六七八九])中全会)(?P<then>也?(?:在[一-龥]{{2,6}})?(?:胜利|隆重)?(?:召开|举行|闭幕))?"
)
_SESSION = later(
    f"{_Y}[，,]?(?P<how>召开的|举行的)?(?:第)?(?P<term>十[一二三四五])届全国(?:人大|人民代表大会|政协)(?:第)?(?P<session>[一二三四五六七八九])次会议"
)
_TERMS = {n: 2003 + 5 * (n - 10) for n in range(10, 16)}
_MOST = 7  # plenums of one committee
_LONG = ("十三",)  # that had nine


def check_paragraph(paragraph: Paragraph) -> Iterator[Finding]:
    """Flag what is not so: 二十大三中全会, 2023年召开的党的二十届三中全会."""
    text = paragraph.text
    for match in _WRITTEN.finditer(text):
        new = f"{match['congress']}届{match['plenum']}中全会"
        fix = Fix(f"改为“{new}”", (Edit(Span(*match.span()), new),))
        yield _finding(match[0], match.span(), f"应为“{new}”", fix)
    for match in _PLENUM.finditer(text):
        few = match["congress"] not in _LONG
        if few and numerals.parse(match["plenum"]) > _MOST:
            yield _finding(match[0], match.span(), f"一届中央委员会一般开{_MOST}次全会")
    for match in (*_HELD.finditer(text), *_SESSION.finditer(text)):
        if not match["how"] and not match.groupdict().get("then"):
            continue
        due = _due(match.groupdict())
        if due and due != int(match["year"]):
            span = (match.start("year"), match.end("year") + 1)
            yield _finding(f"{match['year']}年", span, f"{_name(match[0])}是{due}年")


def _due(match: dict[str, str | None]) -> int:
    """Return the year of the meeting that a match names, 0 where it is not known."""
    if term := match.get("term"):
        return _TERMS[numerals.parse(term)] + numerals.parse(match["session"] or "") - 1
    return held(match["congress"] or "", match["plenum"])


def _name(words: str) -> str:
    return words.partition("党的")[2] or words.rpartition("的")[2] or words


def _finding(words: str, span: tuple[int, int], advice: str, fix: Fix | None = None) -> Finding:
    return Finding(Span(*span), {"match": words, "advice": advice}, fix)
