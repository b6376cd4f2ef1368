"""How many things an enumeration names: 甲、乙和丙."""

from __future__ import annotations

from speechlint.later import later

_QUOTED = later("[“《（(][^”》）)]*[”》）)]")
_WAYS = ("、", "、和", "、与", "、及", "和", "与", "及", "、和与", "、和及", "、和与及")


def counts_of(words: str) -> set[int]:
    """Return every number of things that the words may name.

    “和” may join two things or stand inside the name of one: nobody can tell by the form.
    """
    bare = (
        _QUOTED.sub("“”", words).replace("以及", "及").replace("、和", "、").replace("、及", "、")
    )
    return {sum(map(bare.count, way)) + 1 for way in _WAYS}
