"""Tables that an office keeps in Excel: .csv (UTF-8 or GBK) and .xlsx, their rows by column."""

from __future__ import annotations

import csv
import os
from decimal import Decimal

from speechlint.errors import ConfigError
from speechlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

_LARGEST = 64 << 20  # bytes of a workbook, unpacked: a million rows
_MOST = 5  # so many bad rows are told at once


def read_bytes(path: str) -> bytes:
    """Return the bytes of a file; raise ConfigError."""
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except OSError as error:
        from speechlint.oserrors import reason

        raise ConfigError(f"读不到 {path}（{reason(error)}）") from error


class Row(NamedTuple):
    """A row and its line, the first being 1. Every column that was asked for is there."""

    line: int
    cells: dict[str, str]


class Sheet:
    """A table whose first row names its columns, in any order; other columns are left aside."""

    def __init__(self, path: str, data: bytes, names: Mapping[str, str] | None = None) -> None:
        """Take the bytes of a file; `names` are other names of columns, and the usual ones."""
        self.path = path
        self._data = data
        self._names = names or {}
        self._faults: list[str] = []

    def rows(self, required: Sequence[str], optional: Sequence[str] = ()) -> Iterator[Row]:
        """Yield the rows that are not empty; raise ConfigError where a column is missing."""
        lines = iter(self._lines())
        number, head = next(((n, cells) for n, cells in lines if any(cells)), (1, []))
        head = [self._names.get(name.lower(), name) for name in head]
        if missing := [name for name in required if name not in head]:
            raise ConfigError(
                f"{self.path}：第 {number} 行：缺少“{'”“'.join(missing)}”一列，"
                f"第一行应是表头：{self._wanted(required, optional)}"
                + ("；各列要用英文逗号隔开" if any("，" in cell for cell in head) else "")
            )
        places = {name: head.index(name) for name in (*required, *optional) if name in head}
        for number, cells in lines:
            if any(cells):
                found = {name: cells[at] if at < len(cells) else "" for name, at in places.items()}
                yield Row(number, {**dict.fromkeys(optional, ""), **found})

    def fault(self, row: Row, message: str, column: str = "") -> None:
        """Note what is wrong with a row, or with its cell in a column."""
        where = f"第 {row.line} 行“{column}”一列" if column else f"第 {row.line} 行"
        self._faults.append(f"{where}：{message}")

    def close(self) -> None:
        """Raise ConfigError where rows were wrong, naming the first of them."""
        if self._faults:
            more = len(self._faults) - _MOST
            rest = f"；另有 {more} 行" if more > 0 else ""
            raise ConfigError(f"{self.path}：{'；'.join(self._faults[:_MOST])}{rest}")

    @staticmethod
    def _wanted(required: Iterable[str], optional: Iterable[str]) -> str:
        return "、".join([*required, *(f"{name}（可省）" for name in optional)])

    def _lines(self) -> Iterator[tuple[int, list[str]]]:
        suffix = os.path.splitext(self.path)[1].lower()
        return self._xlsx() if suffix in (".xlsx", ".xlsm") else self._csv(suffix)

    def _csv(self, suffix: str) -> Iterator[tuple[int, list[str]]]:
        from speechlint.errors import ReadError
        from speechlint.reading import decode

        if suffix == ".xls":
            raise ConfigError(f"{self.path}：旧的 .xls 读不了，请另存为 .xlsx 或 .csv")
        try:
            text = decode(self._data).text
        except ReadError as error:
            raise ConfigError(f"{self.path}：{error}") from error
        first = text.lstrip().partition("\n")[0]
        mark = "\t" if "\t" in first else ","  # what is copied out of Excel has tabs
        reader = csv.reader(
            text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), delimiter=mark, strict=True
        )
        last = 0
        try:
            for cells in reader:
                yield last + 1, [cell.strip() for cell in cells]
                last = reader.line_num
        except csv.Error as error:
            raise ConfigError(f"{self.path}：第 {last + 1} 行：引号没有成对") from error

    def _xlsx(self) -> Iterator[tuple[int, list[str]]]:
        from io import BytesIO
        from zipfile import ZipFile

        from openpyxl import load_workbook

        try:
            with ZipFile(BytesIO(self._data)) as package:
                size = sum(info.file_size for info in package.infolist())
            if size <= _LARGEST:
                book = load_workbook(BytesIO(self._data), read_only=True, data_only=True)
                for number, cells in enumerate(book.worksheets[0].iter_rows(), 1):
                    yield number, [_shown(cell.value, cell.number_format) for cell in cells]
                return
        except Exception as error:  # of a damaged file the library raises whatever comes
            raise ConfigError(
                f"{self.path}：不是完好的 .xlsx，请用 Excel 或 WPS 重新保存"
            ) from error
        raise ConfigError(f"{self.path}：解压后超过 {_LARGEST >> 20} MB，不像一张表，没有读")


def _shown(value: Any, form: str) -> str:
    """Return what a cell shows: 12.0 in a cell of two decimals is 12.00, 0.082 as % is 8.2%."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return str(value).strip()
    form = form.partition(";")[0]
    places = form.rpartition(".")[2].count("0") if "." in form else 0
    number = Decimal(repr(value)) * (100 if "%" in form else 1)
    whole, _, decimals = f"{number:f}".partition(".")
    decimals = decimals.rstrip("0").ljust(places, "0")
    return whole + (f".{decimals}" if decimals else "") + ("%" if "%" in form else "")
