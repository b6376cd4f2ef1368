"""Flag characters that a wrong encoding or a missing font put in the place of others."""

from __future__ import annotations

from speechlint import residue
from speechlint.diagnostic import Applicability, Edit, Fix, Related
from speechlint.pairs import units
from speechlint.regexes import escape, regex
from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.document import Paragraph

_TABLE = "scrape/garbled.tsv"
_HAN = "\u4e00-\u9fff"
# Radicals look like the characters they are part of; a font of a PDF mixes them up.
_RADICALS = "\u2e80-\u2fdf\uf900-\ufaff"
# These have no compatibility mapping in Unicode.
_PLAIN = (
    "⺁⺅⺈⺊⺌⺍⺕⺗⺘⺙⺛⺝⺟⺠⺡⺣⺤⺥⺧⺩⺪⺫⺬⺭⺮⺰⺱⺳⺷⺹⺺⺻⺼⺽⺾⺿⻁⻂⻃⻄⻅⻆⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
    "厂亻刀卜小小彐心扌攵旡月母民氵灬爪爪牛王疋目示礻竹纟罒罓羊老聿聿肉臼艹艹虎衤西西见角讠贝足车辶辶辶阝阝长长长门隹阝雨青韦页风飞食食饣马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
)
# A question: then a half-width question mark is nothing worse than that.
_ASKS = "[吗呢么嘛谁哪几何否吧啊呀怎]|多少|不[^，。]不|没有[^，。]{0,6}$|如何|难道|能不能|是不是|会不会|有没有"
_NOISE = "~`^{}|@$_\\!;\"'&*+<>?#="
_JAM = "[!-~][!-~ ]{8,}[!-~]"
_PINYIN = f"(?<=[{_HAN}])[（(][a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{{1,6}}[)）]"
# By the higher byte of a character, whether it is a Chinese one; and so many in a row.
_CHINESE, _RUN = b"\0" * 0x4E + b"\1" * 0x52 + b"\0" * 0x60, b"\1" * 20
_RARE = 0.4
# Those that most texts consist of, nearly all.
_COMMON = (
    "业的和发展化国建进大新加全实设政力工产推中一动人增民高制强持重经生要保作体会务资改地区能提"
    "行等济年成有市合施平项开社农基创理深企好入长目治度主在用革家面坚以量点质城不现上快定为服技"
    "机是支水科出个性育稳对续法效造代公策各完升金优方投场系我善规安万更本融费心文同域事府到学部"
    "放步村级源程管五教领分标就多省共关品三促外调元位结收亿构环活防利统障型消护总向积扩通境期整"
    "极态决特落们群时与自战健导取内色了下应十乡范做营运际得险商集协口转居医义立电准信办引解题础"
    "式房财术局精任风数监流问党二台过小权众物海央贸打于综路明镇住略划求计供达抓值来培老前格势低"
    "争试把兴批交率四突第严继难预及件两智研表形需价模员确联控均绿西果道益专比养税军县减别职易线"
    "接先措依贯网广院干间习筹节补江着配近次族清困断排正降超备速意这可核今变条类固带才彻门园验组"
)
_READINGS = 2  # a rare character may be explained, or two
_OWN = "\ue000-\uf8ff\U000f0000-\U0010fffd"
# Most texts hold nothing of all this: it is looked for in one pass.
_STRANGE = f"[{_OWN}{_RADICALS}{escape(_NOISE)}\ufffd□〔〕(（]"
_BRACKETS = frozenset("(（")
_LOST = (
    ("\ufffd", "\ufffd+", "解码失败的字"),
    (
        "□",
        f"(?<=[{_HAN}0-9０-９“‘”’）》)%％，、])□(?=[{_HAN}0-9０-９“‘《（(])",
        "缺字符，多半是丢失的标点",
    ),
    ("?", f"(?<=[{_HAN}])\\?(?=[{_HAN}])", "丢失的字或标点"),
)


def check_paragraph(paragraph: Paragraph) -> Iterator[Finding]:
    """Flag lost glyphs, text decoded with the wrong table, and radicals; the latter once a paragraph."""
    text = paragraph.text
    if text.isascii():
        return
    strange = frozenset(regex(_STRANGE).findall(text))
    found = [*_padded(text)]
    if not strange <= _BRACKETS:
        found += [*_lost(text), *_brackets(text), *_own(text), *_jammed(text)]
    for span, row, match in residue.find(text, _TABLE):
        found.append(_finding(span, match[0], row.name, _instead(text, match, row.instead)))
    last = 0
    for finding in sorted(found, key=lambda f: f.span):
        if finding.span.start >= last:
            yield finding
            last = finding.span.end
    if not strange <= _BRACKETS:
        yield from _radicals(text)
    if strange:
        yield from _spelled(text)


def _lost(text: str) -> Iterator[Finding]:
    for literal, pattern, name in _LOST:
        if literal not in text:
            continue
        for match in regex(pattern).finditer(text):
            if literal == "□" and _ticked(text, match.start()):
                continue
            if literal == "?" and ("," in text or _asks(text, match.start())):
                continue
            yield _finding(Span(*match.span()), match[0], name)


