"""Planting defects of a known kind into right texts.

A *way* turns a right text into a wrong one and says where the defect now is. `WAYS` of each
module lists all ways it knows; everything random comes from the generator that is handed in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import tomli

from speechlint.packs import unmark
from speechlint.text import Span


class Case(NamedTuple):
    """A right text, the same with a defect, and where a diagnostic has to touch it.

    `others` are defects that came in beside it: a diagnostic there is neither asked for nor a stray.
    """

    right: str
    wrong: str
    spans: tuple[Span, ...]
    others: tuple[Span, ...] = ()


def table(name: str) -> dict[str, Any]:
    """Return the words of a module of this package, from the file beside it."""
    return tomli.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


Planter = Callable[[str, Random], "Case | None"]


class Way(NamedTuple):
    """How a defect of a kind comes about. `plant` gives None where the text has no place for it.

    `also` names families or kinds that may rightly claim the same place; `whole` asks for a
    whole report, with its numbering.
    """

    kind: str
    name: str
    plant: Planter
    also: frozenset[str] = frozenset()
    whole: bool = False


def replace(text: str, start: int, end: int, new: str) -> Case:
    """Put `new` in a place; what was cut out is to be found on the characters around it."""
    wrong = text[:start] + new + text[end:]
    span = Span(start, start + len(new)) if new else Span(max(start - 1, 0), start + 1)
    return Case(text, wrong, (span,))


def pick(pattern: str, text: str, rng: Random) -> re.Match[str] | None:
    """Return one of the matches."""
    matches = list(re.finditer(pattern, text, re.MULTILINE))
    return rng.choice(matches) if matches else None


def instead(pattern: str, new: str) -> Planter:
    """Put `new` in the place of a match (of its group, where it has one)."""

    def plant(text: str, rng: Random) -> Case | None:
        match = pick(pattern, text, rng)
        if match is None:
            return None
        group = 1 if match.re.groups else 0
        return replace(text, match.start(group), match.end(group), new)

    return plant


def sentence(marked: str) -> Planter:
    """Put a sentence, its defect between ⟦ and ⟧, behind another one of the text."""
    return sentences((marked,))


def sentences(several: Sequence[str]) -> Planter:
    """Put one of these sentences behind another one of the text."""

    def plant(text: str, rng: Random) -> Case | None:
        at = rng.choice(ends(text))
        new, spans = unmark(rng.choice(several))
        right = text  # the sentence is new as a whole: the twin goes without
        return Case(right, text[:at] + new + text[at:], tuple(s.shift(at) for s in spans))

    return plant


def line(several: Sequence[str], where: str) -> Planter:
    """Put one of these lines first, last, or between two paragraphs."""

    def plant(text: str, rng: Random) -> Case | None:
        new = rng.choice(several)
        if where == "head":
            at = 0
        elif where == "tail":
            at = len(text)
        else:
            breaks = [m.end() for m in re.finditer(r"[。！][\r\n]+\u3000*(?=.)", text)]
            if not breaks:
                return None
            at = rng.choice(breaks)
        return Case(text, f"{text[:at]}{new}\n{text[at:]}", (Span(at, at + len(new)),))

    return plant


def ends(text: str) -> list[int]:
    """Return where a sentence of the text's longer paragraphs ends."""
    found = [m.end() for m in re.finditer(r"(?<=[^\n]{20})。(?=.)", text)]
    return found or [len(text.rstrip())]


def ways(kind: str, table: Iterable[tuple[str, Planter]], *also: str) -> tuple[Way, ...]:
    return tuple(Way(kind, name, plant, frozenset(also)) for name, plant in table)
