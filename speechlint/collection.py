"""Collections: pages that hold several speeches, and the headings that number them."""

from __future__ import annotations

from speechlint.memory import recalled
from speechlint.occurrences import holds
from speechlint.regexes import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.memory import Memory

# No collection line lacks all of these: a text without them costs nothing.
_LITERALS = (
    "篇",
    "范文",
    "模板",
    "材料",
    "例文",
    "样本",
    "样板",
    "讲话",
    "发言",
    "致辞",
    "稿",
    "总结",
    "份",
)
_LONG = 80
_SURE = "*"  # in the place of a number
_NUMBER = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
COUNTED = r"[一二三四五六七八九十几多\d]"  # stands in whatever matches
_NOUN = r"(?:材料|讲话|讲话稿|发言|发言稿|演讲稿|致辞|心得体会|总结|主持词|报告|稿件?|提纲)"


_SAMPLE = "(?:范文|模板|例文|样本|样板|示例|范例|范本)"
_DRAFT = f"(?:讲话|发言|致辞|演讲|主持词|范文|稿|汇编|{_SAMPLE})"
_MANY = "(?:最新|精选|通用|优秀|热门|合集|汇总|集锦|必备|实用|经典|推荐|大全|精品|优质|整理|范文)"
_L, _R = r"[（(【\[]", r"[）)】\]]"
_TITLE = rf"(?:\s*[:：].{{0,50}}|\s+.{{1,50}}|(?<={_R}).{{1,50}})?"
# Match what only a collection holds: “…讲话篇一”, “【范文二】”, “…(汇总5篇)”.
_STRONG = (
    rf"{_L}?[^。，；]{{0,45}}(?<![第下上本全一])篇\s*[（(]?{_NUMBER}[）)]?{_R}?{_TITLE}"
    rf"|{_L}?[^。，；]{{0,40}}{_SAMPLE}\s*[（(]?{_NUMBER}[）)]?{_R}?{_TITLE}"
    rf"|{_L}第?{_NUMBER}篇{_R}.{{0,50}}"
    rf"|[^。，；]{{0,60}}{_L}[^（(【\[]{{0,12}}(?:{_MANY}\s*{_NUMBER}\s*[篇套份则例]|共计?\s*{_NUMBER}\s*篇)"
    rf"[^）)】\]]{{0,6}}{_R}[^。，]{{0,12}}"
    rf"|[^。，；]{{0,50}}{_DRAFT}[^。，；]{{0,10}}{_L}{_NUMBER}\s*篇{_R}[^。，]{{0,12}}"
    rf"|{_L}{_NUMBER}\s*篇{_R}[^。，]{{0,40}}{_DRAFT}[^。，]{{0,10}}"
    rf"|(?!.*(?:撰写|起草|编写|刊发|发表|编发|采用|完成|全年|共))[^。，；：]{{2,40}}(?:{_DRAFT}|心得体会|报告|总结)[^。，；：]{{0,4}}"
    r"(?:[二三四五六七八九十]|[2-9]|1[0-9]|20)篇[^。，；：]{0,6}"
    rf"|[^。，；]{{2,60}}{_MANY}(?:{_NUMBER}|[几多])\s*[篇份则例][^。，]{{0,10}}"
)
# Match what may number the parts of one speech too: “材料（一）”, “第一篇：…”.
_WEAK = (
    rf"(?:[^。，；：]{{0,40}}{_NOUN}\s*[（(]?(?P<a>{_NUMBER})[）)]?\s*[:：]?"
    rf"|[（(](?P<b>{_NUMBER})[）)]\s*{_NOUN}"
    rf"|第(?P<c>{_NUMBER})[篇份]\s*(?:[:：\s].{{0,60}})?)"
)


def find(lines: Sequence[str], memory: Memory | None = None) -> Iterator[int]:
    """Yield the numbers of the lines that name a collection or one of its speeches."""
    weak: list[tuple[int, str]] = []
    for number, label in enumerate(recalled(memory, _labels, lines)):
        if label == _SURE:
            yield number
        elif label:
            weak.append((number, label))
    if len({label for _, label in weak}) > 1 and weak[0][1] in ("一", "1"):
        yield from (number for number, _ in weak)


def _labels(lines: Sequence[str]) -> list[str]:
    return [_label(line) for line in lines]


def _label(line: str) -> str:
    """Return by what number a line may name one of several speeches, _SURE where it does."""
    if not 1 < len(line) <= _LONG or not holds(line, _LITERALS):
        return ""
    if not regex(COUNTED).search(line):
        return ""
    if regex(_STRONG).fullmatch(line):
        return _SURE
    match = regex(_WEAK).fullmatch(line)
    return (match["a"] or match["b"] or match["c"]) if match else ""
