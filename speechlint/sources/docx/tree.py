"""XML as a tree that knows where in the bytes each element and each character stands.

Edits are splices into those bytes, so that all else stays as it was.
"""

from __future__ import annotations

import re
from xml.parsers import expat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# The transitional names, and those of the strict form of the standard.
_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_TEXTS = frozenset({"w:t", "w:instrText", "m:t"})
_DEEPEST = 300  # a text box in a table in a text box takes some sixty
_DECLARED = re.compile(r"^(<\?xml[^>]*?)\s+encoding\s*=\s*(?:\"[^\"]*\"|'[^']*')")


class TreeError(Exception):
    """A part that is no XML, or none that Word writes; Chinese."""


class Chunk:
    """Characters that stand together: `data` in the bytes from `start` to `end`.

    `plain` says that the bytes are those of the characters (no entity, no folded line end).
    """

    __slots__ = ("data", "end", "plain", "start")

    def __init__(self, data: str, start: int) -> None:
        self.data = data
        self.start = start
        self.end = start
        self.plain = False


class Node:
    """An element. Its tag is "w:p" for a name that we know, else the bare name.

    Bytes: `start` is where it begins, `head` where its start tag ends, `end` where it ends.
    An attribute of Word's own is known by its bare name.
    """

    __slots__ = ("attrs", "children", "chunks", "end", "head", "parent", "start", "tag")

    def __init__(
        self, tag: str, attrs: dict[str, str], start: int, parent: Node | None = None
    ) -> None:
        self.tag = tag
        self.attrs = attrs
        self.start = start
        self.head = start
        self.end = start
        self.parent = parent
        self.children: list[Node] = []
        self.chunks: list[Chunk] = []

    def child(self, tag: str) -> Node | None:
        for node in self.children:
            if node.tag == tag:
                return node
        return None

    def find(self, *path: str) -> Node | None:
        """Return the first element down a path of tags."""
        node: Node | None = self
        for tag in path:
            node = node.child(tag) if node else None
        return node

    def value(self, *path: str) -> str | None:
        """Return w:val of the first element down a path; None where there is none."""
        node = self.find(*path)
        return node.attrs.get("val") if node else None

    def on(self, tag: str) -> bool | None:
        """Say whether a switch (w:vanish) is on; None where it is not there."""
        node = self.child(tag)
        return None if node is None else node.attrs.get("val", "1") not in ("0", "false", "off")

    def walk(self) -> Iterator[Node]:
        """Yield the element and all below it, in the order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.children)

    @property
    def text(self) -> str:
        return "".join(chunk.data for chunk in self.chunks)


def parse(data: bytes) -> Node:
    """Return the root element; raise TreeError.

    Offsets are those of `utf8(data)`.
    """
    return _Builder(utf8(data)).root


def utf8(data: bytes) -> bytes:
    """Return the bytes of a part as UTF-8 (nearly every part is); raise TreeError."""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data
    try:
        return _DECLARED.sub(r'\1 encoding="UTF-8"', data.decode("utf-16")).encode()
    except UnicodeDecodeError as error:
        raise TreeError("编码有误") from error


class _Builder:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._open: list[Node] = []
        self._roots: list[Node] = []
        # What ends where the next thing begins.
        self._heads: list[Node] = []
        self._ends: list[Node] = []
        self._chunk: Chunk | None = None
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.CommentHandler = parser.StartCdataSectionHandler = self._other
        parser.ProcessingInstructionHandler = self._other
        parser.EndCdataSectionHandler = self._other
        parser.StartDoctypeDeclHandler = self._doctype
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            raise TreeError(f"XML 第 {error.lineno} 行有误") from error
        except (ValueError, LookupError) as error:  # an encoding that expat does not know
            raise TreeError("编码有误") from error
        self._here(len(data))
        self.root = self._roots[0]

    def _here(self, at: int) -> None:
        for node in self._heads:
            node.head = at
        for node in self._ends:
            node.end = at
        self._heads.clear()
        self._ends.clear()
        if chunk := self._chunk:
            chunk.end = at
            chunk.plain = self._data[chunk.start : at] == chunk.data.encode()
            self._chunk = None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        at = self._parser.CurrentByteIndex
        self._here(at)
        if len(self._open) >= _DEEPEST:
            raise TreeError(f"嵌套超过 {_DEEPEST} 层")
        attrs = {}
        for key, value in attributes.items():
            space, _, local = key.rpartition(" ")
            prefix = _SPACES.get(space, "w")
            attrs[local if prefix == "w" else f"{prefix}:{local}"] = value
        parent = self._open[-1] if self._open else None
        node = Node(_named(name), attrs, at, parent)
        (parent.children if parent else self._roots).append(node)
        self._open.append(node)
        self._heads.append(node)

    def _end(self, _: str) -> None:
        at = self._parser.CurrentByteIndex
        node = self._open.pop()
        if at != node.start:  # <w:br/> is one thing: it ends where its start tag does
            self._here(at)
        self._ends.append(node)

    def _characters(self, data: str) -> None:
        at = self._parser.CurrentByteIndex
        self._here(at)
        node = self._open[-1]
        if node.tag in _TEXTS:
            self._chunk = Chunk(data, at)
            node.chunks.append(self._chunk)

    def _other(self, *_: object) -> None:
        self._here(self._parser.CurrentByteIndex)

    def _doctype(self, *_: object) -> None:
        raise TreeError("含有实体声明，可能有害")


def _named(name: str) -> str:
    space, _, local = name.rpartition(" ")
    prefix = _SPACES.get(space)
    return f"{prefix}:{local}" if prefix else local
