"""Flag an item that ends in a semicolon though it holds a full stop."""

from __future__ import annotations

from itertools import pairwise

from speechlint.diagnostic import Edit, Fix
from speechlint.regexes import regex
from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document import Paragraph

_DIGITS = "一二三四五六七八九十"
_MARKER = (
    rf"(?:^|(?<=[。；;：:，,！!？?\s]))(?:(?P<is>[{_DIGITS}]{{1,2}}[是要])"
    rf"|(?P<th>第[{_DIGITS}]{{1,2}}[，,])|(?P<in>[（(](?:[{_DIGITS}]{{1,2}}|\d{{1,2}})[）)])"
    r"|(?P<on>[①-⑳])|(?P<no>\d{1,2}[.．、](?!\d)))"
)
_SIGN = f"[；;](?=[{_DIGITS[1:]}第（(②-⑨1-9 \u3000])"


def check_paragraph(paragraph: Paragraph) -> Iterator[Finding]:
    """Flag the semicolon at the end of an item (一是…；二是…) that holds a full stop.

    A semicolon parts less than a full stop: inside the item it would part more. The item
    ends before the next marker of its kind, or with the paragraph that it fills.
    """
    text = paragraph.text
    stop = text.find("。")
    if stop < 0 or not (text.endswith(("；", ";")) or regex(_SIGN).search(text, stop)):
        return
    items = list(regex(_MARKER).finditer(text))
    for item, following in pairwise(items):
        if item.lastgroup == following.lastgroup:
            yield from _ending(text, item.end(), following.start())
    if items and items[-1].start() == 0:
        yield from _ending(text, items[-1].end(), len(text))


def _ending(text: str, start: int, end: int) -> Iterator[Finding]:
    """Yield the semicolon that ends an item, if a full stop stands in it."""
    stop = text.find("。", start, end)
    last = len(text[:end].rstrip()) - 1
    if stop >= 0 and last > stop and text[last] in "；;":
        span = Span(last, last + 1)
        yield Finding(span, {}, Fix("改为“。”", (Edit(span, "。"),)))
