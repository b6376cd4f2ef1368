"""Two characters of a word that seldom stand side by side: by these the build lays it down.

A word is looked for where they stand in a text. The rarer they are, the seldomer in vain.
"""

from __future__ import annotations

from speechlint import edges, lists
from speechlint.light import Counter, cache


def rare(word: str) -> str:
    """Return the rarest two of a word: no common word, and in few of them."""
    twos = [word[at : at + 2] for at in range(len(word) - 1)] or [word]
    together, alone = _counts()
    return min(twos, key=lambda two: (together[two], alone[two[:1]] * alone[two[-1:]]))


@cache
def _counts() -> tuple[Counter[str], Counter[str]]:
    """Return how often two characters, and one, stand in common words and phrases."""
    words = [*lists.entries(edges.WORDS), *lists.entries(edges.PHRASES)]
    together = Counter(word[at : at + 2] for word in words for at in range(len(word) - 1))
    return together, Counter(character for word in words for character in word)
