"""Ratios and indices that have no unit: 收入比由2.45缩小到2.52."""

from __future__ import annotations

from speechlint.diagnostic import Related
from speechlint.later import later
from speechlint.text import Span
from speechlint.views.figures.interval import exactly
from speechlint.views.figures.numbers import arabic
from speechlint.views.relations import Relation, Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_BARE = later(
    r"(?:比|倍差|系数|指数|比值|差距)(?:由|从)[^，。；0-9]{0,8}(?:20\d\d年[^，。；0-9]{0,4})?(?P<old>\d\.\d+)(?:[:∶：]1)?"
    "(?:(?P<up>扩大|提[高升]|上升|增[加大])|缩小|下降|降低?|收窄|回落)[到至为][^，。；0-9]{0,4}"
    r"(?:20\d\d年[^，。；0-9]{0,4})?(?P<new>\d\.\d+)(?:[:∶：]1)?(?=[，。；、])"
)


def relations(text: str) -> Iterator[Relation]:
    """Yield whether a ratio moved the way that its verb says."""
    for match in _BARE.finditer(text):
        (old, new), up = (arabic(match[name]) for name in ("old", "new")), match["up"]
        before, now = (exactly(n[0], 10 ** n[1]) for n in (old, new))
        wrong = now.below(before) if up else before.below(now)
        span = Span(*match.span("new"))
        related = (Related(Span(*match.span("old")), match["old"]),)
        words = f"{match['old']}{'>' if up else '<'}{match['new']}" if wrong else ""
        verdict = Verdict.REFUTED if wrong else Verdict.PROVED
        yield Relation("growth", verdict, span, match["new"], related, words)
