"""What is left of things of which some are named: 5个项目……甲项目……，其余4个项目."""

from __future__ import annotations

from speechlint import numerals
from speechlint.diagnostic import Related
from speechlint.later import later
from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.relations.names import FEW, proved, refuted

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.views.relations import Relation

_REST = later(
    "(?:其余|剩余|余下|剩下)的?(?P<count>(?P<number>[一二两三四五六七八九十]|[0-9]{1,2})"
    "(?P<unit>[个家项条座所处]))(?P<noun>项目|工程|企业|单位|乡镇|小区|地块|标段|园区|部门|学校|医院|村|社区)"
)
_SENTENCE = later("[，。；：\n]")
_SUBJECT = later("^(?:目前|现在|其中|截至目前|[一二三四五]是)?(?P<name>[一-龥·“”A-Za-z]{2,16}?)$")
_NOBODY = later(
    "^(?:[该各本此这那每]|所有|全部|部分|有的|重点|其他|其余|上述|一些|个别|我们|大)|全[省市县区]"
)


def rests(text: str) -> Iterator[Relation]:
    """Yield “5个项目……甲项目……，乙项目……，其余4个项目”: named ones and the rest make all."""
    for match in _REST.finditer(text):
        total = _total(text, match)
        if not total:
            continue
        middle = text[total.end() : match.start()]
        names = _named(middle, match["noun"], total[0])
        whole, rest = numerals.parse(total["number"]), numerals.parse(match["number"])
        counted = regex(f"([0-9]+|{FEW}){match['unit']}").findall(middle)
        if not names or any(numerals.parse(number) <= whole for number in counted):
            continue  # counted, not named: a sum
        span = Span(*match.span("count"))
        related = (Related(Span(*total.span("number")), f"总数 {total['number']}"),)
        if len(names) + rest == whole:
            yield proved(span, match["count"])._replace(operands=related)
        else:
            words = f"总数{whole}{match['unit']}，点名{len(names)}{match['unit']}，其余应为"
            words += f"{whole}-{len(names)}={whole - len(names)}{match['unit']}"
            yield refuted(span, match["count"], 0)._replace(computation=words, operands=related)


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
