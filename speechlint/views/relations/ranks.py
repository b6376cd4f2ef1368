"""“分别” before ranks: 甲、乙分别位列全市第二、第四."""

from __future__ import annotations

from speechlint.diagnostic import Severity
from speechlint.later import later
from speechlint.text import Span
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.list import FUSED, VAGUE, refuted
from speechlint.views.relations.names import counts_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_RANK = "第(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[位名]?"
_RANKS = later(
    "(?P<subject>[^，。；：0-9]{4,60})分别(?:位[列居]|居于?|[排列]在?|排名?)[^，。；、第]{0,10}"
    f"(?P<values>{_RANK}(?:(?:、|和|与|及|以及){_RANK})+)(?!、)"
)
_EACH = later(_RANK)


def relations(text: str) -> Iterator[Relation]:
    """Yield “甲、乙、丙分别位列全市第二、第四”."""
    for match in _RANKS.finditer(text):
        subject, values = match["subject"], match["values"]
        number, named = len(_EACH.findall(values)), counts_of(subject)
        span = Span(*match.span("values"))
        if number in named:
            yield Relation("list", Verdict.PROVED, span, f"{number}个名次")
        elif "、" in subject and not FUSED.search(subject) and not VAGUE.search(subject):
            yield refuted(span, max(named), number, Severity.WARNING)
