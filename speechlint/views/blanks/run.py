"""A run of mask characters, and what stands next to it."""

from __future__ import annotations

from speechlint.light import lru_cache
from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.views.blanks.words import back

# Masks of a text that nothing else explains at a glance.
_PLAIN = "(?<![A-Za-z0-9])[XxＸ×*]+(?![A-Za-z0-9])"


class Run(NamedTuple):
    """A run of mask characters in its text; its neighbours are empty at the edges."""

    text: str
    start: int
    end: int

    @property
    def body(self) -> str:
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        return self.text[self.start - 1 : self.start]

    @property
    def after(self) -> str:
        return self.text[self.end : self.end + 1]

    @property
    def length(self) -> int:
        return self.end - self.start

    @property
    def leads(self) -> bool:
        """Whether nothing but space stands before it."""
        return back(self.text, self.start) < 0

    def around(self, reach: int) -> str:
        """Return the text as far as `reach` on each side."""
        return self.text[max(0, self.start - reach) : self.end + reach]

    def precedes(self, words: str | tuple[str, ...]) -> bool:
        return self.text.startswith(words, self.end)

    def follows(self, words: str | tuple[str, ...]) -> bool:
        return self.text.endswith(words, 0, self.start)


@lru_cache(maxsize=8)
def masked_all_over(text: str) -> bool:
    """Say whether a text has so many masks that a doubtful one is one more."""
    return len(regex(_PLAIN).findall(text)) > 1
