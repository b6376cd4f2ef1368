"""Announced numbers of things that are named beside them: 四大产业, 其余4个项目."""

from __future__ import annotations

from speechlint import numerals
from speechlint.diagnostic import Related, Severity
from speechlint.later import later
from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.relations import Relation, Verdict
from speechlint.views.relations.names import counts_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.paragraph import Paragraph

_FEW = "[二两三四五六七八九十]"
_BOUNDS = "，。；：！？\n“”（）《》"
# What the expressions below begin with: few texts have that behind a name.
_MANY = f"{_FEW}[大个项级条县市区镇乡村家方]"
_COUNTS = f"这{_FEW}|[0-9][个大条]?[乡镇村街社县区省领方环行产场板集意能关重园片部国阶维体攻短问]"
_LAST = f"{_FEW}[链区园线带级关网业本账库农]"
_OF_LETTERS = f"“?{_FEW}[个大道]?”?[环字方关要]"
_SOME = later(f"、[^、{_BOUNDS}]*?(?:{_MANY}|{_COUNTS}|{_LAST}|{_OF_LETTERS})")
_SOME_COUNTS, _SOME_LAST = later(_COUNTS), later(_LAST)
_SOME_OPENED, _SOME_CLOSED = later(f"“{_FEW}"), later(f"”[这的]?“?{_FEW}")
# “四大产业” after names: 煤炭、焦化、电力、冶金四大产业.
_AFTER = later(
    f"(?<=[一-龥])(?<![第十百千几数多的某这那各共前后每]){_FEW}"
    "(?:大|个(?!月|多|半|百分|季|小时|维护|确立|代表)|项(?!补贴|规定|原则|制度)|级|条|县|市|区|镇|乡|村|家|方面)"
    "(?=[一-龥])"
)
# “教育、医疗、养老‘三大’领域”
_QUOTED = later(f"(?<=[一-龥])“(?P<number>{_FEW})大”(?=[一-龥])")
# “严、细、深、实”四字
_IN_QUOTES = later(
    "(?:“(?P<inside>[^“”、]{1,6}(?:、[^“”、]{1,6}){1,9})”|(?P<every>“[^“”]{1,8}”(?:、?“[^“”]{1,8}”)+))"
    f"(?:这|的)?“?(?P<number>{_FEW})(?:(?:个|项|条|大)(?:”)?(?:要求|原则|标准|理念|目标|导向|作风)|个字|字|个关键词|种精神|种能力|个环节|个方面|个维度|大工程|大行动|个难题|道关)"
)
# “青山、白水、石桥3个镇”, “这四种意识”: only before what is named.
_COUNTED = later(
    f"(?<=[一-龥])(?:(?P<number>[2-9]|1[0-9])(?:个|大|条)?|(?:这)(?P<few>{_FEW})(?:个|大|项|种|类|条|方面))"
    "(?=乡镇|镇(?!长|政府|级|域)|乡(?!村)|村(?!级|民|委)|街道|社区|县(?!级|域|城|乡)|区县|县区|省(?!级)|"
    "领域|方面|环节|行业|产业(?!园)|场景|板块|集群|意识|能力|关系|重点|园区|片区|部门|国家|阶段|维度|体系|行动|攻坚战|短板|问题)"
)
_NO_NAMES = later(
    "[新改扩续重]建|重组|建成|完成|开工|投产|推进|实施|培育|打造(?=、)|支持(?=、)|取得|启动"
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
_TITLE = later("入选|评为|荣获|获得|列入|位列|成为|进入|跻身|被|先后|年度")
_THEIR_OWN = later("部门|单位|机关|系统|级|层面|主体|省|市|县|区|镇|乡|村|局|委")
# “4个县区（甲县、乙县、丙区、丁区）”
_LISTED = later(
    f"(?<![第0-9.])(?P<count>(?P<number>{_FEW}|[0-9]{{1,2}})"
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
# “抓准、抓早、抓紧、抓实这‘四抓’”
_CATCHWORD = later(f"(?:这|的|等)?“(?P<number>{_FEW})(?P<word>[一-龥])”")
# “产业链、供应链、资金链三链”: the word ends every name.
_LAST_WORD = later(
    f"(?<=[一-龥])(?P<number>{_FEW})(?P<word>[链区园线带级关网业本账库农])(?!、|[大小]?个)"
)
# 备、教、批、辅、考“六环节”: every name is one character, the first with its verb
_LETTERS = later(
    f"(?<![一-龥]、)(?<=[一-龥])[一-龥](?:、[一-龥]){{2,8}}“?(?P<number>{_FEW})(?:个|大|道)?(?:”)?(?:环节|字|方面|关口|要素)"
)
# “三个一批”，即谋划一批、开工一批、投产一批
_EXPLAINED = later(
    f"“(?P<number>{_FEW})(?:个|项|大|种)?(?P<word>[一-龥]{{1,4}})”[一-龥]{{0,6}}[，,：（(]?(?:——)?(?:即|也就是|就是|分别是|：)：?"
    "(?P<listed>[^。；（）“”\n]{4,90}?)(?=[。；）\n]|，(?![^，。；]{0,14}(?P=word)))"
)
_REST = later(
    "(?:其余|剩余|余下|剩下)的?(?P<count>(?P<number>[一二两三四五六七八九十]|[0-9]{1,2})"
    "(?P<unit>[个家项条座所处]))(?P<noun>项目|工程|企业|单位|乡镇|小区|地块|标段|园区|部门|学校|医院|村|社区)"
)
_SENTENCE = later("[，。；：\n]")
_SUBJECT = later("^(?:目前|现在|其中|截至目前|[一二三四五]是)?(?P<name>[一-龥·“”A-Za-z]{2,16}?)$")
_NOBODY = later(
    "^(?:[该各本此这那每]|所有|全部|部分|有的|重点|其他|其余|上述|一些|个别|我们|大)|全[省市县区]"
)


def relations(paragraph: Paragraph) -> tuple[Relation, ...]:
    """Return the numbers of things that a paragraph announces and names."""
    text = paragraph.text
    found: list[Relation] = []
    some = "、" in text and _SOME.search(text)
    opened = "“" in text and _SOME_OPENED.search(text)
    if some:
        found += _after_names(text)
        if _SOME_COUNTS.search(text):
            found += _counted(text, _COUNTED)
    if "、" in text and "大”" in text:
        found += _counted(text, _QUOTED)
    if "”" in text and _SOME_CLOSED.search(text):
        found += _quoted(text)
    if "、" in text and ("（" in text or "：" in text):
        found += _before_names(text)
    if "、" in text and opened:
        found += _catchwords(text, _CATCHWORD)
    if some:
        if _SOME_LAST.search(text):
            found += _catchwords(text, _LAST_WORD)
        found += _letters(text)
    if opened:
        found += _explained(text)
    if "余" in text or "剩" in text:
        found += _rests(text)
    unique = {relation.span: relation for relation in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda relation: relation.span))


def _number(text: str) -> int:
    return numerals.parse(text)


def _relation(span: Span, stated: str, named: int, severity: Severity | None = None) -> Relation:
    words = f"文中列出{named}项"
    return Relation(
        "enumeration", Verdict.REFUTED, span, stated, computation=words, severity=severity
    )


def _proved(span: Span, stated: str) -> Relation:
    return Relation("enumeration", Verdict.PROVED, span, stated)


def _before(text: str, start: int) -> str:
    """Return what stands before, back to the last mark; nothing where that is far away."""
    begin = max(text.rfind(mark, max(0, start - 90), start) for mark in _BOUNDS) + 1
    if (start > 90 and not begin) or text[begin - 1 : begin] in tuple("”》）"):
        return ""  # the list begins before
    words = text[begin:start]
    return _MARKER.sub("", words) if words[:1] in _DIGITS else words


def _after_names(text: str) -> Iterator[Relation]:
    """Yield “甲、乙、丙三大…” and “甲、乙等三项…”."""
    for match in _AFTER.finditer(text):
        start = match.start()
        listed = _before(text, start)
        if "、" not in listed or regex("[0-9]").search(listed):
            continue
        number = _number(match[0][0])
        span = Span(*match.span())
        open_end = listed.endswith("等")
        names = counts_of(listed[:-1] if open_end else listed)
        *others, last = listed.removesuffix("等").split("、")
        if not last or any(len(name) > 14 for name in (*others[1:], last)):
            continue
        if _TITLE.search(last) or (match[0][1] == "级" and not _levels((*others, last))):
            continue
        if number in names or (open_end and min(n for n in names if n > 1) <= number):
            yield _proved(span, match[0])
            continue
        after = text[match.end() - 1 : match.end() + 8]
        if open_end:
            yield _relation(span, match[0], max(names))
        elif not _OWNER.search(last) or _THEIR_OWN.search(after):
            yield _relation(span, match[0], listed.count("、") + 1, Severity.WARNING)


def _levels(names: tuple[str, ...]) -> bool:
    """Say whether names are levels of government: 省、市、县三级; the first may follow a verb."""
    first, *others = names
    return bool(_LEVEL.search(first)) and all(map(_LEVEL.fullmatch, others))


def _counted(text: str, found: re.Pattern[str]) -> Iterator[Relation]:
    """Yield “甲、乙、丙3个镇” and “甲意识、乙意识这三种意识”."""
    for match in found.finditer(text):
        start = match.start()
        listed = _before(text, start)
        if "、" not in listed or regex("[0-9等]").search(listed) or _NO_NAMES.search(listed):
            continue
        *others, last = listed.split("、")
        if not last or any(len(name) > 14 for name in (*others[1:], last)) or _TITLE.search(last):
            continue
        which = match.lastgroup or "number"
        number = _number(match[which])
        span = Span(match.start(which), match.end() - text[match.end() - 1].count("”"))
        stated = text[slice(*span)]
        if number in counts_of(listed):
            yield _proved(span, stated)
        else:
            yield _relation(span, stated, listed.count("、") + 1, Severity.WARNING)


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
        number, counts = _number(match["number"]), counts_of(listed)
        span = Span(*match.span("count"))
        if number in counts or (open_end and len(names) <= number):
            yield _proved(span, match["count"])
        else:
            sure = match["inside"] is not None
            severity = None if sure else Severity.WARNING
            yield _relation(span, match["count"], len(names), severity)


def _quoted(text: str) -> Iterator[Relation]:
    """Yield “严、细、深、实”五字 and “甲”、“乙”、“丙”三个字."""
    for match in _IN_QUOTES.finditer(text):
        listed = match["inside"]
        if not listed:
            listed = match["every"].replace("”“", "、").replace("”、“", "、").strip("“”")
        if regex("[0-9，。；：]|(?:^|、)[一二两三四五六七八九]").search(listed):
            continue  # “两不愁、三保障”五项标准
        number = _number(match["number"])
        span = Span(match.start("number"), match.end())
        letters = len(listed.replace("、", "")) if "字" in match[0][-2:] else 0
        if number in counts_of(listed) or number == letters:
            yield _proved(span, text[slice(*span)])
        elif not listed.endswith("等"):
            yield _relation(span, text[slice(*span)], listed.count("、") + 1, Severity.WARNING)


def _catchwords(text: str, found: re.Pattern[str]) -> Iterator[Relation]:
    """Yield “抓准、抓早、抓实这‘四抓’”: every name holds the catchword."""
    for match in found.finditer(text):
        start = match.start()
        begin = max(text.rfind(mark, max(0, start - 90), start) for mark in _BOUNDS) + 1
        names = text[begin:start].split("、")
        if len(names) < 2 or not all(match["word"] in name for name in names):
            continue
        last = len(names) > 2 and all(name.endswith(match["word"]) for name in names)
        if found is _LAST_WORD and not last:
            continue
        number = _number(match["number"])
        span = Span(match.start("number"), match.end("word"))
        stated = match["number"] + match["word"]
        counts = counts_of(text[begin:start])
        if number in counts or (match[0].startswith("等") and len(names) <= number):
            yield _proved(span, stated)
        else:
            yield _relation(span, stated, len(names))


def _letters(text: str) -> Iterator[Relation]:
    """Yield “备、教、批、辅、考五环节”."""
    for match in _LETTERS.finditer(text):
        span, number = Span(match.start("number"), match.end()), match[0].count("、") + 1
        stated = text[slice(*span)]
        if _number(match["number"]) == number:
            yield _proved(span, stated)
        else:
            yield _relation(span, stated, number, Severity.WARNING)


def _explained(text: str) -> Iterator[Relation]:
    """Yield “‘三个一批’，即谋划一批、开工一批、投产一批”: every name holds the word."""
    for match in _EXPLAINED.finditer(text):
        names = match["listed"].replace("，", "、").replace("以及", "、").split("、")
        held = all(match["word"] in name for name in names)
        if len(names) < 2 or not (held or _all_named(match, names)):
            continue
        if any(name.count(match["word"]) > 1 or "等" in name for name in names):
            continue
        span = Span(match.start("number"), match.end("word"))
        if _number(match["number"]) == len(names):
            yield _proved(span, text[slice(*span)])
        else:
            yield _relation(span, text[slice(*span)], len(names))


def _all_named(match: re.Match[str], names: list[str]) -> bool:
    """Say whether the names are all the things: “五大攻坚战”，即开拓市场、降本增效。."""
    whole = match.string[match.end() : match.end() + 1] in ("。", "；", "）")
    plain = "“" not in match["listed"] and "，" not in match["listed"]
    return whole and plain and "大" in match[0][:3] and all(1 < len(name) <= 15 for name in names)


def _rests(text: str) -> Iterator[Relation]:
    """Yield “5个项目……甲项目……，乙项目……，其余4个项目”: named ones and the rest make all."""
    for match in _REST.finditer(text):
        total = _total(text, match)
        if not total:
            continue
        middle = text[total.end() : match.start()]
        names = _named(middle, match["noun"], total[0])
        whole, rest = _number(total["number"]), _number(match["number"])
        counted = regex(f"([0-9]+|{_FEW}){match['unit']}").findall(middle)
        if not names or any(_number(number) <= whole for number in counted):
            continue  # counted, not named: a sum
        span = Span(*match.span("count"))
        related = (Related(Span(*total.span("number")), f"总数 {total['number']}"),)
        if len(names) + rest == whole:
            yield _proved(span, match["count"])._replace(operands=related)
        else:
            words = f"总数{whole}{match['unit']}，点名{len(names)}{match['unit']}，其余应为"
            words += f"{whole}-{len(names)}={whole - len(names)}{match['unit']}"
            yield _relation(span, match["count"], 0)._replace(computation=words, operands=related)


def _total(text: str, rest: re.Match[str]) -> re.Match[str] | None:
    """Return the nearest total before: 项目5个, or 5个……项目."""
    noun, unit = rest["noun"], rest["unit"]
    number = "(?P<number>[二两三四五六七八九十]|[0-9]{1,2})"
    total = regex(
        f"[^，。；]{{0,12}}{noun}{number}{unit}(?![一-龥]{{0,4}}中)|"
        f"(?<![0-9]){number.replace('number', 'before')}{unit}[^，。；0-9]{{0,8}}{noun}"
    )
    every = list(total.finditer(text, max(0, rest.start() - 300), rest.start()))
    return every[-1] if every and every[-1]["number"] else None


def _named(middle: str, noun: str, label: str) -> set[str]:
    """Return the names of things that are the subjects of segments."""
    names = set()
    for segment in _SENTENCE.split(middle):
        head, found, _ = segment.partition(noun)
        match = _SUBJECT.match(head) if found else None
        if match and not _NOBODY.search(match["name"]) and match["name"] not in label:
            names.add(match["name"])
    return names
