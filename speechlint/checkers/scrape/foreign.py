"""Flag stray English words in Chinese sentences."""

from __future__ import annotations

from speechlint.light import cache
from speechlint.lists import Listed, listed
from speechlint.regexes import regex
from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Paragraph

LIST = "scrape/english.txt"
_PHRASE = (
    r"(?<![A-Za-z0-9\-/.@_&+'#=:])[A-Za-z]{2,}(?:[ '’-]{1,2}[A-Za-z]+)*(?![A-Za-z0-9\-/.@_&+#=(])"
)
# An English name of something stands in brackets or quotation marks after the Chinese one.
_CLOSE = "”’）)》】」』\"'"
_OPEN = "“‘（(《【「『\"'"


def check_paragraph(paragraph: Paragraph) -> Iterator[Finding]:
    """Flag words of a list that stand alone between Chinese characters."""
    text = paragraph.text
    for match in regex(_PHRASE).finditer(text):
        left = text[: match.start()].rstrip(" \u3000")[-1:]
        right = text[match.end() :].lstrip(" \u3000")[:1]
        if (_chinese(left) or _chinese(right)) and _stray(match[0], left, right):
            yield Finding(Span(*match.span()), {"match": match[0]})


def _stray(phrase: str, left: str, right: str) -> bool:
    if (left and left in _OPEN) or (right and right in _CLOSE):
        return False
    if left.isascii() and left.isalnum():
        return False
    tokens = phrase.replace("’", "'").replace("'", " ").replace("-", " ").split()
    if any(token[0].isupper() for token in tokens[1:]) or tokens[0].isupper():
        return False  # a name, or an abbreviation
    known = sum(token.lower() in _words() for token in tokens)
    if tokens[0][0].isupper() and len(tokens) == 1:
        return known == 1 and phrase.lower() in _FUNCTION
    return known > 0 and 3 * known >= 2 * len(tokens)


# A capital letter makes any other word a name.
_FUNCTION = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "or",
        "for",
        "with",
        "on",
        "at",
        "by",
        "from",
        "as",
        "is",
        "are",
        "this",
        "that",
        "but",
        "we",
        "our",
        "will",
        "not",
    ]
)


@cache
def _words() -> Listed:
    return listed(LIST)


def _chinese(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or (bool(char) and char in "，。、；：！？")
