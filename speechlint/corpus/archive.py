"""The drafts in a .zip file, in the order of the archive."""

from __future__ import annotations

import zipfile
import zlib

from speechlint.corpus.drafts import Draft, limit
from speechlint.errors import ReadError
from speechlint.folders import hidden
from speechlint.oserrors import reason
from speechlint.sources import SUFFIXES, admit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from speechlint.corpus.drafts import Input

_UTF8 = 0x800  # flag bit 11: the name is UTF-8
_ENCRYPTED = 0x1
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError),
    *(NotImplementedError, RuntimeError),
)


class EncryptedError(ReadError):
    """A draft that asks for a password."""

    reason = "encrypted"


def drafts(input_: Input) -> Iterator[Draft]:
    """Yield the drafts of an archive; hidden files and folders are passed over, as in a folder."""
    try:
        archive = zipfile.ZipFile(input_.path)
    except OSError as error:
        raise ReadError(f"读取失败：{reason(error)}") from error
    except _BROKEN as error:
        raise ReadError("不是完整的 zip 压缩包，请重新压缩或重新下载") from error
    with archive:
        members = archive.infolist()
        for number, member in enumerate(members, 1):
            name = name_of(member)
            parts = (part for part in name.split("/") if part not in (".", ".."))
            if not name.lower().endswith(SUFFIXES) or any(map(hidden, parts)):
                continue
            yield Draft(
                name,
                f"{input_.path}/{name}",
                f"{name} {member.file_size} {member.CRC}",
                number / len(members),
                _loader(archive, member, name),
            )


def name_of(member: zipfile.ZipInfo) -> str:
    """Return the name of a member.

    Where no flag says that it is UTF-8, the standard's code page 437 was assumed; but Chinese
    systems write GBK, and some that write UTF-8 forget the flag.
    """
    if member.flag_bits & _UTF8:
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeEncodeError:  # from the extra field that holds the name in UTF-8
        return member.filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode("gb18030")
    except UnicodeDecodeError:
        return member.filename


def _loader(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Callable[[], bytes]:
    def load() -> bytes:
        limit(member.file_size)
        admit(name, member.file_size)
        if member.flag_bits & _ENCRYPTED:
            raise EncryptedError("在压缩包里加了密，请解压后再检查")
        try:
            return archive.read(member)
        except _BROKEN as error:
            raise ReadError("在压缩包里是坏的，或用了不认识的压缩方法，请解压后再检查") from error

    return load
