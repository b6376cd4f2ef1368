"""Words in a company that official prose never gives them: “干脆影响” for “直接影响”.

The tables are rules/word/spun-company.tsv and, for what is right often enough,
rules/word/spun-doubtful.tsv; the first says how their rows are read.
"""

from __future__ import annotations

from speechlint.light import cache
from speechlint.views.spun.han import is_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    # Where a word stands: what follows, what goes before, and (before, after) of the others.
    Places = tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, str], ...]]
    # What it was put for, where it is wrong (None: everywhere), and where right.
    Group = tuple[str, "Places | None", Places]

_FIELDS = "\v"
_REACH = 15  # characters in which a gap of a place, "…", looks
_STOPS = frozenset("，。；：！？、,;:!?\n")
_MARKS = frozenset("…|")


def original(row: str, text: str, start: int, end: int) -> str | None:
    """Return what a word was put for, or nothing where its company suits it.

    `row` is what a table says of the word, packed.
    """
    for put_for, wrong, right in _groups(row):
        if _stands(right, text, start, end):
            return None
        if wrong is None or _stands(wrong, text, start, end):
            return put_for
    return None


@cache
def _groups(row: str) -> list[Group]:
    groups = []
    for group in row.split("/"):
        first, *places = group.split(_FIELDS)
        wrong = places[:3]
        groups.append((first, _read(*wrong) if any(wrong) else None, _read(*places[3:])))
    return groups


def _read(after: str, before: str, others: str) -> Places:
    pairs = tuple((one, other) for one, _, other in (o.partition("~") for o in others.split()))
    return tuple(after.split()), tuple(before.split()), pairs


def packed(row: str) -> str:
    """Return what a table says of a word, its places sorted: where it is wrong, where right."""
    groups = []
    for group in row.split(" / "):
        first, *places = group.split(" ")
        wrong = _parsed([place for place in places if not place.startswith("!")])
        right = _parsed([place[1:] for place in places if place.startswith("!")])
        fields = (
            " ".join(field)
            for after, before, others in (wrong, right)
            for field in (after, before, map("~".join, others))
        )
        groups.append(_FIELDS.join([first, *fields]))
    return "/".join(groups)


def _parsed(places: Sequence[str]) -> Places:
    after, before, others = [], [], []
    for place in places:
        left, _, right = place.partition("~")
        if bool(left) == bool(right) or _MARKS.intersection(place):
            others.append((left, right))
        elif left:
            before.append(left)
        else:
            after.append(right)
    return tuple(after), tuple(before), tuple(others)


def _stands(places: Places, text: str, start: int, end: int) -> bool:
    after, before, others = places
    return (
        text.startswith(after, end)
        or text.endswith(before, 0, start)
        or _among(others, text, start, end)
    )


def _among(places: Iterable[tuple[str, str]], text: str, start: int, end: int) -> bool:
    for before, after in places:
        if _before(before, text, start) and _after(after, text, end):
            return True
    return False


def _before(words_: str, text: str, start: int) -> bool:
    if words_.endswith("…"):
        at = text.rfind(words_[:-1], max(0, start - _REACH), start)
        return at >= 0 and _STOPS.isdisjoint(text[at:start])
    return text.endswith(words_, 0, start)


def _after(words_: str, text: str, end: int) -> bool:
    if words_.startswith("…"):
        at = text.find(words_[1:], end, end + _REACH)
        return at >= 0 and _STOPS.isdisjoint(text[end:at])
    bare = words_.rstrip("|")
    if not text.startswith(bare, end):
        return False
    return bare == words_ or not is_han(text[end + len(bare) : end + len(bare) + 1])
