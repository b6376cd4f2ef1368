"""Many words as one expression that finds any of them fast.

An expression `甲乙|甲丙|丁` tries every word at every character that one begins with. Put together
by their first characters, `(?:甲(?:丙|乙)|丁)`, only those are tried that may go on; and of many
words any are only tried where two characters stand that one begins with. So 600 words take as long
as twenty.
"""

from __future__ import annotations

from speechlint.regexes import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    # A first character, and what of the words may follow it.
    Branch = tuple[str, list[str]]

# So many first characters the engine looks for at once, if nothing stands before them.
_MANY = 20
_FEW = 6  # third characters that are worth asking for


def expression(words: Iterable[str]) -> str:
    """Return an expression that matches the longest of the words that begins at a place."""
    branches = _branches(words)
    joined = _joined(branches)
    return joined if len(branches) <= _MANY else f"(?={_begins(branches)})(?:{joined})"


def beginnings(words: Iterable[str]) -> str:
    """Return a short expression that finds wherever one of the words begins, and seldom else.

    It asks for two characters, and a third where few may follow; of words that begin with a small
    letter, for any two that they begin with.
    """
    alike: dict[str, tuple[set[str], ...]] = {}  # first characters, second ones, third ones
    for first, rests in _branches(words):
        seconds = "" if "" in rests else "".join(sorted({rest[0] for rest in rests}))
        small = bool(seconds) and first.isascii() and first.islower()
        group = alike.setdefault("a" if small else seconds, (set(), set(), set()))
        for some, found in zip(group, (first, seconds, [rest[1:2] for rest in rests]), strict=True):
            some.update(found)
    return "|".join(map(_in_turn, alike.values()))


def _in_turn(group: Sequence[set[str]]) -> str:
    firsts, seconds, thirds = map(sorted, group)
    if not seconds or "" in thirds or len(thirds) > _FEW:
        thirds = []
    return "".join(_class(chars) for chars in (firsts, seconds, thirds) if chars)


def _begins(branches: Sequence[Branch]) -> str:
    """Return what a word begins with: of most first characters a text has many before others."""
    firsts = [char for char, rests in branches if any(rests)]
    seconds = sorted({rest[0] for _, rests in branches for rest in rests if rest})
    alone = [char for char, rests in branches if "" in rests]
    both = _class(firsts) + _class(seconds)
    return f"{both}|{_class(alone)}" if alone else both


def _branches(words: Iterable[str]) -> list[Branch]:
    rests: dict[str, list[str]] = {}
    for word in filter(None, words):
        rests.setdefault(word[0], []).append(word[1:])
    return sorted(rests.items())


def _joined(branches: Sequence[Branch]) -> str:
    return "|".join(escape(char) + _going_on(rests) for char, rests in branches)


def _going_on(rests: Sequence[str]) -> str:
    longer = [rest for rest in rests if rest]
    if not longer:
        return ""
    return f"(?:{_joined(_branches(longer))})" + ("?" if "" in rests else "")


def _class(chars: Iterable[str]) -> str:
    return "[" + "".join(map(escape, chars)) + "]"
