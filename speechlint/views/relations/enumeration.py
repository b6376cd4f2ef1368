"""Announced numbers of things that are named beside them: 四大产业, 其余4个项目."""

from __future__ import annotations

from speechlint import numerals
from speechlint.diagnostic import Severity
from speechlint.later import later
from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.relations.names import BOUNDS, FEW, counts_of, proved, refuted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.paragraph import Paragraph
    from speechlint.views.relations import Relation

# What the expressions below begin with: few texts have that behind a name.
_MANY = f"{FEW}[大个项级条县市区镇乡村家方]"
_COUNTS = f"这{FEW}|[0-9][个大条]?[乡镇村街社县区省领方环行产场板集意能关重园片部国阶维体攻短问]"
_LAST = f"{FEW}[链区园线带级关网业本账库农]"
_OF_LETTERS = f"“?{FEW}[个大道]?”?[环字方关要]"
_SOME = later(f"、[^、{BOUNDS}]*?(?:{_MANY}|{_COUNTS}|{_LAST}|{_OF_LETTERS})")
_SOME_COUNTS, _SOME_CAUGHT = later(_COUNTS), later(f"{_LAST}|{_OF_LETTERS}")
_SOME_OPENED, _SOME_CLOSED = later(f"“{FEW}"), later(f"”[这的]?“?{FEW}")
# “四大产业” after names: 煤炭、焦化、电力、冶金四大产业.
_AFTER = later(
    f"(?<=[一-龥])(?<![第十百千几数多的某这那各共前后每]){FEW}"
    "(?:大|个(?!月|多|半|百分|季|小时|维护|确立|代表)|项(?!补贴|规定|原则|制度)|级|条|县|市|区|镇|乡|村|家|方面)"
    "(?=[一-龥])"
)
# Who owns or orders the things, and is none of them: 省委、省政府三大行动.
_OWNER = later(
    "(?:委|政府|国务院|中央|[省市县]级|[厅局办部会])$|^(?:国家|[全本我]?[省市县区]|全国|上级)$"
)
_LEVEL = later(
    "(?:中央|国家|省|市|县|区|乡|镇|村|街道|社区|组|部|厅|局|园区|旗|州|盟)(?:、?[区镇街])?$"
)
_DIGITS = frozenset("一二三四五六七八九十")
_MARKER = later("^[一二三四五六七八九十]{1,3}、")
# An honour, not the number of what is named: 先后入选全国十大考古新发现.
TITLE = later("入选|评为|荣获|获得|列入|位列|成为|进入|跻身|被|先后|年度")
_THEIR_OWN = later("部门|单位|机关|系统|级|层面|主体|省|市|县|区|镇|乡|村|局|委")
# “4个县区（甲县、乙县、丙区、丁区）”
_LISTED = later(
    f"(?<![第0-9.])(?P<count>(?P<number>{FEW}|[0-9]{{1,2}})"
    "(?:个|大|项|县|市|区|镇|乡|村|家|条|所|座|名|位))(?P<noun>[一-龥]{0,10})"
    "(?:（(?P<inside>[^（）。；\n]*)）|：(?P<rest>[^，。；：\n（）]*)(?=。|；|$))"
)
_NO_LIST = later("[0-9０-９含即见如详除外原另约约占比]|其中|包括|以下|以上|一是|不")
_KINDS = frozenset(
    [
        "省",
        "市",
        "县",
        "区",
        "乡",
        "镇",
        "村",
        "旗",
        "州",
        "场",
        "盟",
        "街道",
        "办事处",
        "自治区",
        "直辖市",
        "开发区",
        "高新区",
        "园区",
        "团场",
        "农场",
        "林场",
        "社区",
        "管委会",
    ]
)


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the numbers of things that a paragraph announces and names."""
    text = paragraph.text
    found: list[Relation] = []
    some = "、" in text and _SOME.search(text)
    if some:
        found += _after_names(text)
        if _SOME_COUNTS.search(text):
            from speechlint.views.relations.counted import COUNTED, counted

            found += counted(text, COUNTED)
    if "、" in text and "大”" in text:
        from speechlint.views.relations.counted import QUOTED, counted

        found += counted(text, QUOTED)
    if "”" in text and _SOME_CLOSED.search(text):
        from speechlint.views.relations.catchwords import quoted

        found += quoted(text)
    if "、" in text and ("（" in text or "：" in text):
        found += _before_names(text)
    if ("“" in text and _SOME_OPENED.search(text)) or (some and _SOME_CAUGHT.search(text)):
        from speechlint.views.relations.catchwords import caught

        found += caught(text)
    if "余" in text or "剩" in text:
        from speechlint.views.relations.rests import rests

        found += rests(text)
    unique = {relation.span: relation for relation in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda relation: relation.span))


def before(text: str, start: int) -> str:
    """Return what stands before, back to the last mark; nothing where that is far away."""
    begin = max(text.rfind(mark, max(0, start - 90), start) for mark in BOUNDS) + 1
    if (start > 90 and not begin) or text[begin - 1 : begin] in tuple("”》）"):
        return ""  # the list begins before
    words = text[begin:start]
    return _MARKER.sub("", words) if words[:1] in _DIGITS else words


def _after_names(text: str) -> Iterator[Relation]:
    """Yield “甲、乙、丙三大…” and “甲、乙等三项…”."""
    for match in _AFTER.finditer(text):
        start = match.start()
        listed = before(text, start)
        if "、" not in listed or regex("[0-9]").search(listed):
            continue
        number = numerals.parse(match[0][0])
        span = Span(*match.span())
        open_end = listed.endswith("等")
        names = counts_of(listed[:-1] if open_end else listed)
        *others, last = listed.removesuffix("等").split("、")
        if not last or any(len(name) > 14 for name in (*others[1:], last)):
            continue
        if TITLE.search(last) or (match[0][1] == "级" and not _levels((*others, last))):
            continue
        if number in names or (open_end and min(n for n in names if n > 1) <= number):
            yield proved(span, match[0])
            continue
        after = text[match.end() - 1 : match.end() + 8]
        if open_end:
            yield refuted(span, match[0], max(names))
        elif not _OWNER.search(last) or _THEIR_OWN.search(after):
            yield refuted(span, match[0], listed.count("、") + 1, Severity.WARNING)


def _levels(names: tuple[str, ...]) -> bool:
    """Say whether names are levels of government: 省、市、县三级; the first may follow a verb."""
    first, *others = names
    return bool(_LEVEL.search(first)) and all(map(_LEVEL.fullmatch, others))


def _before_names(text: str) -> Iterator[Relation]:
    """Yield “4个县区（甲县、乙县、丙区）” and “三个重点：甲、乙。”."""
    for match in _LISTED.finditer(text):
        listed = match["inside"] or match["rest"] or ""
        names = [name.strip("“”") for name in listed.split("、")]
        if len(names) < 2 or _NO_LIST.search(listed) or _KINDS.issuperset(names):
            continue
        if not all(1 < len(name) <= 15 for name in names) or text[match.start() - 1] == "第":
            continue
        open_end = listed.endswith("等")
        number, counts = numerals.parse(match["number"]), counts_of(listed)
        span = Span(*match.span("count"))
        if number in counts or (open_end and len(names) <= number):
            yield proved(span, match["count"])
        else:
            sure = match["inside"] is not None
            severity = None if sure else Severity.WARNING
            yield refuted(span, match["count"], len(names), severity)
