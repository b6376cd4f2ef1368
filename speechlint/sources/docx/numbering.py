"""Automatic numbers: what Word writes before a paragraph, which the file does not hold."""

from __future__ import annotations

from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.sources.docx.formats import spell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.sources.docx.styles import Styles
    from speechlint.sources.docx.tree import Node

_PLACE = r"%([1-9])"
_UNNUMBERED = "0"  # the list that takes a paragraph out of its style's


class _Level(NamedTuple):
    """A level of a list. `restart` is the level (from 1) after which it starts anew; 0: never.

    `style` is the paragraph style that the level belongs to.
    """

    start: int
    form: str
    text: str
    restart: int | None
    legal: bool
    style: str


class _List(NamedTuple):
    """A list (w:num): its levels, the counts it shares, and where it begins anew."""

    levels: dict[int, _Level]
    shared: str
    starts: dict[int, int]


class Numbering:
    """Counts the paragraphs of a document, in order.

    Lists that share an abstract list share its counts, unless one says where it starts.
    """

    def __init__(self, root: Node | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = _lists(root, styles) if root else {}
        self._counts: dict[str, dict[int, int]] = {}
        self._used: set[str] = set()

    def label(self, paragraph: Node) -> str:
        """Return the number of the next paragraph, "" where it has none; count it."""
        name, level = self._place(paragraph)
        numbered = self._lists.get(name)
        if numbered is None or level not in numbered.levels:
            return ""
        counts = self._counts.setdefault(numbered.shared, {})
        if name not in self._used:
            self._used.add(name)
            for at, start in numbered.starts.items():
                counts[at] = start - 1
        levels = numbered.levels
        for above in levels:  # one that was left out counts as begun, as in LibreOffice
            if above < level:
                counts.setdefault(above, levels[above].start)
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            restart = levels[deeper].restart if deeper in levels else None
            if level < (deeper if restart is None else restart):
                del counts[deeper]
        return _written(levels, level, counts)

    def _place(self, paragraph: Node) -> tuple[str, int]:
        """Return the list and level of a paragraph, its own or its style's."""
        name = paragraph.value("w:pPr", "w:numPr", "w:numId")
        level = paragraph.value("w:pPr", "w:numPr", "w:ilvl")
        style = paragraph.value("w:pPr", "w:pStyle")
        if name is None:
            for node in self._styles.chain(style):
                name = node.value("w:pPr", "w:numPr", "w:numId")
                level = level or node.value("w:pPr", "w:numPr", "w:ilvl")
                if name is not None:
                    style = node.attrs.get("styleId", "")
                    break
        if name is None or name == _UNNUMBERED:
            return "", 0
        if level is None and name in self._lists:
            levels = self._lists[name].levels
            return name, next((at for at, lv in levels.items() if style and lv.style == style), 0)
        return name, _whole(level, 0)


def _written(levels: dict[int, _Level], level: int, counts: dict[int, int]) -> str:
    """Return a level's number as it is printed: its text with the counts in their places."""
    own = levels[level]
    if own.form == "bullet":
        return ""

    def count(place: str) -> str:
        at = int(place) - 1
        if at not in levels:
            return ""
        if own.legal and levels[at].form not in ("none", "bullet"):
            return str(counts.get(at, levels[at].start))
        return spell(levels[at].form, counts.get(at, levels[at].start))

    return regex(_PLACE).sub(lambda match: count(match[1]), own.text)


def _lists(root: Node, styles: Styles) -> dict[str, _List]:
    abstract = {
        node.attrs.get("abstractNumId", ""): node
        for node in root.children
        if node.tag == "w:abstractNum"
    }
    nums = {n.attrs.get("numId", ""): n for n in root.children if n.tag == "w:num"}
    lists = {}
    for name, num in nums.items():
        shared = _shared(num, abstract, nums, styles)
        if shared not in abstract:
            continue
        levels = {_at(n): _level(n) for n in abstract[shared].children if n.tag == "w:lvl"}
        starts = {}
        for override in num.children:
            if override.tag != "w:lvlOverride":
                continue
            if own := override.child("w:lvl"):
                levels[_at(override)] = _level(own)
            start = override.value("w:startOverride")
            if start is not None:
                starts[_at(override)] = _whole(start, 1)
        lists[name] = _List(levels, shared, starts)
    return lists


def _shared(num: Node, abstract: dict[str, Node], nums: dict[str, Node], styles: Styles) -> str:
    """Return the abstract list of a list, also where a list style stands between."""
    for _ in range(10):  # a style may point to a list that points to a style
        shared = num.value("w:abstractNumId") or ""
        link = abstract[shared].value("w:numStyleLink") if shared in abstract else None
        node = next(styles.chain(link), None) if link else None
        name = node.value("w:pPr", "w:numPr", "w:numId") if node else None
        if name is None or name not in nums:
            return shared
        num = nums[name]
    return ""


def _level(node: Node) -> _Level:
    restart = node.value("w:lvlRestart")
    choice = node.find("mc:AlternateContent", "mc:Choice")  # a format younger than the standard
    form = node.value("w:numFmt") or (choice.value("w:numFmt") if choice else None)
    padded = choice and choice.child("w:numFmt")
    if padded and padded.attrs.get("format", "").startswith("01"):
        form = "decimalZero"
    return _Level(
        _whole(node.value("w:start"), 0),
        form or "decimal",
        node.value("w:lvlText") or "",
        None if restart is None else _whole(restart, 0),
        bool(node.on("w:isLgl")),
        node.value("w:pStyle") or "",
    )


def _at(node: Node) -> int:
    return _whole(node.attrs.get("ilvl"), 0)


def _whole(text: str | None, otherwise: int) -> int:
    digits = (text or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else otherwise
