"""Places where a machine put other words: found once, for the rules word.spun and word.reworded.

Tools that reword a text against detection of copies replace the strings of a table, always the
same by the same, and know no words: the rest is broken words, companies that no one would write,
and a text from which whole words have vanished.
"""

from __future__ import annotations

from speechlint import tables
from speechlint.dictionary import dictionary
from speechlint.light import cache
from speechlint.presence import Beginnings
from speechlint.record import NamedTuple
from speechlint.text import Span
from speechlint.views.spun import breaks, company
from speechlint.views.spun.han import around

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from speechlint.document import Paragraph

TRACE = "word/spun-trace.tsv"
_AROUND = 10  # characters on each side that are cut into words


class Spun(NamedTuple):
    """A place, and what stood there."""

    span: Span  # in the paragraph
    original: str


def certain(paragraph: Paragraph) -> tuple[Spun, ...]:
    """Return the places that show by themselves what was done to them, in their order."""
    broken = _broken(paragraph, breaks.across)
    return tuple(_apart([*broken, *_in_company(paragraph, company.COMPANY)]))


def doubtful(paragraph: Paragraph) -> tuple[Spun, ...]:
    """Return the places that prove something only in a text full of the others."""
    broken = _broken(paragraph, breaks.inside)
    return tuple(_apart([*broken, *_in_company(paragraph, company.DOUBTFUL)]))


def occurrences(paragraph: Paragraph) -> Mapping[str, Sequence[int]]:
    """Return where the words stand that tools put."""
    text, found = paragraph.text, {}
    for word in _beginnings().within(text):
        at = text.find(word)
        places = found[word] = [at]
        while (at := text.find(word, at + 1)) >= 0:
            places.append(at)
    return found


@cache
def traced() -> Mapping[str, str]:
    """Return the words whose originals may vanish from a speech, with the rest of their rows."""
    return tables.by_word(TRACE)


@cache
def _beginnings() -> Beginnings:
    """Return the words of all tables."""
    return Beginnings(
        {
            **breaks.pairs(),
            **company.words(company.COMPANY),
            **company.words(company.DOUBTFUL),
            **traced(),
        }
    )


def _broken(
    paragraph: Paragraph, find: Callable[[str, str, int], breaks.Broken | None]
) -> Iterator[Spun]:
    for word, places in paragraph.view(occurrences).items():
        if word in breaks.pairs():
            for at in places:
                if found := find(paragraph.text, word, at):
                    yield Spun(Span(found.start, found.end), found.whole)


def _in_company(paragraph: Paragraph, table: str) -> Iterator[Spun]:
    text = paragraph.text
    for word, places in paragraph.view(occurrences).items():
        if word in company.words(table):
            for at in places:
                original = company.original(table, word, text, at)
                if original and _a_word(text, at, at + len(word)):
                    yield Spun(Span(at, at + len(word)), original)


def _a_word(text: str, start: int, end: int) -> bool:
    """Say whether the characters are no halves of other words: “支撑|持续” holds no 撑持."""
    before, after = around(text, start, end, _AROUND)
    near, first = before + text[start:end] + after, len(before)
    last = first + end - start

    def parted(words: Iterable[tuple[int, int]]) -> bool:
        return any(a < first < b < last or first < a < last < b for a, b in words)

    words = dictionary()
    if not parted((a, b) for a in range(max(0, first - 3), last) for b in words.ends(near, a)):
        return True
    ends = words.likeliest(near)[1]
    return not parted(zip([0, *ends], ends, strict=False))


def _apart(found: Iterable[Spun]) -> Iterator[Spun]:
    last = 0
    for spun in sorted(found):
        if spun.span.start >= last:
            last = spun.span.end
            yield spun
