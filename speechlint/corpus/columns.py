"""The drafts in a Parquet file: one a row."""

from __future__ import annotations

from speechlint.corpus import CorpusError
from speechlint.corpus.drafts import Draft, broken, limit, stamp
from speechlint.corpus.records import RecordError, identity, loader
from speechlint.errors import ReadError
from speechlint.oserrors import reason

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from speechlint.corpus.drafts import Input

_ROWS = 64  # read at once


def drafts(input_: Input) -> Iterator[Draft]:
    """Yield the drafts of a file; a row without an id is known by its number, from 1.

    A column of bytes holds files: their encoding is found out.
    """
    pyarrow = arrow()
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(input_.path) as file:
            yield from _read(input_, file)
    except OSError as error:
        raise ReadError(f"读取失败：{reason(error)}") from error
    except pyarrow.ArrowException as error:
        raise ReadError("不是完整的 Parquet 文件，请重新导出") from error


def arrow() -> Any:
    """Return pyarrow; raise CorpusError where it is not installed."""
    try:
        import pyarrow as pa
    except ImportError as error:
        raise CorpusError(
            "Parquet 要用 pyarrow，还没有安装：pip install 'speechlint[parquet]'"
        ) from error
    return pa


def _read(input_: Input, file: Any) -> Iterator[Draft]:
    names = file.schema_arrow.names
    if input_.text not in names:
        known = "、".join(names)
        raise ReadError(f"没有列 {input_.text}，有的是：{known}；用 --text-field 指定哪列是正文")
    wanted = [name for name in dict.fromkeys((input_.text, input_.id)) if name in names]
    changed, total, number = stamp(input_.path), file.metadata.num_rows, 0
    for rows in file.iter_batches(batch_size=_ROWS, columns=wanted):
        texts = rows.column(input_.text)
        ids = rows.column(input_.id).to_pylist() if input_.id in wanted else [None] * len(texts)
        for text, known in zip(texts, ids, strict=True):
            number += 1
            draft = _draft(input_, identity(known, number), text.as_py())
            yield draft._replace(mark=f"{number} {changed}", through=number / total)


def _draft(input_: Input, name: str, text: Any) -> Draft:
    if isinstance(text, str):
        return Draft(name, input_.path, "", 0, loader(text))
    if isinstance(text, bytes):

        def load() -> bytes:
            limit(len(text))
            return text

        return Draft(name, input_.path, "", 0, load)
    error = RecordError(f"列 {input_.text} 里不是文本")
    return broken(name, input_.path, error)
