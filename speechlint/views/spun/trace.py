"""What a machine leaves in a whole speech: words that are nowhere, and others in their places.

Whoever writes uses both of two synonyms, and in official prose mostly the usual one. A tool
leaves none of the one. Each word of rules/word/spun-trace.tsv whose original has vanished is
evidence, by how much oftener it stands there after replacement than before: the weight of a
likelihood ratio. Only evidence for it counts: what a tool does not know it leaves alone.
"""

from __future__ import annotations

from speechlint.record import NamedTuple
from speechlint.text import Span
from speechlint.views import spun

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.document import Speech


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
    found = [
        Trace(tuple(places[word]), word, original)
        for word, row in spun.traced().items()
        if word in places and gone(text, original := row.partition("\t")[0], word)
    ]
    if len(found) < _FEWEST or _evidence(found, len(text)) < _ENOUGH:
        return ()
    return tuple(found)


def gone(text: str, original: str, word: str) -> bool:
    """Say whether a word has taken the place of its original throughout."""
    return text.count(original) * _GONE <= text.count(word)


def _evidence(found: Sequence[Trace], length: int) -> float:
    """Return by how much likelier it makes replacement, per thousand characters."""
    from math import log

    times = {trace.word: len(trace.spans) for trace in found}
    evidence = 0.0
    for word, row in spun.traced().items():
        _, originals, words = row.split("\t")
        usual = (int(words) + 0.5) / _COUNTED  # occurrences a character
        replaced = 0.5 * int(originals) / _COUNTED + usual
        expected = min(usual * length, _MOST)
        evidence += (min(times.get(word, 0), _MOST) - expected) * log(replaced / usual)
    return evidence / min(max(length, _SHORT), _LONG) * 1000


def _wrong(speech: Speech) -> set[str]:
    """Return the different words that stand where they are certainly wrong."""
    return {
        p.text[s.span.start : s.span.end] for p in speech.paragraphs for s in p.view(spun.certain)
    }


def _places(speech: Speech) -> dict[str, Sequence[Span]]:
    places: dict[str, list[Span]] = {}
    for paragraph in speech.paragraphs:
        for word, starts in paragraph.view(spun.occurrences).items():
            spans = (paragraph.locate(Span(at, at + len(word))) for at in starts)
            places.setdefault(word, []).extend(spans)
    return dict(places)
