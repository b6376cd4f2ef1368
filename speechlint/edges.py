"""How lines end and begin, and which words belong together: known from tables.

The points are natural logarithms: how much likelier the words around a break are in the
middle of a sentence than at the end of one line and the beginning of the next.
"""

from __future__ import annotations

from speechlint.light import cache
from speechlint.lists import Listed, listed

_MOST, _END, _TOPIC = 3.0, 2.0, 0.5  # what one side may say at most
WORD, _CUT, APART = 3.0, 1.8, -0.6  # `junction` says from APART to WORD
# Function words that bind to what follows, or to what goes before; as parts of words (目的, 过去) they do not.
_CLOSED = 4.0
_STOPS = tuple("，。、；：")
_SINGLE = 3.0  # a character that punctuation follows at once is the end of a word
_NEVER = -9.9  # what the table says of words that end no line
_OPENS = frozenset("的和与及在对把将被从以于而并或更最很不是让由其各该每这那")
_CLOSES = frozenset("是的了着过之和或等们")


LISTS = _EDGES, WORDS, PHRASES = "scrape/edges.txt", "scrape/words.txt", "scrape/phrases.txt"


@cache
def _edges() -> Listed:
    return listed(_EDGES)


@cache
def _words() -> Listed:
    return listed(WORDS)


@cache
def _phrases() -> Listed:
    return listed(PHRASES)


def known(word: str) -> bool:
    """Say whether a word is a common one."""
    return word in _words()


def _points(longer: str, shorter: str) -> tuple[float, float]:
    """Return how readily a piece of text ends and begins sentences; where it is unknown, a part."""
    edges = _edges()
    ends, _, begins = (edges.get(longer) or edges.get(shorter) or "0,0").partition(",")
    return int(ends) / 10, int(begins) / 10


def sides(before: str, after: str) -> float:
    """Say in points how little the first line ends, and the second begins, as sentences do."""
    ends_, _ = _points(before[-2:], before[-1])
    _, begins = _points(after[:2], after[0])
    # Any noun can be the topic of a paragraph, though reports may never begin with it.
    most = _TOPIC if begins < -_TOPIC and after[:2] in _words() else _MOST
    left = max(-_MOST, min(_END, -ends_))
    right = max(-_MOST, min(most, -begins))
    if ends_ <= _NEVER or (before[-1] in _OPENS and before[-2:] not in _words()):
        left = _CLOSED
    if after[0] in _CLOSES and begins <= 0 and not any(after[:n] in _words() for n in (2, 3, 4)):
        right = _CLOSED
    elif after[1:2] in _STOPS and after[0] not in before[-4:]:
        right = max(right, _SINGLE)
    return left + right


def junction(before: str, after: str) -> float:
    """Say in points how much the two sides of a break belong together."""
    words, phrases = _words(), _phrases()
    cut = max(
        (
            n
            for n in (2, 3, 4)
            for i in range(1, n)
            if len(before) >= i and before[-i:] + after[: n - i] in words
        ),
        default=0,
    )
    left = max((n for n in (2, 3, 4) if before[-n:] in words), default=0)
    right = any(after[:n] in words for n in (2, 3, 4))
    if cut > 2:
        points = WORD if cut > left or not right else _CUT
    elif cut:
        points = 2.5 if not (left or right) else 0.3 if left and right else _CUT
    else:
        points = APART
    if before[-2:] + after[:2] in phrases:
        return max(points, 2.5)
    if before[-1:] + after[:3] in phrases or before[-3:] + after[:1] in phrases:
        return max(points, 2.0)
    return points
