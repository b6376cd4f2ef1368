"""Notes of a page in the middle of a speech: which sentences of a line they are.

A paragraph that ends in “点击展开全文” is of the speech all the same, and so is what a speaker says of
pages, apps and readers.
"""

from __future__ import annotations

from speechlint.regexes import regex
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.boilerplate import Row

ANYWHERE = ("whole", "note")  # rows that look for a piece of a line
# What the sentences around a note of the page must hold, and must be of the line, to be of a speech.
_SAID = "我[们省市县区镇乡]|全[省市县区镇乡村]|各[级地]|各(?:部门|单位|乡镇)|同志|干部|群众|推进|落实|部署|发展|建设|改革|优化|加强|强化"
_OPENING = r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十]+，|[一二三四五六七八九十][是要]|\d{1,2}[.．、](?!\d)|同志们|各位(?:代表|委员|领导))"
# What a speaker says of pages, apps and readers: two of these in a sentence, and none of the others.
_SAYS = f"{_SAID}|今年以来|组织|党员|推动|引导|(?<![主重需必只])要(?![求点素件闻])"
_PAGE = (
    "小[编編]|本[站网文篇资]|文档|范文[网库]|下面是|以下是|以上|公众号|请?关注|更多|版权(?:所有|归|声明)|转载请|侵权请|联系(?:我们|删除|本)"
    "|来[源自]|点击(?:这|此|下|查看|阅读|展开)|[为供](?:大家|您|你)|希望|会员可|积分|ICP|ＶＩＰ|VIP|http|www|[上下]一[篇页]|编辑[:：]|字号|未读|剩余|全文|欢迎|参考|怎么|如何"
)
_MOST = 2  # the line is not more than so many times as long as they are
_BRACKET = r"[（(【][^（）()【】]{4,}[)）】]"
_SENTENCE = r"[^。！？!?]*[。！？!?]*[”’）)】]*"


def holds_speech(line: str, rows: Sequence[Row]) -> bool:
    """Say whether a line that holds site text has sentences of a speech too."""
    hits = [row for row in rows if row.how in ANYWHERE and row.expression().search(line)]
    opening = line[0] in _OPENING or line[0].isdecimal()
    opening = opening and regex(_OPENING).match(line) is not None
    if not opening and any(row.how == "whole" for row in hits):
        return False
    left = line
    for row in hits:
        for span in sentences(line, row):
            left = left.replace(line[span.start : span.end], "")
    if not regex(_SAID).search(left):
        return False
    return opening or len(line) <= _MOST * len(left)


def sentences(piece: str, row: Row) -> Iterator[Span]:
    """Yield the sentences that hold a match; of one that only its brackets hold, the brackets.

    What stands before the clause that a match begins in may be of a speech.
    """
    for sentence in regex(_SENTENCE).finditer(piece):
        match = row.expression().search(sentence[0])
        if not match or not sentence[0] or _is_said(sentence[0]):
            continue
        brackets = regex(_BRACKET).finditer(sentence[0])
        own = next((b for b in brackets if row.expression().search(b[0])), None)
        start = max(sentence[0].rfind(mark, 0, match.start()) for mark in "，；,;") + 1
        start = start if start > 6 and regex(_SAID).search(sentence[0], 0, start) else 0
        yield Span(*own.span() if own else (start, len(sentence[0]))).shift(sentence.start())


def _is_said(sentence: str) -> bool:
    """Say whether a speaker speaks of what pages have: 阅读量突破10万次，各级要抓好落实."""
    if len(regex(_SAYS).findall(sentence)) < 2:
        return False
    return not regex(_PAGE).search(sentence)