def _own(text: str) -> Iterator[Finding]:
    for match in regex(f"[{_OWN}]+").finditer(text):
        yield _finding(Span(*match.span()), match[0], "自造字或图标")


def _jammed(text: str) -> Iterator[Finding]:
    """Yield what forums put between lines against copying: `$ _ @! u2 s/ |% Q`."""
    for match in regex(_JAM).finditer(text):
        tokens = match[0].split()
        noise = sum(char in _NOISE for char in match[0])
        if noise > 2 and len(tokens) > 3 and len(match[0]) < 4 * len(tokens):
            yield _finding(Span(*match.span()), match[0], "论坛防复制的干扰码")


def _padded(text: str) -> Iterator[Finding]:
    """Yield runs of random characters, with which libraries fill up their pages."""
    han = units(text)[1::2].translate(_CHINESE) + b"\0"
    end = 0
    while (start := han.find(_RUN, end)) >= 0:
        end = han.index(0, start)
        run = text[start:end]
        if sum(map(_COMMON.__contains__, run)) >= (1 - _RARE) * len(run):
            continue  # to ask for a codec means to load it
        # In GB 2312 the 3,755 common characters come first; of a text one in fifty is another.
        codes = run.encode("gb2312", "replace")
        rare = codes.count(b"?") + sum(byte >= 0xD8 for byte in codes.replace(b"?", b"")[::2])
        if rare > _RARE * len(run):
            yield _finding(Span(start, end), run[:8] + "…", "乱填的汉字")


def _spelled(text: str) -> Iterator[Finding]:
    """Yield characters with their pronunciation, once a paragraph: sites add it against copying."""
    if text.count("(") + text.count("（") <= _READINGS:
        return
    spans = [Span(*m.span()) for m in regex(_PINYIN).finditer(text)]
    if len(spans) > _READINGS:
        fix = Fix("删去注音", tuple(Edit(span, "") for span in spans))
        related = tuple(Related(span, "注音") for span in spans[1:])
        values = {"match": text[spans[0].start : spans[0].end], "name": "防采集的注音"}
        yield Finding(spans[0], values, fix, related)


def _ticked(text: str, at: int) -> bool:
    """Say whether a square is a box to tick, or stands before what a number would count."""
    boxes = text.count("□")
    return (boxes > 1 and " □" in text) or (
        text.startswith(tuple("年月日号个项亿万元届期次级省市县区镇乡村某"), at + 1)
        and text[at + 1 : at + 3]
        not in (
            "年初",
            "年底",
            "市委",
            "省委",
            "县委",
            "区委",
            "月底",
            "个别",
            "级各",
            "市政",
            "全市",
        )
    )


def _asks(text: str, at: int) -> bool:
    start = max(text.rfind(mark, 0, at) for mark in "。！？；?") + 1
    return bool(regex(_ASKS).search(text[start:at]))


def _brackets(text: str) -> Iterator[Finding]:
    """Yield the 〔 and 〕 without a partner: they stand in the place of other marks."""
    if "〔" not in text and "〕" not in text:
        return
    opened: list[int] = []
    lone: list[int] = []
    for match in regex("[〔〕]").finditer(text):
        if match[0] == "〔":
            opened.append(match.start())
        elif opened and match.start() - opened[-1] < 40:
            opened.pop()
        else:
            lone.append(match.start())
    for at in sorted(lone + opened):
        yield _finding(Span(at, at + 1), text[at], "不成对的六角括号，多半是丢失的标点")


def _radicals(text: str) -> Iterator[Finding]:
    spans = [Span(*m.span()) for m in regex(f"[{_RADICALS}]").finditer(text)]
    edits = [Edit(s, plain(text[s.start])) for s in spans]
    edits = [edit for edit in edits if edit.replacement != text[edit.span.start]]
    if edits:
        first = edits[0]
        name = f"部首字符，应是汉字“{first.replacement}”"
        fix = Fix("改为同形的汉字", tuple(edits), Applicability.SAFE)
        related = tuple(Related(e.span, f"应是“{e.replacement}”") for e in edits[1:])
        yield Finding(first.span, {"match": text[first.span.start], "name": name}, fix, related)


def plain(char: str) -> str:
    """Return the character that a radical or a compatibility character looks like."""
    from unicodedata import normalize

    at = _PLAIN[0].find(char)
    return _PLAIN[1][at] if at >= 0 else normalize("NFKC", char)


def _instead(text: str, match: re.Match[str], instead: str) -> str:
    if instead == "quote":
        head = text[: match.start()]
        return "“" if head.count("“") <= head.count("”") + head.count("〞") else "”"
    return "" if instead == "=" else instead


def _finding(span: Span, match: str, name: str, instead: str = "") -> Finding:
    fix = Fix(f"改为“{instead}”", (Edit(span, instead),)) if instead else None
    return Finding(span, {"match": match, "name": name}, fix)
