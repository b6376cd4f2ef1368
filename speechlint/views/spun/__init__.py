"""Places where a machine put other words: found once, for the rules word.spun and word.reworded.

Tools that reword a text against detection of copies replace the strings of a table, always the
same by the same, and know no words: the rest is broken words, companies that no one would write,
and a text from which whole words have vanished.
"""

from __future__ import annotations

from speechlint.dictionary import dictionary
from speechlint.occurrences import starts
from speechlint.text import Span
from speechlint.views.spun import breaks, company, words
from speechlint.views.spun.breaks import Spun
from speechlint.views.spun.han import around

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from speechlint.document import Paragraph

__all__ = ["Spun", "certain", "doubtful", "occurrences"]

_AROUND = 10  # characters on each side that are cut into words


def certain(paragraph: Paragraph) -> tuple[Spun, ...]:
    """Return the places that show by themselves what was done to them, in their order."""
    broken = _broken(paragraph, breaks.across)
    return tuple(_apart([*broken, *_in_company(paragraph, words.COMPANY)]))


def doubtful(paragraph: Paragraph) -> tuple[Spun, ...]:
    """Return the places that prove something only in a text full of the others."""
    broken = _broken(paragraph, breaks.inside)
    return tuple(_apart([*broken, *_in_company(paragraph, words.DOUBTFUL)]))


def occurrences(paragraph: Paragraph) -> Mapping[str, Sequence[int]]:
    """Return where the words stand that tools put."""
    text = paragraph.text
    return {word: [*starts(word, text)] for word in words.within(text)}


def _broken(paragraph: Paragraph, find: Callable[[str, str, int], Spun | None]) -> Iterator[Spun]:
    for word, places in paragraph.view(occurrences).items():
        if breaks.originals(word):
            for at in places:
                if found := find(paragraph.text, word, at):
                    yield found


def _in_company(paragraph: Paragraph, table: str) -> Iterator[Spun]:
    text = paragraph.text
    for word, places in paragraph.view(occurrences).items():
        if row := words.said(word, table):
            for at in places:
                end = at + len(word)
                original = company.original(row, text, at, end)
                if original and _a_word(text, at, end):
                    yield Spun(Span(at, end), original)


def _a_word(text: str, start: int, end: int) -> bool:
    """Say whether the characters are no halves of other words: “支撑|持续” holds no 撑持."""
    before, after = around(text, start, end, _AROUND)
    near, first = before + text[start:end] + after, len(before)
    last = first + end - start
    known = dictionary()

    def parted(found: Iterable[tuple[int, int]]) -> bool:
        return any(a < first < b < last or first < a < last < b for a, b in found)

    # Only where some word begins so can one lie across an edge.
    starts = [a for a in range(max(0, first - 3), first) if known.begins(near[a : first + 1])]
    if after:
        starts += [a for a in range(first + 1, last) if known.begins(near[a : last + 1])]
    if not parted((a, b) for a in starts for b in known.ends(near, a)):
        return True
    ends = known.likeliest(near)[1]
    return not parted(zip([0, *ends], ends, strict=False))


def _apart(found: Iterable[Spun]) -> Iterator[Spun]:
    last = 0
    for spun in sorted(found):
        if spun.span.start >= last:
            last = spun.span.end
            yield spun
