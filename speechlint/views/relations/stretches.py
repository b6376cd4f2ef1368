"""How long it is from day to day: 5月1日至5月20日，历时30天."""

from __future__ import annotations

from speechlint import numerals
from speechlint.diagnostic import Related
from speechlint.later import later
from speechlint.text import Span
from speechlint.views.relations.dated import day_of_year, proved, refuted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.views.relations import Relation

_STRETCH = later(
    "(?P<from>(?P<m1>[0-9]{1,2})月(?P<d1>[0-9]{1,2})日)(?:开始|启动|开幕|起)?，?(?:至|到|—{1,2}|-)"
    "(?P<to>(?:(?P<m2>[0-9]{1,2})月)?(?P<d2>[0-9]{1,2})日)(?:结束|闭幕|完成|止)?[，,（(]?(?:本次|整个)?(?:活动|会议|会期|工期|展期|培训|集训)?(?:的|这|我们|将?用|为期|历时|前后|一共|共计?|集中|整整)*"
    "(?P<days>(?P<count>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>个?多?(?:天|周)))(?!一|两|三|内)"
)
# 29天的寒假（1月28日至2月25日）
_LASTED = later(
    "(?P<days>(?<![0-9第])(?P<count>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?P<unit>天))的?[一-龥]{0,6}[（(]"
    "(?P<from>(?P<m1>[0-9]{1,2})月(?P<d1>[0-9]{1,2})日)(?:至|到|—{1,2}|-)"
    "(?P<to>(?:(?P<m2>[0-9]{1,2})月)?(?P<d2>[0-9]{1,2})日)[）)]"
)


def relations(text: str) -> Iterator[Relation]:
    """Yield “5月1日至5月20日，历时30天”; both ends may count or only one."""
    for match in (*_STRETCH.finditer(text), *_LASTED.finditer(text)):
        first, last = int(match["m1"]), int(match["m2"] or match["m1"])
        days = (int(match["d1"]), int(match["d2"]))
        if not (1 <= first <= last <= 12) or "多" in match["unit"]:
            continue
        length = day_of_year(last, days[1], 0) - day_of_year(first, days[0], 0)
        # February has 28 or 29: the year is not said
        length_to = {length - 1, length} if first <= 2 < last else {length}
        try:
            said = numerals.parse(match["count"])
        except ValueError:
            continue
        if "周" in match["unit"]:
            said *= 7
        possible = {n + more for n in length_to for more in (0, 1)}
        if match["unit"].endswith("周"):
            possible |= {n + more for n in possible for more in range(-3, 4)}
        if length <= 0:
            continue
        related = (Related(Span(*match.span("from")), "起"), Related(Span(*match.span("to")), "止"))
        span = match.span("days")
        if said in possible:
            yield proved(span, text)._replace(operands=related)
        else:
            words = f"{match['from']}至{match['to']}是{length + 1}天"
            yield refuted(span, text, words, operands=related)
