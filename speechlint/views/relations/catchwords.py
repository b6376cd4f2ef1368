"""Names whose number is told by a catchword or in quotation marks: “四抓”, “三个一批”, “严、实”二字."""

from __future__ import annotations

from speechlint import numerals
from speechlint.diagnostic import Severity
from speechlint.later import later
from speechlint.regexes import regex
from speechlint.text import Span
from speechlint.views.relations.names import BOUNDS, FEW, counts_of, proved, refuted

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.views.relations import Relation

# “严、细、深、实”四字
_IN_QUOTES = later(
    "(?:“(?P<inside>[^“”、]{1,6}(?:、[^“”、]{1,6}){1,9})”|(?P<every>“[^“”]{1,8}”(?:、?“[^“”]{1,8}”)+))"
    f"(?:这|的)?“?(?P<number>{FEW})(?:(?:个|项|条|大)(?:”)?(?:要求|原则|标准|理念|目标|导向|作风)|个字|字|个关键词|种精神|种能力|个环节|个方面|个维度|大工程|大行动|个难题|道关)"
)
# “抓准、抓早、抓紧、抓实这‘四抓’”
_CATCHWORD = later(f"(?:这|的|等)?“(?P<number>{FEW})(?P<word>[一-龥])”")
# “产业链、供应链、资金链三链”: the word ends every name.
_LAST_WORD = later(
    f"(?<=[一-龥])(?P<number>{FEW})(?P<word>[链区园线带级关网业本账库农])(?!、|[大小]?个)"
)
# 备、教、批、辅、考“六环节”: every name is one character, the first with its verb
_LETTERS = later(
    f"(?<![一-龥]、)(?<=[一-龥])[一-龥](?:、[一-龥]){{2,8}}“?(?P<number>{FEW})(?:个|大|道)?(?:”)?(?:环节|字|方面|关口|要素)"
)
# “三个一批”，即谋划一批、开工一批、投产一批
_EXPLAINED = later(
    f"“(?P<number>{FEW})(?:个|项|大|种)?(?P<word>[一-龥]{{1,4}})”[一-龥]{{0,6}}[，,：（(]?(?:——)?(?:即|也就是|就是|分别是|：)：?"
    "(?P<listed>[^。；（）“”\n]{4,90}?)(?=[。；）\n]|，(?![^，。；]{0,14}(?P=word)))"
)


def quoted(text: str) -> Iterator[Relation]:
    """Yield “严、细、深、实”五字 and “甲”、“乙”、“丙”三个字."""
    for match in _IN_QUOTES.finditer(text):
        listed = match["inside"]
        if not listed:
            listed = match["every"].replace("”“", "、").replace("”、“", "、").strip("“”")
        if regex("[0-9，。；：]|(?:^|、)[一二两三四五六七八九]").search(listed):
            continue  # “两不愁、三保障”五项标准
        number = numerals.parse(match["number"])
        span = Span(match.start("number"), match.end())
        letters = len(listed.replace("、", "")) if "字" in match[0][-2:] else 0
        if number in counts_of(listed) or number == letters:
            yield proved(span, text[slice(*span)])
        elif not listed.endswith("等"):
            yield refuted(span, text[slice(*span)], listed.count("、") + 1, Severity.WARNING)


def caught(text: str) -> Iterator[Relation]:
    """Yield the numbers of names that a text tells by a word of theirs, or by its letters."""
    if "、" in text:
        if any(words[2:3] == "”" for words in text.split("“")):
            yield from _held(text, _CATCHWORD)
        yield from _held(text, _LAST_WORD)
        yield from _letters(text)
    yield from _explained(text)


def _held(text: str, found: re.Pattern[str]) -> Iterator[Relation]:
    """Yield “抓准、抓早、抓实这‘四抓’”: every name holds the catchword."""
    for match in found.finditer(text):
        start = match.start()
        begin = max(text.rfind(mark, max(0, start - 90), start) for mark in BOUNDS) + 1
        names = text[begin:start].split("、")
        if len(names) < 2 or not all(match["word"] in name for name in names):
            continue
        last = len(names) > 2 and all(name.endswith(match["word"]) for name in names)
        if found is _LAST_WORD and not last:
            continue
        number = numerals.parse(match["number"])
        span = Span(match.start("number"), match.end("word"))
        stated = match["number"] + match["word"]
        counts = counts_of(text[begin:start])
        if number in counts or (match[0].startswith("等") and len(names) <= number):
            yield proved(span, stated)
        else:
            yield refuted(span, stated, len(names))


def _letters(text: str) -> Iterator[Relation]:
    """Yield “备、教、批、辅、考五环节”."""
    if all(len(name) != 1 for name in text.split("、")[1:-1]):
        return
    for match in _LETTERS.finditer(text):
        span, number = Span(match.start("number"), match.end()), match[0].count("、") + 1
        stated = text[slice(*span)]
        if numerals.parse(match["number"]) == number:
            yield proved(span, stated)
        else:
            yield refuted(span, stated, number, Severity.WARNING)


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
        if numerals.parse(match["number"]) == len(names):
            yield proved(span, text[slice(*span)])
        else:
            yield refuted(span, text[slice(*span)], len(names))


def _all_named(match: re.Match[str], names: list[str]) -> bool:
    """Say whether the names are all the things: “五大攻坚战”，即开拓市场、降本增效。."""
    whole = match.string[match.end() : match.end() + 1] in ("。", "；", "）")
    plain = "“" not in match["listed"] and "，" not in match["listed"]
    return whole and plain and "大" in match[0][:3] and all(1 < len(name) <= 15 for name in names)
