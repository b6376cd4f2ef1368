"""Masked years: 20xx年, 202X年, 二〇××年, XX年XX月XX日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from speechlint.text import Span
from speechlint.views.blanks.blank import Blank, Kind
from speechlint.views.blanks.lookalikes import cited

_MASK = "XxＸｘ×✕*＊○◯〇OoＯ□■△_＿?？#"
# A year is followed by one of these when only one of its figures is masked.
_AFTER = r"年|度|届|级|版|[〕\]）)]|[-—－~～至/.][\dXx×*]"


@lru_cache(maxsize=None)
def _pattern() -> re.Pattern[str]:
    m = re.escape(_MASK)
    date = rf"(?:\s?[\d{m}]{{1,2}}\s?月(?:\s?[\d{m}]{{1,2}}\s?[日号])?)?"
    tail = rf"(?:\s?年(?:度|{date})?|(?:[.．/-][\d{m}]{{1,2}}(?![\d{m}])){{1,2}})"
    years = "|".join(
        (
            # 20xx, 20××, 20__: whatever follows, two masks after the century are a year
            rf"(?:19|20|２０|１９|2[OoＯ])\s?[{m}]{{2}}(?![\dA-Za-z{m}])",
            # 20x年, 202X年, 2O25年, 2XXX年
            rf"(?:20|２０)[{m}]{{1}}(?=\s?(?:年|届|级|〕))",
            rf"[12](?=[\d]{{0,2}}[{m}])[\d{m}]{{3}}(?={_AFTER})",
            # 20　　年
            r"(?:19|20)(?:\u3000{1,4}| {2,6})(?=年)",
            # 二〇××年, 两千××年
            r"[二一][〇○零０0ＯO][〇○零一二三四五六七八九]?[XxＸ×✕*＊_＿]{1,2}(?=年)",
            rf"(?<![\d{m}近约])[XxＸｘ×✕*＊○_＿]{{2,4}}(?=年(?![来间前后时内期]))",
        )
    )
    return re.compile(rf"(?<![\dA-Za-z.*+])(?:{years}){tail}?")


def suspected(text: str) -> bool:
    """Say whether a year may be masked with a letter O, a question mark or spaces alone."""
    if "年" not in text:
        return False
    return any(c in text for c in ("O", "o", "？年", "?年", "  年", "\u3000年"))


def find(text: str) -> Iterator[Blank]:
    for match in _pattern().finditer(text):
        start, end = match.span()
        if cited(text, start) or _is_number(match[0], text[end : end + 1]):
            continue
        if text[start - 1 : start] + text[end : end + 1] in ("〔〕", "［］", "[]"):
            start, end = start - 1, end + 1
        word = text[start:end].strip()
        yield Blank(Span(start, start + len(text[start:end].rstrip())), Kind.YEAR, word, word)


def _is_number(year: str, after: str) -> bool:
    """Say whether it is a product (20×) or a number cut short (20xx万)."""
    return "年" not in year and after in tuple("万亿个元%％名家户项人吨亩公千")
