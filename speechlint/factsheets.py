"""Fact sheets: .csv or .xlsx with Chinese columns, .toml with [[facts]] tables → rows.

A row is a table of strings, as `views.facts` reads it.
"""

from __future__ import annotations

import os

from speechlint.errors import ConfigError
from speechlint.light import lru_cache
from speechlint.sheets import Sheet, read_bytes
from speechlint.views.facts import COLUMNS, Fact, FactError, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

_MOST = 5  # so many bad rows are told at once
_REQUIRED = ("指标", "时期", "数值", "单位")
_OPTIONAL = ("别名", "地区")
# What tables of statistics call their columns.
_SYNONYMS = {
    "指标名称": "指标",
    "别称": "别名",
    "时间": "时期",
    "年份": "时期",
    "期间": "时期",
    "数据": "数值",
    "计量单位": "单位",
    "区域": "地区",
}
_ENGLISH = {chinese: english for english, chinese in COLUMNS.items()}

Key = tuple[str, ...]


@lru_cache(maxsize=16)
def facts(path: str, *stamp: int) -> Mapping[Key, Mapping[str, str]]:
    """Read a sheet: rows by indicator, period, place and what they measure.

    Raise ConfigError with the lines and columns of what is wrong.
    """
    del stamp
    toml = os.path.splitext(path)[1].lower() == ".toml"
    return _toml(path) if toml else _table(path)


def _table(path: str) -> dict[Key, Mapping[str, str]]:
    sheet = Sheet(path, read_bytes(path), COLUMNS | _SYNONYMS)
    found: dict[Key, Mapping[str, str]] = {}
    lines: dict[Key, int] = {}
    for row in sheet.rows(_REQUIRED, _OPTIONAL):
        where = f"{os.path.basename(path)} 第 {row.line} 行，"
        cells = {_ENGLISH[name]: cell for name, cell in row.cells.items()} | {"source": where}
        try:
            _add(found, lines, cells, row.line)
        except FactError as error:
            sheet.fault(row, str(error), error.column)
    sheet.close()
    return found


def _add(
    found: dict[Key, Mapping[str, str]], lines: dict[Key, int], cells: dict[str, str], line: int
) -> None:
    """Add a row; raise FactError where it is wrong, or contradicts an earlier one."""
    fact = read(cells)
    key = _key(fact)
    before = found.get(key)
    if before and (before["value"], before["unit"]) != (cells["value"], cells["unit"]):
        said = f"“{cells['indicator']}”{cells['period']}的数值是“{cells['value']}”"
        raise FactError("数值", f"{said}，第 {lines[key]} 行写作“{before['value']}”，只能留一个")
    found.setdefault(key, cells)
    lines.setdefault(key, line)


def _key(fact: Fact) -> Key:
    return (fact.names[0], fact.period, fact.place, fact.quantity.dimension, str(fact.change))


def _toml(path: str) -> dict[Key, Mapping[str, str]]:
    """Read [[facts]] tables; a number keeps the digits it is written with."""
    from speechlint.errors import ReadError
    from speechlint.reading import decode
    from speechlint.toml import TomlError, loads

    try:
        source = decode(read_bytes(path)).text
        table = loads(source, parse_float=str)
    except (ReadError, TomlError) as error:
        raise ConfigError(f"{path}：{error}") from error
    rows = table.get("facts")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ConfigError(f"{path}：应有一个或几个 [[facts]]，每个写 {'、'.join(COLUMNS)}")
    found: dict[Key, Mapping[str, str]] = {}
    lines: dict[Key, int] = {}
    faults = [
        f"第 {line} 行起的 [[facts]]：“{fault.column}”：{fault}"
        for row, line in zip(rows, _lines(source, len(rows)), strict=True)
        if (fault := _fault(found, lines, row, path, line))
    ]
    if faults:
        more = f"；另有 {len(faults) - _MOST} 处" if len(faults) > _MOST else ""
        raise ConfigError(f"{path}：{'；'.join(faults[:_MOST])}{more}")
    return found


def _fault(
    found: dict[Key, Mapping[str, str]],
    lines: dict[Key, int],
    row: Mapping[str, Any],
    path: str,
    line: int,
) -> FactError | None:
    """Add a table to what was found; return what is wrong with it."""
    where = f"{os.path.basename(path)} 第 {line} 行，"
    try:
        _add(found, lines, {**dict(_cells(row)), "source": where}, line)
    except FactError as error:
        return error
    return None


def _lines(source: str, count: int) -> list[int]:
    """Return the lines on which the tables begin, the first line for those written otherwise."""
    rows = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    heads = [n for n, row in enumerate(rows, 1) if row.strip().startswith("[[facts]]")]
    return heads if len(heads) == count else [1] * count


def _cells(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the cells of a table as strings; raise FactError."""
    for key, value in row.items():
        name = _ENGLISH.get(key, key)
        if name not in COLUMNS:
            from speechlint.options import nearest

            raise FactError(key, f"没有 {key} 这一项{nearest(key, COLUMNS)}")
        several = name == "aliases" and isinstance(value, list)
        if isinstance(value, (bool, dict, list)) and not several:
            raise FactError(COLUMNS[name], f"{key} 应是字符串或数")
        yield name, "、".join(map(str, value)) if several else str(value)
    for name in ("indicator", "period", "value", "unit"):
        if name not in row and COLUMNS[name] not in row:
            raise FactError(COLUMNS[name], f"缺少 {name}")
