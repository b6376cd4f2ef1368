"""Wrong words: homophones, rows of the tables, particles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planting import Case, Way, instead, replace
from speechlint import packs, tables
from speechlint.lexicon import read

if TYPE_CHECKING:
    from random import Random

    from planting import Planter

_GROUPS = tables.text("word/sounds.txt").split("\n")[1:]
_HAN = ("\u4e00", "\u9fff")


def _homophone(text: str, rng: Random) -> Case | None:
    """Put in the place of any character another that sounds or looks like it and is in use."""
    for _ in range(20):
        at = rng.randrange(len(text))
        alike = {c for g in _GROUPS if text[at] in g for c in g if c in text} - {text[at]}
        if _HAN[0] <= text[at] <= _HAN[1] and alike:
            return replace(text, at, at + 1, rng.choice(sorted(alike)))
    return None


def _row(table: str) -> Planter:
    """Put a wrong word of a table in the place of the right one, where its condition holds."""
    rows = [
        (read(wrong), right)
        for wrong, right in packs.read_tsv(f"{packs.builtin()}/word/{table}.tsv")
    ]

    def plant(text: str, rng: Random) -> Case | None:
        here = [(word, right) for word, right in rows if right in text]
        rng.shuffle(here)
        for word, right in here:
            at = text.index(right)
            wrong = text[:at] + word.text + text[at + len(right) :]
            if word.fits(wrong, at):
                return replace(text, at, at + len(right), word.text)
        return None

    return plant


WAYS = (
    Way("word.typo", "homophone", _homophone),
    Way("word.typo", "row of typo", _row("typo")),
    Way("word.typo", "row of confusable", _row("confusable")),
    Way(
        "word.typo",
        "的 for 地",
        instead("(?:认真|切实|扎实|积极|坚决|主动|牢牢|不断)(地)(?=[\u4e00-\u9fff]{4})", "的"),
    ),
    Way("word.typo", "的 for 得", instead("[做抓办管落搞干取](得)(?=[\u4e00-\u9fff]{2})", "的")),
    Way("word.typo", "零 for 〇", instead("二(〇)二[一-鿿]年", "零")),
    Way("word.typo", "range without %", instead("\\d(%)[～—]\\d+%", "")),
)
