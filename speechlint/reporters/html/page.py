"""The draft as a page: each paragraph with its marked words, and beside it what is said of them."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from speechlint.reporters.columns import visible
from speechlint.reporters.text import LABELS

_MOST = 6  # places beside one

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.api import Checked
    from speechlint.diagnostic import Diagnostic
    from speechlint.text import LineIndex, Span

    Numbered = tuple[int, Diagnostic]


def page(checked: Checked, name: str) -> Iterator[str]:
    """Yield the paragraphs of a file. `name` stands before every anchor."""
    lines = checked.lines
    marked: list[Numbered] = list(enumerate(checked.diagnostics, 1))
    noted: dict[int, list[Numbered]] = {}
    for number, diagnostic in marked:
        line = lines.position(diagnostic.span.start).line
        noted.setdefault(line, []).append((number, diagnostic))
    open_: list[Numbered] = []  # what reaches into the next paragraph
    for number in range(len(lines)):
        span = lines.span(number)
        here = [m for m in open_ if m[1].span.end > span.start] + noted.get(number, [])
        open_ = [m for m in here if m[1].span.end > span.end]
        yield f'<div class="row" id="{name}-p{number + 1}"><p>{_marked(checked, span, here, name)}</p>'
        if number in noted:
            yield '<ol class="notes">'
            for index, diagnostic in noted[number]:
                yield from _note(checked, index, diagnostic, lines, name)
            yield "</ol>"
        yield "</div>"


def _marked(checked: Checked, line: Span, marks: Sequence[Numbered], name: str) -> str:
    """Return a line with its marked words; where two overlap, the words bear both."""
    edges = {line.start, line.end}
    for _, d in marks:
        edges |= {max(line.start, d.span.start), min(line.end, d.span.end)}
    points = sorted(edge for edge in edges if line.start <= edge <= line.end)
    out = []
    for start, end in pairwise(points):
        words = _shown(checked.text[start:end])
        over = [(n, d) for n, d in marks if d.span.start < end and start < d.span.end]
        if not over:
            out.append(words)
            continue
        worst = max((d.severity for _, d in over), key=lambda severity: severity.rank)
        numbers = " ".join(f"{name}-{n}" for n, _ in over)
        out.append(
            f'<a class="mark {worst.value}" href="#{name}-{over[0][0]}" data-notes="{numbers}">'
            f"{words}</a>"
        )
    return "".join(out) or "&nbsp;"


def _note(
    checked: Checked, index: int, d: Diagnostic, lines: LineIndex, name: str
) -> Iterator[str]:
    family = escape(d.rule.partition(".")[0])
    yield (
        f'<li id="{name}-{index}" value="{index}" class="note {d.severity.value}" '
        f'data-severity="{d.severity.value}" data-family="{family}">'
        f'<span class="level">{LABELS[d.severity]}</span> {escape(d.message)}'
    )
    if advice := advised(d):
        yield f'<span class="advice">建议：{escape(advice)}</span>'
    own = lines.position(d.span.start).line
    others = dict.fromkeys(lines.position(related.span.start).line for related in d.related)
    unit = "段" if checked.unit == "paragraph" else "行"
    places = [
        f'<a href="#{name}-p{line + 1}">第{line + 1}{unit}</a>' for line in others if line != own
    ]
    if places:
        yield f'<span class="related">另见 {"、".join(places[:_MOST])}</span>'
    yield f"<code>{escape(d.rule)}</code></li>"


def advised(d: Diagnostic) -> str:
    """Return what the fix of a diagnostic would do, in its own words."""
    return d.fix.title if d.fix else ""


def _shown(text: str) -> str:
    return escape("".join("\n" if c in "\r\n" else visible(c) for c in text), quote=False)
