"""The line around a span, and a line that marks the span below it."""

from __future__ import annotations

from speechlint.reporters.columns import Ruler, category, usual

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechlint.text import LineIndex, Span

_WIDTH = 76  # columns of an excerpt
_MARKED = 44  # columns of a span; a longer one is cut in its middle
_UNSEEN = frozenset("\u200b\ufeff")


def excerpt(text: str, span: Span, lines: LineIndex, *, wide: bool = False) -> tuple[str, str]:
    """Return the line around a span, and the line that marks the span.

    What cannot be seen is spelt out; a long line is cut around the span. Chinese characters
    take two columns, and below one stands one of their width. Of some, like “ and …, Unicode
    leaves the width open: on a Chinese console (`wide`) it is two, elsewhere one.
    """
    line = lines.span(lines.position(span.start).line)
    last = lines.span(lines.position(span.end - 1).line)
    ruler = Ruler(wide=wide)
    marked, width = ruler.clipped(_pieces(text[span.start : span.end]), _MARKED)
    room = _WIDTH - width
    left, right = text[line.start : span.start], text[span.end : max(last.end, span.end)]
    before, used = ruler.fitting(_pieces(left[-_WIDTH:])[::-1], room // 2)
    after, _ = ruler.fitting(_pieces(right[:_WIDTH]), room - used)
    lead = "…" if len(before) < len(left) else ""
    tail = "…" if len(after) < len(right) else ""
    head = lead + "".join(before[::-1])
    return f"{head}{marked}{''.join(after)}{tail}", ruler.blank(head) + "^" * width


def place(offset: int, unit: str, lines: LineIndex) -> str:
    """Return a position; in Word one looks for a paragraph, and nothing there counts columns."""
    at = lines.position(offset)
    return f"第{at.line + 1}段" if unit == "paragraph" else f"{at.line + 1}:{at.column + 1}"


def visible(char: str) -> str:
    """Return a character, or what stands for one that cannot be seen or moves the cursor."""
    if char in "\n\r":
        return "⏎"
    if char == "\t":
        return " "
    if usual(char):
        return char
    if char in _UNSEEN or category(char) in ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"):
        return f"<U+{ord(char):04X}>"
    return char


def _pieces(text: str) -> Sequence[str]:
    """Return what stands for each character; a line end of two is shown once."""
    if text.isprintable():
        return text
    return ["" if text[i : i + 2] == "\r\n" else visible(c) for i, c in enumerate(text)]
