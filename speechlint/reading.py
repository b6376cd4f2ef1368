"""Bytes ⇄ text, leaving encoding, byte order mark and line ends as they were."""

from __future__ import annotations

import codecs

from speechlint.record import NamedTuple

# That of UTF-32 begins like that of UTF-16.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_REMEDY = "请用 WPS 或记事本打开，另存为 UTF-8 编码的文本后再检查"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.errors import ReadError


class Decoded(NamedTuple):
    """A text without its byte order mark, and how it was written."""

    text: str
    encoding: str
    bom: bool = False

    def encode(self, text: str) -> bytes:
        """Return `text` as bytes in the encoding that the file had.

        Raise ReadError where a character has no place in it.
        """
        mark = next((m for m, e in _BOMS if e == self.encoding), b"") if self.bom else b""
        try:
            return mark + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            from speechlint.errors import ReadError

            char = text[error.start]
            name = f"“{char}”（U+{ord(char):04X}）"
            raise ReadError(f"{name}不能写成 {self.encoding} 编码") from error

    def holds(self, text: str) -> bool:
        """Say whether the file can hold a text. What is GBK, and read as GB18030, stays GBK."""
        try:
            data = text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return (
            self.encoding != "gb18030"
            or not _long(text, data)
            or _long(self.text, self.text.encode(self.encoding))
        )


def _long(text: str, data: bytes) -> bool:
    """Say whether GB18030 needs its codes of four bytes, which GBK does not have, for a text."""
    return len(data) > sum(1 if char.isascii() else 2 for char in text)


def decode(data: bytes) -> Decoded:
    """Decode a file's bytes: a byte order mark decides, else UTF-8, else GB18030.

    Raise ReadError with the offset of the first byte that fits none.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), encoding, bom=True)
            except UnicodeDecodeError as error:
                raise _undecodable(data, error.start + len(mark), encoding) from error
    if data.startswith(b"PK\3\4") or b"\0" in data[:8192]:
        raise _binary(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        failed = error.start
    if _damaged(data):
        raise _undecodable(data, failed, "utf-8")
    try:
        return Decoded(data.decode("gb18030"), "gb18030")
    except UnicodeDecodeError as error:
        # Of the two, the one that got further is the file's encoding.
        encoding, offset = max(("utf-8", failed), ("gb18030", error.start), key=lambda x: x[1])
        raise _undecodable(data, offset, encoding) from error


def _damaged(data: bytes) -> bool:
    """Say whether bytes that are not UTF-8 were meant to be.

    Damaged UTF-8 often passes for GB18030, as nonsense; but GB18030 read as UTF-8 is mostly
    lost, and has hardly a Han character.
    """
    text = data.decode("utf-8", "replace")
    return sum("\u4e00" <= c <= "\u9fff" for c in text) > 2 * text.count("\ufffd")


def _binary(data: bytes) -> ReadError:
    from speechlint.errors import BinaryError

    if data.startswith(b"PK\3\4"):  # a zip file, as every .docx is
        return BinaryError(
            "是压缩包，不是文本；如果是 Word 稿，请把扩展名改为 .docx，"
            "从标准输入读的加 --stdin-filename 草稿.docx"
        )
    where = f"偏移 {data.index(0)} 处的字节为 0"
    return BinaryError(f"像是二进制文件，不是文本（{where}）；{_REMEDY}")


def _undecodable(data: bytes, offset: int, encoding: str) -> ReadError:
    from speechlint.errors import UndecodableError

    byte = f"偏移 {offset} 处的字节 0x{data[offset]:02X}"
    return UndecodableError(f"{byte} 不能按 {encoding} 解码；{_REMEDY}")
