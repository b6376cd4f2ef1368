"""Numbers behind what they count: 青山、白水、石桥3个镇, 这四种意识."""

from __future__ import annotations

from speechlint import numerals
from speechlint.diagnostic import Severity
from speechlint.later import later
from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.relations.enumeration import TITLE, before
from speechlint.views.relations.names import FEW, counts_of, proved, refuted

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.views.relations import Relation

# “教育、医疗、养老‘三大’领域”
QUOTED = later(f"(?<=[一-龥])“(?P<number>{FEW})大”(?=[一-龥])")
# “青山、白水、石桥3个镇”, “这四种意识”: only before what is named.
COUNTED = later(
    f"(?<=[一-龥])(?:(?P<number>[2-9]|1[0-9])(?:个|大|条)?|(?:这)(?P<few>{FEW})(?:个|大|项|种|类|条|方面))"
    "(?=乡镇|镇(?!长|政府|级|域)|乡(?!村)|村(?!级|民|委)|街道|社区|县(?!级|域|城|乡)|区县|县区|省(?!级)|"
    "领域|方面|环节|行业|产业(?!园)|场景|板块|集群|意识|能力|关系|重点|园区|片区|部门|国家|阶段|维度|体系|行动|攻坚战|短板|问题)"
)
_NO_NAMES = later(
    "[新改扩续重]建|重组|建成|完成|开工|投产|推进|实施|培育|打造(?=、)|支持(?=、)|取得|启动"
)


def counted(text: str, found: re.Pattern[str]) -> Iterator[Relation]:
    """Yield “甲、乙、丙3个镇” and “甲意识、乙意识这三种意识”."""
    for match in found.finditer(text):
        start = match.start()
        listed = before(text, start)
        if "、" not in listed or regex("[0-9等]").search(listed) or _NO_NAMES.search(listed):
            continue
        *others, last = listed.split("、")
        if not last or any(len(name) > 14 for name in (*others[1:], last)) or TITLE.search(last):
            continue
        which = match.lastgroup or "number"
        number = numerals.parse(match[which])
        span = Span(match.start(which), match.end() - text[match.end() - 1].count("”"))
        stated = text[slice(*span)]
        if number in counts_of(listed):
            yield proved(span, stated)
        else:
            yield refuted(span, stated, listed.count("、") + 1, Severity.WARNING)
