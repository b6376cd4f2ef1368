"""Flag lists of fixed wording with a wrong member, or in another order."""

from __future__ import annotations

from speechlint.record import WithOptions
from speechlint.regexes import regex
from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.document import Paragraph

_ITEM = "[一-龥“”]{2,14}"
_LIST = regex(f"{_ITEM}(?:、{_ITEM}){{2,9}}")
_AND = ("和", "及", "与", "以及")


class Members(WithOptions):
    """Flag a list that is one of `sets` but for one member, or for the order.

    A key is the members, with 、 between; its value a word of the sentence without which the
    list is not meant.
    """

    sets: Mapping[str, str]

    def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        text = paragraph.text
        meant = [members.split("、") for members, word in self.sets.items() if word in text]
        for match in _LIST.finditer(text) if meant else ():
            for members in meant:
                yield from _compared(match[0], match.start(), members)


def _compared(words: str, start: int, members: Sequence[str]) -> Iterator[Finding]:
    items = _items(words, start, members)
    found = [_member(item, members, n, len(items)) for n, (item, _) in enumerate(items)]
    known = [name for name in found if name]
    if len(items) != len(members) or len(set(known)) != len(known):
        return
    if len(known) == len(members) and known != list(members):
        at = next(n for n, name in enumerate(known) if name != members[n])
        item, where = items[at]
        offset = item.find(known[at])
        span = Span(where + offset, where + offset + len(known[at]))
        yield _finding(known[at], span, members, f"次序应是“{'、'.join(members)}”")
    elif len(known) == len(members) - 1 and len(members) > 3:
        at = found.index("")
        missing = next(name for name in members if name not in known)
        # 政治意识、大局意识、核心意识、责任意识: the others stand where they should.
        if [name or missing for name in found] == list(members):
            item, where = items[at]
            yield _finding(item, Span(where, where + len(item)), members, f"应为“{missing}”")


def _items(words: str, start: int, members: Sequence[str]) -> list[tuple[str, int]]:
    """Return the items with their offsets; the last may be two, with “和” between."""
    out: list[tuple[str, int]] = []
    at = start
    for item in words.split("、"):
        out.append((item, at))
        at += len(item) + 1
    last, where = out[-1]
    for word in _AND:
        head, joined, tail = last.partition(word)
        if joined and len(out) == len(members) - 1 and head in members:
            out[-1:] = [(head, where), (tail, where + len(head) + len(word))]
            break
    return out


def _member(item: str, members: Sequence[str], at: int, count: int) -> str:
    """Return the member that an item is; to the first and the last other words may be glued."""
    if item in members:
        return item
    if at == 0:
        return next((name for name in members if item.endswith(name)), "")
    if at == count - 1:
        return next((name for name in members if item.startswith(name)), "")
    return ""


def _finding(item: str, span: Span, members: Sequence[str], advice: str) -> Finding:
    return Finding(span, {"match": item, "advice": advice, "members": "、".join(members)})
