"""Styles: which numbering a paragraph takes from its style, and what is hidden."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.sources.docx.tree import Node


class Styles:
    """The styles of a document. One that is based on another takes over what it does not say."""

    def __init__(self, root: Node | None) -> None:
        nodes = [node for node in root.children if node.tag == "w:style"] if root else []
        self._styles = {node.attrs.get("styleId", ""): node for node in nodes}
        self._default = next(
            (
                node.attrs.get("styleId", "")
                for node in nodes
                if node.attrs.get("type") == "paragraph" and _set(node.attrs.get("default"))
            ),
            "",
        )

    def chain(self, style: str | None) -> Iterator[Node]:
        """Yield a style (the default one for None) and those it is based on."""
        name: str | None = style or self._default
        seen: set[str] = set()
        while name and name not in seen and (node := self._styles.get(name)):
            seen.add(name)
            yield node
            name = node.value("w:basedOn")

    def hidden(self, run: Node, paragraph: Node) -> bool:
        """Say whether a run is hidden text."""
        properties = run.child("w:rPr")
        if properties:
            direct = properties.on("w:vanish")
            if direct is not None:
                return direct
            if (style := properties.value("w:rStyle")) and self._hides(style):
                return True
        return self._hides(paragraph.value("w:pPr", "w:pStyle"))

    def _hides(self, style: str | None) -> bool:
        for node in self.chain(style):
            properties = node.child("w:rPr")
            said = properties.on("w:vanish") if properties else None
            if said is not None:
                return said
        return False


def _set(value: str | None) -> bool:
    return value in ("1", "true", "on")
