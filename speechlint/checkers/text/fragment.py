"""Flag a paragraph that begins or ends in the middle of a sentence."""

from __future__ import annotations

from speechlint.lines import Role
from speechlint.record import WithOptions
from speechlint.regexes import escape, regex
from speechlint.rule import Finding
from speechlint.text import Span
from speechlint.torn import NEVER_FIRST, ends

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from speechlint.document import Paragraph, Speech

_NEVER_FIRST = frozenset(NEVER_FIRST) - {"·"}  # that is a bullet
_PROSE = (Role.BODY, Role.ITEM)
_SHORT = 20  # a verse, a signature
_LONG = 60  # a line of a list without its stop is shorter
_FULL = "。！？"
_OPEN_END = "”’」』）)》】〕—…：:"  # a quotation, a note or a list may end a paragraph
_STUB = "[^。！？；，、：“”‘’（）《》]{1,3}。(?=.)"
# 品一品, 看了看, 件件: what stands twice is whole.
_HEAD = r"([%s])(?=([^\W\d_A-Za-z]|[，；]))(?![一了]?\1)"
_CLAUSE = f"[。！？；，：]{_HEAD}"
_LABEL = "[^，。；]{1,8}："
_TAIL = 10  # how much of a broken end is shown


class Fragment(WithOptions):
    """Flag where a paragraph begins or ends in the middle; line breaks are healed before.

    It ends there if it has no stop, though it holds one or is long; a list whose neighbours
    have none either is spared. It begins there with a mark that nothing begins with, or with a
    sentence of up to three characters that matches no pattern of `sentences`. It, or a
    clause of it, begins there with the second half of a word: a character of `halves` before
    one that it begins no word with (see benchmarks/halves.py).
    """

    halves: Mapping[str, str]
    sentences: tuple[str, ...] = ()

    def check_speech(self, speech: Speech) -> Iterator[Finding]:
        paragraphs = speech.paragraphs
        halves = escape("".join(self.halves))
        for number, paragraph in enumerate(paragraphs):
            if paragraph.role not in _PROSE:
                continue
            text = paragraph.text
            stray = self._stray(text, item=paragraph.role is Role.ITEM)
            if stray:
                yield _finding(paragraph, 0, stray, "前面")
            at = stray if stray or text[0] in self.halves else 1
            for match in _heads(text, at, halves) if halves else ():
                if match[2] not in self.halves.get(match[1], match[2]):
                    yield _finding(paragraph, match.start(1), match.end(2), "前面")
            broken = _stopless(paragraph) and not _listed(paragraphs, number)
            if broken or (number == len(paragraphs) - 1 and _cut_off(paragraphs)):
                yield _finding(paragraph, _last_clause(text), len(text), "后面")

    def _stray(self, text: str, *, item: bool) -> int:
        """Return how much at the beginning is left of a sentence; 0 if it begins there.

        An item may begin with a label as short as “抓统筹。”.
        """
        if text[0] in _NEVER_FIRST:
            return 1
        stub = None if item else regex(_STUB).match(text)
        if stub and not any(regex(p).search(stub[0]) for p in self.sentences):
            return stub.end()
        return 0


def _heads(text: str, start: int, halves: str) -> Iterator[re.Match[str]]:
    """Yield the clauses that begin with one of some characters, from a place on: 0 is one."""
    if not start and (head := regex(_HEAD % halves).match(text)):
        yield head
    yield from regex(_CLAUSE % halves).finditer(text, max(start - 1, 0))


def _stopless(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if _ended(text) or "\t" in text:
        return False
    long = len(text) > _LONG and not regex(_LABEL).match(text)
    return long or any(stop in text for stop in _FULL)


def _cut_off(paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether the last paragraph alone lacks its stop, being no signature."""
    *_, last = paragraphs
    text = last.text
    if last.role is not Role.BODY or "，" not in text or len(text) < _SHORT or _ended(text):
        return False
    if text[-1].isascii() or regex(_LABEL).match(text):
        return False  # 联系人：李明，电话：……
    before = [p for p in paragraphs[-3:-1] if p.role in _PROSE]
    return bool(before) and all(ends(p.text) for p in before)


def _ended(text: str) -> bool:
    return ends(text) or text[-1] in _OPEN_END


def _listed(paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Say whether a neighbour ends without a stop too, being no heading."""
    neighbours = [*paragraphs[max(0, number - 1) : number], *paragraphs[number + 1 : number + 2]]
    return any(p.role in _PROSE and _stopless(p) for p in neighbours)


def _last_clause(text: str) -> int:
    """Return where the last clause begins, or the last few characters of it."""
    marks = "，。；：！？、"
    at = max((text.rfind(mark, 0, -1) for mark in marks), default=-1)
    return max(at + 1, len(text) - _TAIL)


def _finding(paragraph: Paragraph, start: int, end: int, where: str) -> Finding:
    span = paragraph.locate(Span(start, end))
    return Finding(span, {"match": paragraph.text[start:end], "where": where})
