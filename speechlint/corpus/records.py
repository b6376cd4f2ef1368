"""The drafts in JSON Lines: one record a line."""

from __future__ import annotations

import json
import os
import zlib
from codecs import BOM_UTF8

from speechlint.corpus.drafts import LARGEST, Draft, broken, limit, stamp
from speechlint.errors import ReadError
from speechlint.oserrors import reason

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, BinaryIO

    from speechlint.corpus.drafts import Input

_LINE = LARGEST * 2 + 2  # a character may be written as \u4e2d: six bytes for three


class RecordError(ReadError):
    """A record that holds no text."""

    reason = "bad-record"


def drafts(input_: Input) -> Iterator[Draft]:
    """Yield the drafts of a file; a record without an id is known by the number of its line."""
    path = input_.path
    try:
        size = os.path.getsize(path)
        with open(path, "rb") as raw:
            yield from _read(input_, raw, size)
    except OSError as error:
        raise ReadError(f"读取失败：{reason(error)}") from error


def _read(input_: Input, raw: BinaryIO, size: int) -> Iterator[Draft]:
    stream = raw
    if input_.path.lower().endswith(".gz"):
        import gzip

        stream = gzip.GzipFile(fileobj=raw)  # type: ignore[assignment]
    changed = stamp(input_.path)
    number = 0
    while True:
        try:
            line = rest = stream.readline(_LINE)
            while len(rest) == _LINE and not rest.endswith(b"\n"):
                rest = stream.readline(_LINE)
        except (OSError, EOFError, zlib.error) as error:
            raise ReadError(f"第 {number} 行以后读不出来，文件不完整") from error
        if not line:
            return
        number += 1
        if line.strip():
            yield _draft(input_, line, number, changed, raw.tell() / max(size, 1))


def _draft(input_: Input, line: bytes, number: int, changed: str, through: float) -> Draft:
    mark = f"{number} {changed}"
    try:
        limit(len(line) // 2)
        record = json.loads(line.removeprefix(BOM_UTF8))
        text = field(record, input_.text)
    except ValueError:
        error = RecordError(f"第 {number} 行不是 JSON")
        return broken(str(number), input_.path, error)._replace(mark=mark, through=through)
    except ReadError as error:
        known = record.get(input_.id) if isinstance(record, dict) else None
        name = identity(known, number)
        return broken(name, input_.path, error)._replace(mark=mark, through=through)
    name = identity(record.get(input_.id), number)
    return Draft(name, input_.path, mark, through, loader(text))


def field(record: Any, name: str) -> str:
    """Return the text of a record; raise ReadError where it has none."""
    if not isinstance(record, dict):
        raise RecordError('记录应是 JSON 对象，如 {"text": "……"}')
    if name not in record:
        names = "、".join(map(str, record)) or "没有"
        raise RecordError(f"没有字段 {name}，有的是：{names}；用 --text-field 指定哪个是正文")
    text = record[name]
    if not isinstance(text, str):
        raise RecordError(f"字段 {name} 不是文本")
    return text


def identity(value: Any, number: int) -> str:
    """Return what a record is known by: its id, or its number where it has none."""
    return str(number) if value is None else str(value)


def loader(text: str) -> Callable[[], bytes]:
    """Return what gives a text as the bytes of a file that nobody has to guess the encoding of."""
    return lambda: (
        BOM_UTF8 + text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
    )
