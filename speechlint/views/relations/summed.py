"""Last year summed up and this one planned: 总结2023年工作，部署2024年工作."""

from __future__ import annotations

from speechlint.diagnostic import Related, Severity
from speechlint.later import later
from speechlint.text import Span
from speechlint.views.relations.dated import YEAR, refuted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.views.relations import Relation

# Last year is summed up, this year's work arranged.
_SUM_UP = later(
    f"(?:总结|通报|回顾|盘点|汇报)(?:了)?[^，。；、0-9]{{0,10}}(?P<last>{YEAR})年(?:度)?"
    "(?P<what>[^，。；、0-9]{2,30}?)(?:[，、并和]|并且|同时)(?:[^，。；0-9“]{0,12}?)"
    f"(?:部署|安排|谋划|布置|研究|支配)(?:了)?[^，。；、0-9]{{0,10}}(?P<this>{YEAR})年(?:度)?"
    "(?P<next>[^，。；、0-9]{2,24})"
)
_HALF = later("上半年|下半年|季度|[0-9一二三四五六七八九十]月|阶段|前期")


def relations(text: str) -> Iterator[Relation]:
    """Yield “总结2023年工作，部署2023年工作”: one of the two is another year."""
    for match in _SUM_UP.finditer(text):
        last, this = int(match["last"]), int(match["this"])
        if _HALF.search(match["what"] + match["next"]) or last != this:
            continue
        related = (Related(Span(match.start("last"), match.end("last") + 1), "总结的年份"),)
        span = match.start("this"), match.end("this") + 1
        yield refuted(
            span, text, f"前面总结的已是{last}年，接下来的应是另一年", Severity.WARNING, related
        )
