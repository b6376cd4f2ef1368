"""The 校对单: a table for print, to be ticked off by whoever answers for the draft."""

from __future__ import annotations

from html import escape

from speechlint.reporters.columns import shown
from speechlint.reporters.html.page import advised
from speechlint.reporters.text import LABELS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.api import Checked
    from speechlint.text import Span

_HEADS = ("序号", "段落", "原文", "问题", "建议", "采纳")
_BESIDE = 12  # characters on each side of the words
_LONGEST = 40


def slip(checked: Checked, name: str) -> Iterator[str]:
    """Yield the table of a file."""
    if not checked.diagnostics:
        return
    yield f'<section class="slip" aria-label="校对单"><h2>校对单：{escape(checked.path)}</h2><table>'
    yield "<thead><tr>" + "".join(f"<th>{head}</th>" for head in _HEADS) + "</tr></thead><tbody>"
    lines = checked.lines
    for number, d in enumerate(checked.diagnostics, 1):
        at = lines.position(d.span.start).line
        family = escape(d.rule.partition(".")[0])
        yield (
            f'<tr data-severity="{d.severity.value}" data-family="{family}"><td>{number}</td>'
            f'<td><a href="#{name}-{number}">{at + 1}</a></td>'
            f"<td>{_context(checked.text, d.span)}</td>"
            f"<td>{LABELS[d.severity]}：{escape(d.message)}</td>"
            f"<td>{escape(advised(d))}</td><td>□</td></tr>"
        )
    yield "</tbody></table></section>"


def _context(text: str, span: Span) -> str:
    """Return the words with a few on each side, those of other paragraphs left out."""
    before = text[max(0, span.start - _BESIDE) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _BESIDE].partition("\n")[0]
    words = text[span.start : span.end]
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST // 2]}…{words[-_LONGEST // 2 :]}"
    return f"{_plain(before)}<b>{_plain(words)}</b>{_plain(after)}"


def _plain(text: str) -> str:
    return escape(shown(text), quote=False)
