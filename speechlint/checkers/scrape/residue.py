"""Flag tags, entities, scripts, addresses and lost glyphs inside a text."""

from __future__ import annotations

from speechlint import residue
from speechlint.diagnostic import Edit, Fix
from speechlint.lines import Role
from speechlint.record import WithOptions
from speechlint.regexes import regex
from speechlint.rule import Finding
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechlint.document import Document, Paragraph


# The entities that pages in Chinese are full of.
_USUAL = {"&nbsp;": " ", "&ldquo;": "“", "&rdquo;": "”", "&hellip;": "…", "&mdash;": "—"}
# What stands before an address that the speech itself gives.
_ANNOUNCED = (
    r"(?:登[录陆]|访问|打开|进入)[\u4e00-\u9fff]{0,12}[（(：:“\s]*$"
    r"|(?:网址|邮箱|官网|网站|信箱|[Ee]-?mail|网页|平台|门户|域名|系统|12345|举报地址)(?:为|是|即|[（(：:“\s])*$"
)


class Residue(WithOptions):
    """Flag what the rows of a table match. With `lines`, also lines that are nothing but code."""

    table: str
    lines: bool = False

    def check_paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        text = paragraph.text
        for span, row, match in residue.find(text, self.table):
            if row.instead == "url" and _spared(text, match):
                continue
            if match[0][0] in "*_" and _masks(text, match):
                continue
            yield Finding(
                span, {"match": match[0].strip(), "name": row.name}, _fix(text, match, row)
            )

    def check_document(self, document: Document) -> Iterator[Finding]:
        if not self.lines or document.markup is not None:
            return
        for line in document.lines:
            if line.role is Role.CODE:
                fix = Fix("删去", (Edit(line.span, ""),), on_save=False)
                yield Finding(line.span, {"match": line.text, "name": "网页代码"}, fix)
            elif mark := _marked(document.text, line.span.start):
                fix = Fix("删去", (Edit(mark, ""),))
                values = {
                    "match": document.text[mark.start : mark.end].strip(),
                    "name": "Markdown 标记",
                }
                yield Finding(mark, values, fix)


def _masks(text: str, match: re.Match[str]) -> bool:
    """Say whether asterisks stand for numbers, and make nothing bold: **月**日, 20**至20**年."""
    content = match[0].strip("*_")
    return (
        len(content) < 2
        or text[match.start() - 1 : match.start()].isdigit()
        or content[-1].isdigit()
    )


def _unescaped(entities: str) -> str:
    from html import unescape  # 8 ms: it knows two thousand names

    text = unescape(unescape(entities if entities.endswith(";") else entities + ";"))
    return text.replace("\u00a0", " ").strip("\u200b\u200c\u200d\u00ad")


def _marked(text: str, start: int) -> Span | None:
    """Return the span of a Markdown mark that stands before a line, "## " or "> "."""
    end = start
    while start and text[start - 1] in "#> \t\u3000":
        start -= 1
    mark = text[start:end].lstrip(" \t\u3000")
    return Span(end - len(mark), end) if mark.strip() else None


def _spared(text: str, match: re.Match[str]) -> bool:
    return "gov.cn" in match[0].lower() or bool(
        regex(_ANNOUNCED).search(text[max(0, match.start() - 30) : match.start()])
    )


def _fix(text: str, match: re.Match[str], row: residue.Row) -> Fix | None:
    instead = row.instead
    if instead == "=":
        return None
    if instead == "entity":
        instead = _USUAL.get(match[0]) or _unescaped(match[0])
    elif instead == "quote":
        instead = (
            "“" if text[: match.start()].count("“") <= text[: match.start()].count("”") else "”"
        )
    elif instead == "url":
        instead = ""
    else:
        instead = match.expand(instead)
    return Fix(
        f"改为“{instead}”" if instead.strip() else "删去", (Edit(Span(*match.span()), instead),)
    )
