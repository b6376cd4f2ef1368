"""The role of each line of a draft."""

from __future__ import annotations

from speechlint.light import bisect_right
from speechlint.memory import recalled
from speechlint.occurrences import holds
from speechlint.record import Enum, NamedTuple
from speechlint.regexes import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.markup import Markup
    from speechlint.memory import Memory
    from speechlint.text import Span


class Role(str, Enum):
    """What a line is to its reader."""

    HEADING = "heading"  # a title, or a numbered heading that stands alone
    ITEM = "item"  # begins with a marker and goes on in the same line
    BODY = "body"
    SALUTATION = "salutation"  # 同志们：
    CLOSING = "closing"  # 谢谢大家！
    SITE = "site"  # left by the web page
    TEASER = "teaser"  # the title and first words once more, cut off
    COLLECTION = "collection"  # 篇一 … in a file that holds several speeches
    PAGE = "page"  # a page number that stands alone
    TABLE = "table"
    CODE = "code"
    BLANK = "blank"


# What only the scrape rules speak of.
FOREIGN = frozenset({Role.SITE, Role.TEASER, Role.COLLECTION, Role.PAGE, Role.CODE, Role.BLANK})


class Line(NamedTuple):
    """A line, or the part of one that has a role of its own.

    `span` leaves out the line end, indentation and trailing space. `glued` says that the
    line goes on from the one before without a line end between (a page run together).
    """

    span: Span
    role: Role
    text: str
    glued: bool = False


_NUMERALS = frozenset("一二三四五六七八九十百")
_MARKER = (
    r"[一二三四五六七八九十百]{1,4}、"
    r"|[（(](?:[一二三四五六七八九十百]{1,4}|\d{1,3})[)）]"
    r"|\d{1,3}[.．、](?!\d)"
    r"|[①-⑳]"
    r"|第[一二三四五六七八九十百]{1,4}(?:[，、章节条部分编]|是)"
    r"|[一二三四五六七八九十]{1,2}[是要]"
    r"|[甲乙丙丁戊]、"
    r"|(?:首先|其次|再次|最后)[，,]"
)
_MARKED = frozenset("（(第甲乙丙丁戊首其再最0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳") | _NUMERALS
_SALUTATION = (
    r"[^。！？；]{0,60}(?:同志们|朋友们|各位|同志|先生|女士|代表|委员|来宾)[^。！？；]{0,20}[：:]"
)
# Many put a comma behind it, which is wrong; no word but those of the address may stand there.
_HONOUR = "(?:[尊敬亲]{1,2}爱?的)?"
_ALL = "(?:同志们|朋友们|女士们|先生们|乡亲们)"
_WHO = "各位[^，,。！？；：、]{0,20}"
_ADDRESSES = rf"(?:{_HONOUR}(?:{_WHO}[、，,]|{_ALL}[、，,]?))*{_HONOUR}(?:{_WHO}|{_ALL})[，,]"
_CLOSING = r"(?:谢谢(?:大家|各位)?|我的(?:讲话|发言|汇报)完了)[，。！!]?(?:谢谢(?:大家)?[。！!]?)?"
_STOPS = "。！？；：:"
# A heading is short: the longest of 7,000 numbered headings in published reports has 38 characters.
_HEADING = 45


def assign(text: str, markup: Markup | None, memory: Memory | None = None) -> tuple[Line, ...]:
    """Cut a text into lines and give each its role."""
    if markup is not None:
        return tuple(_of_blocks(assign(markup.text, None, memory), markup))
    from speechlint.page import pieces

    found = pieces(text, memory)
    roles = recalled(memory, _roles, [line for _, line, _, _ in found])
    return tuple(
        [
            Line._make((span, Role(role) if role else own, line, glued))
            for (span, line, glued, role), own in zip(found, roles, strict=True)
        ]
    )


def _roles(lines: Sequence[str]) -> list[Role]:
    return [role_of(line) for line in lines]


def _of_blocks(lines: tuple[Line, ...], markup: Markup) -> Iterator[Line]:
    """Correct the roles of a Markdown text's lines by the blocks they stand in."""
    from speechlint.markup import shown

    starts = [block.span.start for block in markup.blocks]
    for line in lines:
        at = bisect_right(starts, line.span.start) - 1
        block = markup.blocks[at] if at >= 0 else None
        if block is None or block.span.end <= line.span.start:
            yield line
        elif block.role == Role.CODE.value:
            yield line._replace(role=Role.CODE)
        elif line.role is Role.PAGE and block.role == Role.TABLE.value:
            yield line._replace(role=Role.TABLE)  # a number alone in a cell counts no pages
        elif line.role not in (Role.HEADING, Role.ITEM, Role.BODY):
            yield line
        else:
            yield line._replace(role=Role(block.role) if block.role else role_of(shown(line.text)))


def role_of(line: str) -> Role:
    """Return the role that a line has by its form alone."""
    if not line:
        return Role.BLANK
    if line[-1] in "：:" and regex(_SALUTATION).fullmatch(line):
        return Role.SALUTATION
    if line[-1] in "，," and "们" in line and regex(_ADDRESSES).fullmatch(line):
        return Role.SALUTATION
    if line[0] in "谢我" and regex(_CLOSING).fullmatch(line):
        return Role.CLOSING
    short = len(line) <= _HEADING and not holds(line, _STOPS)
    if marked(line):
        return Role.HEADING if short else Role.ITEM
    return Role.HEADING if short and "，" not in line else Role.BODY


def marked(line: str) -> bool:
    """Say whether a line begins with a marker."""
    return bool(line) and line[0] in _MARKED and regex(_MARKER).match(line) is not None
