"""What an office keeps beside its configuration: strings to allow, words, people, figures.

Each file is read once, and again when it has changed.
"""

from __future__ import annotations

import os

from speechlint.errors import ConfigError
from speechlint.light import lru_cache
from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.settings import fault, inside
from speechlint.sheets import Sheet, read_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from speechlint.config import Config
    from speechlint.settings import Layer
    from speechlint.sheets import Row

_NAME = regex(r"[㐀-鿿𠀀-𲎯][㐀-鿿𠀀-𲎯·]*[㐀-鿿𠀀-𲎯]")
_APART = regex(r"[、，,；;\s]+")


def options_for(needs: str, config: Config) -> dict[str, Any]:
    """Return the options of a rule that needs a setting; raise ConfigError."""
    if needs == "words":
        found: dict[str, Word] = {}
        for path in config.words:  # the last has the last word
            found |= words(path, *_stamp(path, config, needs))
        return {
            "words": {wrong: word.right for wrong, word in found.items()},
            "notes": {wrong: word.note for wrong, word in found.items() if word.note},
        }
    if needs == "facts":
        from speechlint.factsheets import facts

        rows: dict[tuple[str, ...], Mapping[str, str]] = {}
        for path in config.facts:
            rows |= facts(path, *_stamp(path, config, needs))
        return {"facts": tuple(rows.values())}
    people = roster(config.roster, *_stamp(config.roster, config, needs))
    return {
        "people": {name: "、".join(person.titles) for name, person in people.items()},
        "order": {name: str(p.rank) for name, p in people.items() if p.rank is not None},
    }


def _stamp(path: str, config: Config, key: str) -> tuple[int, int]:
    try:
        stat = os.stat(path)
    except OSError as error:
        from speechlint.oserrors import reason

        file = next((x.file for x in config.layers if _names(x, key, path)), config.file)
        raise fault(file, [key], f"{key}：读不到 {path}（{reason(error)}）") from error
    return stat.st_size, stat.st_mtime_ns


def _names(layer: Layer, key: str, path: str) -> bool:
    return key in layer.table and layer.path(layer.table[key]) == path


class Word(NamedTuple):
    """What to write in the place of a word (nothing where it is not to be used), and why."""

    right: str
    note: str


@lru_cache(maxsize=16)
def words(path: str, *stamp: int) -> Mapping[str, Word]:
    """Read a table 误, 正, 说明; raise ConfigError with the lines of bad rows."""
    del stamp
    sheet = Sheet(path, read_bytes(path))
    found: dict[str, Word] = {}
    lines: dict[str, int] = {}
    for row in sheet.rows(("误", "正"), ("说明",)):
        wrong, right = row.cells["误"], row.cells["正"]
        if not wrong:
            sheet.fault(row, "“误”是空的")
        elif wrong == right:
            sheet.fault(row, f"“误”和“正”都是“{wrong}”")
        elif wrong in found and found[wrong].right != right:
            before = f"第 {lines[wrong]} 行写作“{found[wrong].right}”"
            sheet.fault(row, f"“{wrong}”的“正”是“{right}”，{before}，只能留一个")
        else:
            found[wrong] = Word(right, row.cells["说明"])
            lines.setdefault(wrong, row.line)
    sheet.close()
    return found


class Person(NamedTuple):
    """Somebody's titles, and the place among the others (None where it is not known)."""

    titles: tuple[str, ...]
    rank: int | None


@lru_cache(maxsize=16)
def roster(path: str, *stamp: int) -> Mapping[str, Person]:
    """Read a table 姓名, 职务, 次序; raise ConfigError with the lines of bad rows."""
    del stamp
    sheet = Sheet(path, read_bytes(path))
    found: dict[str, Person] = {}
    lines: dict[str, int] = {}
    for row in sheet.rows(("姓名",), ("职务", "次序")):
        name = "".join(row.cells["姓名"].split())
        rank = row.cells["次序"]
        if wrong := _wrong(name, rank):
            sheet.fault(row, wrong)
            continue
        person = _person(row)
        before = found.get(name)
        if before and person.rank != before.rank and None not in (person.rank, before.rank):
            sheet.fault(
                row, f"{name}的次序是 {rank}，第 {lines[name]} 行是 {before.rank}，只能留一个"
            )
            continue
        if before:  # several rows of one person
            titles = tuple(dict.fromkeys([*before.titles, *person.titles]))
            person = Person(titles, before.rank if person.rank is None else person.rank)
        found[name] = person
        lines.setdefault(name, row.line)
    sheet.close()
    return found


def _wrong(name: str, rank: str) -> str:
    """Return what is wrong with a row of the roster, or nothing."""
    if not name:
        return "“姓名”是空的"
    if not _NAME.fullmatch(name):
        return f"“{name}”不像姓名，应是两个以上的汉字（可有间隔号 ·）"
    if rank and not rank.isdecimal():
        return f"次序“{rank}”应是整数"
    return ""


def _person(row: Row) -> Person:
    titles = tuple(title for title in _APART.split(row.cells["职务"]) if title)
    return Person(titles, int(row.cells["次序"]) if row.cells["次序"] else None)


def allowed(layer: Layer, name: str) -> list[str]:
    """Return the strings of an allow file: one a line, `#` begins a comment.

    UTF-8 or GBK, in the folder of the configuration. Raise ConfigError where the file cannot
    be read.
    """
    from speechlint.errors import ReadError
    from speechlint.reading import decode

    path = layer.path(name)
    if not inside(path, os.path.dirname(os.path.abspath(layer.file))):
        raise fault(
            layer.file,
            ["allow"],
            f"allow：{path} 要在这个配置文件所在的文件夹里；别处的名单请用 extend 引用那里的配置",
        )
    try:
        text = decode(read_bytes(path)).text
    except ReadError as error:
        raise ConfigError(f"{path}：{error}") from error
    except ConfigError as error:
        raise fault(layer.file, ["allow"], f"allow：{error}") from error
    lines = (line.strip() for line in text.replace("\r", "\n").split("\n"))
    return [line for line in lines if line and not line.startswith("#")]
