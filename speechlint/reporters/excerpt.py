"""The line around a span, and a line that marks the span below it."""

from __future__ import annotations

from speechlint.light import bisect_left, bisect_right, cache
from speechlint.reporters.columns import Ruler, behind, blank, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.text import LineIndex, Span

_WIDTH = 76  # columns of an excerpt
_NEAR = 26  # characters on each side of a span that nearly always fill it
_MARKED = 44  # columns of a span; a longer one is cut in its middle


def excerpt(text: str, span: Span, lines: LineIndex, *, wide: bool = False) -> tuple[str, str]:
    """Return the line around a span, and the line that marks the span.

    What cannot be seen is spelt out, a line end of two characters is shown once; a long line is
    cut around the span. Chinese characters take two columns, and below one stands one of their
    width. Of some, like “ and …, Unicode leaves the width open: on a Chinese console (`wide`) it
    is two, elsewhere one.
    """
    ruler = _ruler(wide)
    line, (begin, stop) = lines.around(span), span
    for reach in (_NEAR, _WIDTH):
        start = max(line.start, begin - reach)
        end = min(line.end, stop + 2 * reach - (begin - start))
        left, marked = text[start:begin], text[begin:stop].replace("\r\n", "\n")
        near = left + marked + text[stop:end]
        first, last = len(left), len(left) + len(marked)
        columns = ruler.columns(near)
        ends = behind(columns)
        width = ends[last] - ends[first]
        if width > _MARKED:
            marked, width = ruler.clipped(marked, _MARKED)
        room = _WIDTH - width
        head = bisect_left(ends, ends[first] - room // 2)
        tail = bisect_right(ends, ends[last] + room - (ends[first] - ends[head])) - 1
        begins, stops = start + head == line.start, tail == len(near) and end == line.end
        if (head or begins) and (tail < len(near) or stops):
            break
    cut = near[head:first] + marked + near[last:tail]
    lead, margin = ("", "") if begins else ("…", "\u3000" if wide else " ")
    seen = lead + shown(cut) + ("" if stops else "…")
    return seen, margin + blank(columns[head:first]) + "^" * width


@cache
def _ruler(wide: bool) -> Ruler:  # noqa: FBT001
    return Ruler(wide=wide)


def place(offset: int, unit: str, lines: LineIndex) -> str:
    """Return a position; in Word one looks for a paragraph, and nothing there counts columns."""
    at = lines.position(offset)
    return f"第{at.line + 1}段" if unit == "paragraph" else f"{at.line + 1}:{at.column + 1}"
