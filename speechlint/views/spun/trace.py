"""What a machine leaves in a whole speech: words that are nowhere, and others in their places.

Whoever writes uses both of two synonyms, and in official prose mostly the usual one. A tool
leaves none of the one. Each word of rules/word/spun-trace.tsv whose original has vanished is
evidence, by how much oftener it stands there after replacement than before: the weight of a
likelihood ratio. Only evidence for it counts: what a tool does not know it leaves alone.
"""

from __future__ import annotations

from speechlint import tables
from speechlint.light import cache
from speechlint.record import NamedTuple
from speechlint.text import Span
from speechlint.views import spun
from speechlint.views.spun import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from speechlint.document import Paragraph, Speech

    # The paragraphs where a word stands, and where in them.
    Places = list[tuple[Paragraph, Sequence[int]]]


_COUNTED = 3_809_282  # characters of official prose in which the table's words were counted
_FEWEST = 8  # different words
_ENOUGH = 10.0  # evidence per thousand characters: speeches as they are have less than 4 …
_SHORT, _LONG = (
    3000,
    5000,
)  # … of as many characters; shorter ones must show as much, longer no more
_MOST = 3  # occurrences of a word that count
_GONE = 4  # times as often as its original a word must stand
_PLACES = 5  # different words, each certainly wrong where it stands, are enough as well


class Trace(NamedTuple):
    """A word that stands where its original, which the speech has nowhere, is expected."""

    spans: tuple[Span, ...]  # in the document
    word: str
    original: str


def reworded(speech: Speech) -> bool:
    """Say whether the whole speech went through a machine."""
    return bool(speech.view(traces)) or len(speech.view(_wrong)) >= _PLACES


def traces(speech: Speech) -> tuple[Trace, ...]:
    """Return the words by which a speech shows that a machine reworded it; of others nothing."""
    places = _places(speech)
    text = "\n".join(p.text for p in speech.paragraphs)
    times = {
        word: sum(len(starts) for _, starts in found)
        for word, found in places.items()
        if (original := _original(word)) and gone(text, original, word)
    }
    if len(times) < _FEWEST or _evidence(times, len(text)) < _ENOUGH:
        return ()
    return tuple(
        Trace(_spans(word, places[word]), word, _original(word))
        for word in _rows()
        if word in times
    )


def _original(word: str) -> str:
    """Return what may vanish from a speech where a word is put, "" if nothing is known of it."""
    return words.said(word, words.TRACE).partition("\t")[0]


@cache
def _rows() -> Mapping[str, str]:
    return tables.by_word(words.TRACE)


def gone(text: str, original: str, word: str) -> bool:
    """Say whether a word has taken the place of its original throughout."""
    times = text.count(word)
    if times < _GONE:  # as most: to look for the one takes less than to count it
        return original not in text
    return text.count(original) * _GONE <= times


def _evidence(times: Mapping[str, int], length: int) -> float:
    """Return by how much likelier it makes replacement, per thousand characters."""
    from math import log

    evidence = 0.0
    for word, row in _rows().items():
        _, originals, put = row.split("\t")
        usual = (int(put) + 0.5) / _COUNTED  # occurrences a character
        replaced = 0.5 * int(originals) / _COUNTED + usual
        expected = min(usual * length, _MOST)
        evidence += (min(times.get(word, 0), _MOST) - expected) * log(replaced / usual)
    return evidence / min(max(length, _SHORT), _LONG) * 1000


def _wrong(speech: Speech) -> set[str]:
    """Return the different words that stand where they are certainly wrong."""
    return {
        p.text[s.span.start : s.span.end] for p in speech.paragraphs for s in p.view(spun.certain)
    }


def _places(speech: Speech) -> dict[str, Places]:
    places: dict[str, Places] = {}
    for paragraph in speech.paragraphs:
        for word, starts in paragraph.view(spun.occurrences).items():
            places.setdefault(word, []).append((paragraph, starts))
    return places


def _spans(word: str, places: Places) -> tuple[Span, ...]:
    """Return where a word stands in the document."""
    return tuple(p.locate(Span(at, at + len(word))) for p, starts in places for at in starts)
