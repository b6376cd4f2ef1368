"""Flag a set phrase of four characters in which one was typed wrong."""

from __future__ import annotations

from speechlint import lists, tables
from speechlint.diagnostic import Edit, Fix
from speechlint.dictionary import dictionary
from speechlint.halves import halves
from speechlint.light import cache
from speechlint.record import WithOptions
from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.paragraph import Paragraph

# What may stand beside any word: a phrase that differs in one of these is another phrase.
_FREE = frozenset(
    "的地得是一在有和不为了与中大国以之于及而且所要会能可也就都还又再更最很太该此其各每某另由从到对向把被让使将已正曾未"
    "无非个年月日时次名元人二三四五六七八九十百千万亿两多少这那哪我你他她它们着过等者性化力市县省区乡镇村"
)
# Words that are younger than the dictionary.
_YOUNG = (
    "建强 建优 育强 智造 质造 智治 智改 数转 数智 文旅 农旅 产教 校企 医养 政企 府院 链主 链长 强链 补链 延链 新质 适老 "
    "托育 两新 两重 双碳 双创 保供 稳供 稳岗 稳价 纾困 助企 惠企 亲商 安商 科创 文创 赋能 提质 扩量 增效 兴业 共富"
)
ALIKE = "word/sounds.txt"  # the list that the build knows
_HALF = 2  # characters
_WORD = 3  # jieba counts what it has seen but once or twice too
_COMMON = 50
_TIMES = 5


class Phrase(WithOptions):
    """Flag four characters of which three are those of a phrase, in their places.

    The phrases are given by their halves, one of which a single wrong character leaves whole:
    `heads` names the table of what may follow each first half, `tails` of what may stand before
    each second.
    The fourth character must sound or look like the phrase's own: both stand in one line of
    the list `alike`. Spared is what is a word itself, alone or with what stands beside it.
    """

    heads: str
    tails: str
    alike: str

    def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        text, last = paragraph.text, 0
        wrong = [
            (start, -(dictionary().get(phrase) or 0), phrase)
            for start, odd, phrase in self._near(text)
            if _wrong(text, start, odd, phrase)
        ]
        for start, _, phrase in sorted(wrong):  # of several phrases the one most in use
            if start >= last:
                last = start + 4
                found, span = text[start:last], Span(start, last)
                fix = Fix(f"改为“{phrase}”", (Edit(span, phrase),))
                yield Finding(span, {"match": found, "replacement": phrase}, fix)

    def _near(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where a phrase stands but for one character that is like its own, and which."""
        known = halves(self.heads, self.tails)
        here, first, last = known.within(text), known.first_head, known.last_tail
        for at, half in here.items():
            # Where both halves are halves of phrases, the other was typed right: nearly always.
            if half >= first and not 0 < here.get(at + 2, 0) <= last:
                found = text[at + 2 : at + 4]
                if len(found) == _HALF and found.isalpha():
                    row = known.row(last + half - first)
                    if found[0] in row or found[1] in row:
                        for odd, other in self._others(row, found):
                            yield at, 2 + odd, text[at : at + 2] + other
            if half <= last and here.get(at - 2, 0) < first:
                found = text[max(at - 2, 0) : at]
                if len(found) == _HALF and found.isalpha():
                    row = known.row(half - 1)
                    if found[0] in row or found[1] in row:
                        for odd, other in self._others(row, found):
                            yield at - 2, odd, other + text[at : at + 2]

    def _others(self, row: str, found: str) -> Iterator[tuple[int, str]]:
        """Yield the halves in a row, of which one character is that of another and one is alike."""
        for odd, right in enumerate(reversed(found)):
            at = row.find(right)
            while at >= 0:
                start = at - at % 2
                if at - start != odd and _alike(self.alike, found[odd], row[start + odd]):
                    yield odd, row[start : start + 2]
                at = row.find(right, at + 1)


def _wrong(text: str, start: int, odd: int, phrase: str) -> bool:
    found, words = text[start : start + 4], dictionary()
    half, right = (found[:2], phrase[:2]) if odd < 2 else (found[2:], phrase[2:])
    often = words.get(half) or 0
    if often >= _COMMON:
        return False
    before, behind = text[max(start - 2, 0) : start], text[start + 4 : start + 6]
    usual = words.get(phrase)
    if usual:  # an idiom
        if often >= _WORD and _word(right):
            return False
        beside = odd == 0 and _word(before[-1:] + found[0])
        beside = beside or (odd == 3 and _word(found[3] + behind[:1]))
    else:
        if often or found[odd] in _FREE:
            return False
        beside = _beside(found, odd, before, behind)
    # The dictionary holds misspellings too, but they are rare in it.
    return not (beside or half in _YOUNG or (words.get(found) or 0) * _TIMES >= (usual or 1))


def _beside(found: str, odd: int, before: str, behind: str) -> bool:
    """Say whether the odd half makes a word with what stands beside it (“正规化|建设”)."""
    if odd in (1, 2) and _word(found[1:3]):
        return True
    if odd < 2:
        ends = (before[-1:] + found[0], before + found[0], before[-1:] + found[:2])
        return any(map(_word, ends))
    return any(map(_word, (found[3] + behind[:1], found[3] + behind, found[2:] + behind[:1])))


def _word(text: str) -> bool:
    return len(text) > 1 and (dictionary().get(text, 0) or 0) >= _WORD


def _alike(name: str, one: str, other: str) -> bool:
    """Say whether two different characters stand in one line of a list."""
    return one != other and other in (_groups(name).get(one) or "")


@cache
def _groups(name: str) -> lists.Listed:
    return lists.of(name, lambda: together(name))


def together(name: str) -> dict[str, str]:
    """Return what stands in one line of a list with each character."""
    found: dict[str, str] = {}
    for line in tables.bare(name).splitlines():
        for char in line:
            found[char] = found.get(char, "") + line
    return found
