"""What stands beside the page: the outline, and the figures with their computations."""

from __future__ import annotations

from collections import Counter
from html import escape

from speechlint.reporters.figures import KINDS, VERDICTS
from speechlint.views.relations import Verdict, everything
from speechlint.views.sections import tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechlint.document import Document
    from speechlint.text import LineIndex
    from speechlint.views.sections import Node


def outline(document: Document, lines: LineIndex, name: str) -> Iterator[str]:
    """Yield the headings, each a link to its paragraph."""
    nodes = document.view(tree)
    if nodes:
        yield "<details open><summary>提纲</summary>"
        yield from _level(nodes, lines, name)
        yield "</details>"


def _level(nodes: Sequence[Node], lines: LineIndex, name: str) -> Iterator[str]:
    yield "<ul>"
    for node in nodes:
        line = lines.position(node.name_span.start).line + 1
        yield f'<li><a href="#{name}-p{line}">{escape(node.name)}</a>'
        if node.children:
            yield from _level(node.children, lines, name)
        yield "</li>"
    yield "</ul>"


def figures(document: Document, lines: LineIndex, name: str) -> Iterator[str]:
    """Yield what was computed; what could not be is only counted."""
    relations = everything(document)
    counts = Counter(relation.verdict for relation in relations)
    said = "，".join(f"{word} {counts[verdict]}" for verdict, word in VERDICTS.items())
    if not relations:
        return
    yield f'<details><summary>数据关系（{said}）</summary><table class="figures"><tbody>'
    for verdict in (Verdict.REFUTED, Verdict.PROVED):
        for relation in relations:
            if relation.verdict is verdict:
                line = lines.position(relation.span.start).line + 1
                yield (
                    f'<tr class="{verdict.name.lower()}"><td>{VERDICTS[verdict]}</td>'
                    f"<td>{KINDS.get(relation.kind, relation.kind)}</td>"
                    f'<td><a href="#{name}-p{line}">{escape(relation.stated)}</a></td>'
                    f"<td>{escape(relation.computation or relation.reason)}</td></tr>"
                )
    yield "</tbody></table></details>"
