"""Masked years: 20xx年, 202X年, 二〇××年, XX年XX月XX日."""

from __future__ import annotations

from speechlint.occurrences import holds
from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.blanks import Blank, Kind
from speechlint.views.blanks.lookalikes import cited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_MASK = "XxＸｘ×✕*＊○◯〇OoＯ□■△_＿?？#"
# A year is masked only where one of these stands.
_SIGNS = (*_MASK.translate({ord(c): None for c in "?？"}), "？年", "?年", "  年", "\u3000年")
# A year is followed by one of these when only one of its figures is masked.
_AFTER = r"年|度|届|级|版|[〕\]）)]|[-—－~～至/.][\dXx×*]"


_M = f"[{_MASK}]"
_DATE = rf"(?:\s?[\d{_MASK}]{{1,2}}\s?月(?:\s?[\d{_MASK}]{{1,2}}\s?[日号])?)?"
_TAIL = rf"(?:\s?年(?:度|{_DATE})?|(?:[.．/-][\d{_MASK}]{{1,2}}(?![\d{_MASK}])){{1,2}})"
_YEARS = (
    # 20xx, 20××, 20__: whatever follows, two masks after the century are a year
    rf"(?:19|20|２０|１９|2[OoＯ])\s?{_M}{{2}}(?![\dA-Za-z{_MASK}])",
    # 20x年, 202X年, 2O25年, 2XXX年
    rf"(?:20|２０){_M}(?=\s?(?:年|届|级|〕))",
    rf"[12](?=\d{{0,2}}{_M})[\d{_MASK}]{{3}}(?={_AFTER})",
    # 20　　年
    r"(?:19|20)(?:\u3000{1,4}| {2,6})(?=年)",
    # 二〇××年, ××年
    r"[二一][〇○零０0ＯO][〇○零一二三四五六七八九]?[XxＸ×✕*＊_＿]{1,2}(?=年)",
    rf"(?<![\d{_MASK}近约])[XxＸｘ×✕*＊○_＿]{{2,4}}(?=年(?![来间前后时内期]))",
)
_YEAR = rf"(?<![\dA-Za-z.*+])(?:{'|'.join(_YEARS)}){_TAIL}?"


def find(text: str) -> Iterator[Blank]:
    """Yield the masked years of a text."""
    if not holds(text, _SIGNS):
        return
    for match in regex(_YEAR).finditer(text):
        start, end = match.span()
        if cited(text, start) or _is_number(match[0], text[end : end + 1]):
            continue
        if text[start - 1 : start] + text[end : end + 1] in ("〔〕", "［］", "[]"):
            start, end = start - 1, end + 1
        year = text[start:end].rstrip()
        yield Blank(Span(start, start + len(year)), Kind.YEAR, year, year)


def _is_number(year: str, after: str) -> bool:
    """Say whether it is a product (20×) or a number cut short (20xx万)."""
    return "年" not in year and after in tuple("万亿个元%％名家户项人吨亩公千")
