"""The outline of a draft as a tree: speeches, and the items of their lists."""

from __future__ import annotations

from itertools import takewhile

from speechlint.lines import Role
from speechlint.text import Span
from speechlint.views.outline import outline
from speechlint.views.outline.marks import marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.document import Document, Speech
    from speechlint.views.outline import Item

_LONGEST = 30  # characters of a name
_STOPS = "。！？；\n"


class Node:
    """A speech or an item. `span` is all that stands under it, `name_span` where it is named."""

    __slots__ = ("children", "name", "name_span", "span")

    def __init__(self, name: str, name_span: Span, end: int) -> None:
        self.name = name
        self.name_span = name_span
        self.span = Span(name_span.start, max(end, name_span.end))
        self.children: list[Node] = []


def tree(document: Document) -> tuple[Node, ...]:
    """Return the outline; a draft with one speech begins with its items."""
    speeches = document.speeches
    if len(speeches) == 1:
        return tuple(_items(speeches[0]))
    nodes = []
    for speech in speeches:
        first = speech.paragraphs[0]
        node = Node(_title(speech), first.locate(Span(0, 1)), speech.span.end)
        node.children = _items(speech)
        nodes.append(node)
    return tuple(nodes)


def _title(speech: Speech) -> str:
    """Return the title that a speech begins with, or its first words."""
    titles = takewhile(lambda p: p.role is Role.HEADING and not p.view(marks), speech.paragraphs)
    name = next((p.text for p in titles if p.text[0] not in "（("), speech.paragraphs[0].text)
    return _short(name)


def _items(speech: Speech) -> list[Node]:
    depths: dict[Item, int] = {}
    for listing in speech.view(outline).listings:
        depth = depths.get(listing.parent, -1) + 1 if listing.parent else 0
        depths.update(dict.fromkeys(listing.items, depth))
    top: list[Node] = []
    open_: list[tuple[int, Node]] = []
    for item in sorted(depths, key=lambda item: item.span):
        depth = depths[item]
        while open_ and open_[-1][0] >= depth:
            _close(open_.pop()[1], speech, item)
        node = Node(_name(item), item.span, speech.span.end)
        (open_[-1][1].children if open_ else top).append(node)
        open_.append((depth, node))
    return top


def _close(node: Node, speech: Speech, item: Item) -> None:
    """Let an item end where the next one begins: before its paragraph, or inside it."""
    end = item.span.start
    if item.mark.leads and item.place:
        before = speech.paragraphs[item.place - 1].span.end
        end = before if before > node.span.start else end
    _cut(node, max(end, node.name_span.end))


def _cut(node: Node, end: int) -> None:
    node.span = Span(node.span.start, min(node.span.end, end))


def _name(item: Item) -> str:
    text = item.paragraph.text
    start, end = item.mark.span.start, item.mark.span.end
    while end < len(text) and text[end] not in _STOPS and end - start < _LONGEST:
        end += 1
    return _short(text[start:end])


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
