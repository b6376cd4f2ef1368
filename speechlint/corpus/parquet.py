"""Tables of JSON Lines as Parquet."""

from __future__ import annotations

import os
import tempfile
from io import BytesIO
from itertools import islice

from speechlint.corpus.columns import arrow
from speechlint.corpus.lines import LEVELS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_ROWS = 50_000  # of a row group: some 30 MB of diagnostics


def convert(source: str, target: str, table: str) -> None:
    """Write a file of JSON Lines as Parquet, whole or not at all; raise OSError."""
    arrow()
    from pyarrow import json, parquet

    schema = _schema(table)
    options = json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error")
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".speechlint-")
    try:
        with (
            open(source, "rb") as lines,
            os.fdopen(handle, "wb") as stream,
            parquet.ParquetWriter(stream, schema, compression="zstd") as writer,
        ):
            while chunk := b"".join(islice(lines, _ROWS)):
                whole = json.ReadOptions(block_size=len(chunk))
                rows = json.read_json(BytesIO(chunk), read_options=whole, parse_options=options)
                writer.write_table(rows, row_group_size=_ROWS)
            writer.close()
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise


def _schema(table: str) -> Any:
    import pyarrow as pa

    def text(*names: str) -> list[Any]:
        return [pa.field(name, pa.string()) for name in names]

    def number(*names: str) -> list[Any]:
        return [pa.field(name, pa.int64()) for name in names]

    if table == "summary":
        return pa.schema([*text("rule", "kind"), *number("documents", *LEVELS)])
    key = [*number("document"), *text("id")]
    if table != "diagnostics":
        return pa.schema(
            [
                *key,
                *text("status", "reason", "message", "encoding", "unit"),
                *number("characters", "blanks", *LEVELS),
            ]
        )
    span = pa.field("span", pa.struct(number("start", "end")))
    place = pa.struct(number("line", "column"))
    edit = pa.struct([span, *text("replacement")])
    fix = pa.struct([*text("title", "applicability"), pa.field("edits", pa.list_(edit))])
    return pa.schema(
        [
            *key,
            *text("rule", "kind", "severity", "message"),
            span,
            pa.field("start", place),
            pa.field("end", place),
            pa.field("related", pa.list_(pa.struct([span, *text("message")]))),
            pa.field("fix", fix),
        ]
    )
