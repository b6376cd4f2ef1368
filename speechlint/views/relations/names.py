"""How many things an enumeration names, 甲、乙和丙, and what the number beside them is then."""

from __future__ import annotations

from speechlint.later import later
from speechlint.views.relations import Relation, Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.diagnostic import Severity
    from speechlint.text import Span

FEW = "[二两三四五六七八九十]"
BOUNDS = "，。；：！？\n“”（）《》"  # what parts a list from what stands before it

_QUOTED = later("[“《（(][^”》）)]*[”》）)]")


def counts_of(words: str) -> set[int]:
    """Return every number of things that the words may name.

    “和” may join two things or stand inside the name of one: nobody can tell by the form.
    """
    bare = (
        _QUOTED.sub("“”", words).replace("以及", "及").replace("、和", "、").replace("、及", "、")
    )
    marks, he, yu, ji = map(bare.count, "、和与及")
    more = (0, he, yu, ji, he + yu, he + ji, he + yu + ji)
    return {he + 1, yu + 1, ji + 1, *[marks + n + 1 for n in more]}


def refuted(span: Span, stated: str, named: int, severity: Severity | None = None) -> Relation:
    words = f"文中列出{named}项"
    return Relation(
        "enumeration", Verdict.REFUTED, span, stated, computation=words, severity=severity
    )


def proved(span: Span, stated: str) -> Relation:
    return Relation("enumeration", Verdict.PROVED, span, stated)
