"""Tables that an office keeps in Excel: .csv (UTF-8 or GBK) and .xlsx, their rows by column."""

from __future__ import annotations

import csv
import os

from speechlint.record import NamedTuple
from speechlint.settings import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

_MOST = 5  # so many bad rows are told at once


class Row(NamedTuple):
    """A row and its line, the first being 1. Every column that was asked for is there."""

    line: int
    cells: dict[str, str]


class Sheet:
    """A table whose first row names its columns, in any order; other columns are left aside."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self._data = data
        self._faults: list[str] = []

    def rows(self, required: Sequence[str], optional: Sequence[str] = ()) -> Iterator[Row]:
        """Yield the rows that are not empty; raise ConfigError where a column is missing."""
        lines = iter(self._lines())
        number, head = next(((n, cells) for n, cells in lines if any(cells)), (1, []))
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

    def fault(self, row: Row, message: str) -> None:
        """Note what is wrong with a row."""
        self._faults.append(f"第 {row.line} 行：{message}")

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
        from speechlint.reading import ReadError, decode

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

        from openpyxl import load_workbook

        try:
            book = load_workbook(BytesIO(self._data), read_only=True, data_only=True)
            for number, cells in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
                yield number, [_text(cell) for cell in cells]
        except (OSError, KeyError, ValueError, IndexError) as error:
            raise ConfigError(
                f"{self.path}：不是完好的 .xlsx，请用 Excel 或 WPS 重新保存"
            ) from error
        except Exception as error:
            if type(error).__name__ not in ("BadZipFile", "InvalidFileException"):
                raise
            raise ConfigError(
                f"{self.path}：不是完好的 .xlsx，请用 Excel 或 WPS 重新保存"
            ) from error


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
