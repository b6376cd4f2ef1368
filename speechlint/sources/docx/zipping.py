"""Put other contents into a zip file, and leave every other byte as it was.

The zipfile module can only write a file anew: times, flags and the way each part is packed
would change. The layout is that of PKWARE's APPNOTE, 4.3.7 and 4.3.12.
"""

from __future__ import annotations

import struct
import zlib
from zipfile import ZIP_DEFLATED

from speechlint.errors import ReadError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zipfile import ZipInfo

# signature, version, flags, method, time, date, crc, packed, size, name, extra
_LOCAL = struct.Struct("<4s5H3I2H")
# …, made by, version, flags, method, time, date, crc, packed, size, name, extra, comment,
# disk, internal, external, offset
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_LARGEST = 0xFFFF_FFFF  # beyond this the format is another one
_DESCRIPTOR = 0x08  # sizes follow the data
_UTF8 = 0x800
_EPOCH = (0, 0x21)  # 1980-01-01: a new part says nothing of when it was made


def replaced(data: bytes, entries: list[ZipInfo], parts: dict[str, bytes]) -> bytes:
    """Return a zip file with the parts changed or added.

    `entries` are all that it holds, as zipfile reads them. Raise ReadError for the forms that
    Word never writes (over 4 GB, something before the first entry).
    """
    end = data.rfind(b"PK\5\6")
    _, _, _, _, _, size, directory, _ = _END.unpack_from(data, end)
    if directory + size != end or directory == _LARGEST:
        raise ReadError("这个 .docx 的压缩方式少见，改不了；请在 Word 或 WPS 里另存后再试")
    entries = sorted(entries, key=lambda entry: entry.header_offset)
    starts = [entry.header_offset for entry in entries]
    out = bytearray(data[: starts[0]]) if starts else bytearray()
    offsets: dict[str, int] = {}
    packed: dict[str, tuple[int, int, int]] = {}
    for entry, start, stop in zip(entries, starts, [*starts[1:], directory], strict=True):
        name = entry.orig_filename
        offsets[name] = len(out)
        if entry.filename in parts:
            head, packed[name] = _packed(data, start, parts[entry.filename])
            out += head
        else:
            out += data[start:stop]
    added = [name for name in parts if name not in {entry.filename for entry in entries}]
    central = bytearray()
    at = directory
    for _ in range(len(entries)):
        record, at, name = _recorded(data, at, offsets, packed)
        central += record
    for name in added:
        offset = len(out)
        local, record = _new(name, parts[name], offset)
        out += local
        central += record
    count = len(entries) + len(added)
    tail = _END.pack(b"PK\5\6", 0, 0, count, count, len(central), len(out), len(data) - end - 22)
    return bytes(out + central + tail + data[end + 22 :])


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def _packed(data: bytes, start: int, content: bytes) -> tuple[bytes, tuple[int, int, int]]:
    """Return an entry with other contents, and its checksum and sizes."""
    fields = list(_LOCAL.unpack_from(data, start))
    names = data[start + _LOCAL.size : start + _LOCAL.size + fields[9] + fields[10]]
    body = _deflated(content)
    sums = (zlib.crc32(content), len(body), len(content))
    fields[2] &= ~_DESCRIPTOR
    fields[3] = ZIP_DEFLATED
    fields[6:9] = sums
    return _LOCAL.pack(*fields) + names + body, sums


def _recorded(
    data: bytes, at: int, offsets: dict[str, int], packed: dict[str, tuple[int, int, int]]
) -> tuple[bytes, int, str]:
    """Return an entry's line of the directory as it is now, and where the next one begins."""
    fields = list(_CENTRAL.unpack_from(data, at))
    length = fields[10] + fields[11] + fields[12]
    rest = data[at + _CENTRAL.size : at + _CENTRAL.size + length]
    name = rest[: fields[10]].decode("utf-8" if fields[3] & _UTF8 else "cp437")
    if name in packed:
        fields[3] &= ~_DESCRIPTOR
        fields[4] = ZIP_DEFLATED
        fields[7:10] = packed[name]
    fields[16] = offsets[name]
    return _CENTRAL.pack(*fields) + rest, at + _CENTRAL.size + length, name


def _new(name: str, content: bytes, offset: int) -> tuple[bytes, bytes]:
    """Return a new entry, and its line of the directory."""
    raw = name.encode()
    body = _deflated(content)
    sums = (zlib.crc32(content), len(body), len(content))
    shared = (20, 0, ZIP_DEFLATED, *_EPOCH, *sums, len(raw), 0)
    local = _LOCAL.pack(b"PK\3\4", *shared)
    record = _CENTRAL.pack(b"PK\1\2", 20, *shared, 0, 0, 0, 0, offset)
    return local + raw + body, record + raw
