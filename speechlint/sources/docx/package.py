"""The .docx package: a zip file of which only the parts with text are read, within bounds.

Nothing is ever unpacked to disk, and no part is looked for outside the file.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib

from speechlint.errors import ReadError
from speechlint.record import NamedTuple
from speechlint.sources.docx import tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.sources.docx.tree import Node

LARGEST = 100 << 20  # bytes of a file: more is no draft
_LARGEST_PART = 32 << 20  # bytes of an XML part: the text of some five million characters
_MOST_PARTS = 10_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word 97–2003, and every encrypted .docx
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# All that zipfile raises where the bytes are not what they should be.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, EOFError, OSError,
    ValueError, OverflowError, RuntimeError,
)  # fmt: skip
_RESAVE = "请在 Word 或 WPS 里打开，另存为 .docx 后再检查"


class Relation(NamedTuple):
    """What a part says of another: its kind is the last word of the type's address."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of a .docx file. Raise ReadError where it is no such file, or a harmful one."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            if _ENCRYPTED in data:
                raise ReadError("文件加了密码，读不了；请在 Word 或 WPS 里取消密码，另存后再检查")
            raise ReadError(f"这是旧格式的 Word 文件（.doc），不是 .docx；{_RESAVE}")
        if len(data) > LARGEST:
            raise ReadError(too_large(len(data)))
        self.data = data
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            names = self._zip.namelist()
        except _DAMAGED as error:
            raise ReadError(f"不是 .docx 文件，或者文件已经损坏；{_RESAVE}") from error
        if len(names) > _MOST_PARTS or len(set(names)) < len(names):
            raise ReadError(f"压缩包里的文件过多或重名，不像 Word 文件；{_RESAVE}")
        self._names = frozenset(names)
        self._trees: dict[str, Node] = {}
        main = [r.target for r in self.relations("") if r.kind == "officeDocument"]
        if not main or main[0] not in self._names:
            raise ReadError(f"压缩包里没有 Word 正文；{_RESAVE}")
        self.main = main[0]

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def part(self, name: str) -> bytes:
        """Return the bytes of a part; raise ReadError."""
        if name not in self._names:
            raise ReadError(f"压缩包里缺少 {name}；{_RESAVE}")
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise ReadError("文件加了密码，读不了；请在 Word 或 WPS 里取消密码，另存后再检查")
        try:
            # What the directory says of the size may be a lie.
            with self._zip.open(info) as stream:
                data = stream.read(_LARGEST_PART + 1)
        except _DAMAGED as error:
            raise ReadError(f"{name} 已经损坏；{_RESAVE}") from error
        if len(data) > _LARGEST_PART:
            raise ReadError(f"{name} 解压后超过 {_LARGEST_PART >> 20} MB，不像讲话稿，没有读")
        return data

    def tree(self, name: str) -> Node:
        """Return a part as a tree, read once; raise ReadError."""
        if name not in self._trees:
            try:
                self._trees[name] = tree.parse(self.part(name))
            except tree.TreeError as error:
                raise ReadError(f"{name} 读不了（{error}）；{_RESAVE}") from error
        return self._trees[name]

    def relations(self, name: str) -> list[Relation]:
        """Return what a part (the whole package for "") refers to inside the package."""
        file = relations_of(name)
        if file not in self._names:
            return []
        folder = posixpath.dirname(name)
        return [
            Relation(
                node.attrs.get("Id", ""),
                node.attrs.get("Type", "").rsplit("/", 1)[-1],
                _resolved(folder, node.attrs.get("Target", "")),
            )
            for node in self.tree(file).children
            if node.attrs.get("TargetMode") != "External"
        ]

    def with_parts(self, parts: dict[str, bytes]) -> bytes:
        """Return the file with parts changed or added; every other byte is as it was."""
        from speechlint.sources.docx.zipping import replaced

        return replaced(self.data, self._zip.infolist(), parts)

    def related(self, name: str, kind: str) -> str | None:
        """Return the first part of a kind that a part refers to, if it is there."""
        targets = (r.target for r in self.relations(name) if r.kind == kind)
        return next((target for target in targets if target in self._names), None)


def relations_of(name: str) -> str:
    """Return the name of the part that holds what a part refers to."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def too_large(size: int) -> str:
    return f"文件有 {size >> 20} MB，超过 {LARGEST >> 20} MB，不像讲话稿，没有读"


def _resolved(folder: str, target: str) -> str:
    path = target if target.startswith("/") else posixpath.join("/", folder, target)
    return posixpath.normpath(path).lstrip("/")
