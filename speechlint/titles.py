"""Titles of office as they stand beside a name: 市委副书记, 常务副市长, 宣传部部长.

A title is read as an organ, whether it is a deputy's, and a core (书记, 市长). Only the heads
of organs and their deputies are known: whoever leads a working group (组长, 总指挥) does so
beside the office that a roster names.
"""

from __future__ import annotations

from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

CORE = (
    "(?:常务)?(副)?(检察长|秘书长|董事长|总经理|司令员|书记|市长|省长|县长|区长|州长|盟长|旗长|"
    "镇长|乡长|部长|局长|厅长|院长|主任|主席|政委)"
)
_RUN = "[㐀-鿿]{0,14}$"  # in which the organ is looked for
# A run of text that ends in none of these is no organ.
_ORGAN_ENDS = "委会府协部局厅办院校室省市县区州盟旗镇乡道司行组站所"
_PLACES = "省市县区州盟旗镇乡"
_OURS = ("我省", "我市", "我县", "我区", "我州", "我镇", "我乡", "全省", "全市", "全县", "全区")
# Of these nobody is head in two organs.
_SINGLE = ("部长", "局长", "厅长")
# Whoever held an office before may hold another now.
_FORMER = ("原", "时任", "曾任", "历任", "前任", "首任", "历届", "名誉")
_FORMERLY = ("前", "代", "老", "助理")  # only right before the title
# “市长热线”, “主席团”, “主任医师” are no titles.
GOES_ON = tuple(
    "热线 信箱 质量奖 助理 团 台 处 员 医 级 办公 联席 令 专线 基金 制 负责制 会议 会 岗 们".split()  # noqa: SIM905
)


class Title(NamedTuple):
    """`organ` may be empty, and have other words before it; `span` is that of the rest."""

    organ: str
    deputy: bool
    core: str
    span: Span = Span(0, 0)


def read(words: str) -> Title | None:
    """Return the title that the words are as a whole, None where its core is not known."""
    found = next(reversed(list(regex(CORE).finditer(words))), None)
    if found is None or found.end() < len(words):
        return None
    return Title(words[: found.start()], bool(found[1]), found[2], Span(0, len(words)))


def find(text: str) -> Iterator[Title]:
    """Yield the titles in a text, in order, but those that somebody held before."""
    for match in regex(CORE).finditer(text):
        run = regex(_RUN).search(text, max(0, match.start() - 14), match.start())
        before = run[0] if run else ""
        if before.endswith(_FORMERLY) or any(word in before for word in _FORMER):
            continue
        organ = before if before.endswith(tuple(_ORGAN_ENDS)) else ""
        if organ.endswith(_OURS):
            organ = ""
        yield Title(organ, bool(match[1]), match[2], Span(*match.span()))


def agree(one: Title, other: Title) -> bool:
    """Say whether two titles may be the same: one may leave its organ out, or shorten it."""
    same = one.core == other.core and one.deputy == other.deputy
    return same and _same(one.organ, other.organ)


def clash(one: Title, other: Title) -> bool:
    """Say whether nobody holds both: head and deputy of one organ, or heads of two like ones."""
    if one.core != other.core:
        return False
    if one.deputy != other.deputy:
        return _same(one.organ, other.organ)
    if one.deputy or _same(one.organ, other.organ):
        return False
    pair = (one.organ, other.organ)
    if one.core == "书记":  # a city's secretary may be that of its 高新区党工委 too
        return all(regex(f"[{_PLACES}]委$").search(organ) for organ in pair)
    return one.core in _SINGLE and one.organ[-1] == other.organ[-1]


def elsewhere(title: Title, places: tuple[str, ...] = ()) -> bool:
    """Say whether a title names a place by its name (杭州市市长) that is none of ours."""
    organ = title.organ
    named = len(organ) > 2 and organ[-1] in _PLACES
    return named and not any(place in organ for place in places)


def _same(one: str, other: str) -> bool:
    """Say whether two organs may be one: the last two characters tell 市委 from 县委."""
    if not one or not other:
        return True
    least = min(2, len(one), len(other))
    return one[-least:] == other[-least:]


def plain(word: str) -> bool:
    """Say whether a word has Han characters only."""
    return regex("[㐀-鿿𠀀-𲎯·]+").fullmatch(word) is not None
