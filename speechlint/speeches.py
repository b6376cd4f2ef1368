"""Where one speech of a document ends and the next begins."""

from __future__ import annotations

from speechlint.later import later
from speechlint.light import bisect_left
from speechlint.lines import Role

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Document
    from speechlint.paragraph import Paragraph

# The first numbers of a speech; of which kind they are does not matter here.
_HEAD = later(
    "(?:第|[（(])?([一二三四五六七八九十]{1,3})(?:、|[）)]|[，,]|部分|章|是|要)|([0-9]{1,2})[.．、](?![0-9])"
)
_TITLE_LINES = 3  # a title, a date and a name


def divide(document: Document) -> Iterator[tuple[Paragraph, ...]]:
    """Yield the paragraphs of each speech.

    A collection heading begins a new one. So does a second salutation, if a title or a closing
    stands before it and the numbering begins again after it: most speeches say 同志们 more than
    once.
    """
    borders = [line.span.start for line in document.lines if line.role is Role.COLLECTION]
    group: list[Paragraph] = []
    passed = 0
    for paragraph in document.paragraphs:
        before = bisect_left(borders, paragraph.start) if borders else 0
        if group and before > passed:
            yield from _split(group)
            group = []
        passed = before
        group.append(paragraph)
    if group:
        yield from _split(group)


def _split(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, ...]]:
    """Part what stands under one collection heading where a second salutation says so."""
    salutations = [n for n, p in enumerate(paragraphs) if p.role is Role.SALUTATION]
    start = 0
    for at in salutations[1:]:
        border = _border(paragraphs, at, start)
        if border is not None and _restarts(paragraphs, start, at):
            yield tuple(paragraphs[start:border])
            start = border
    yield tuple(paragraphs[start:])


def _border(paragraphs: Sequence[Paragraph], at: int, start: int) -> int | None:
    """Return where the speech of a salutation begins: at its title, or right after a closing."""
    border = at
    while border > max(start + 1, at - _TITLE_LINES) and _is_title(paragraphs[border - 1]):
        border -= 1
    closed = border > start and paragraphs[border - 1].role is Role.CLOSING
    return border if border < at or closed else None


def _is_title(paragraph: Paragraph) -> bool:
    return paragraph.role is Role.HEADING and not _HEAD.match(paragraph.text)


def _restarts(paragraphs: Sequence[Paragraph], start: int, at: int) -> bool:
    """Say whether numbers before the salutation begin again at one after it."""
    after = next((n for n in map(_number, paragraphs[at:]) if n), "")
    return after in ("一", "1") and any(map(_number, paragraphs[start:at]))


def _number(paragraph: Paragraph) -> str:
    """Return the number that a paragraph begins with, or nothing."""
    match = _HEAD.match(paragraph.text)
    return (match[1] or match[2]) if match else ""
