"""An expression put together again is the one the compiler makes."""

import re
from typing import Any, ClassVar

import pytest

from speechlint import prepare, regexes


def table() -> dict[tuple[str, int], Any]:
    names: dict[str, Any] = {}
    exec(prepare.files()["_regexes.py"], names)  # noqa: S102 (our own output)
    found: dict[tuple[str, int], Any] = names["TABLE"]
    return found


def test_every_expression_comes_back() -> None:
    rows = table()

    assert len(rows) > 50
    for (pattern, flags), row in rows.items():
        made = regexes.assembled(pattern, row)
        whole = re.compile(pattern, flags)
        assert made == whole
        assert made.groupindex == whole.groupindex
        assert [made.pattern, made.flags] == [whole.pattern, whole.flags]


def test_groups_keep_their_names() -> None:
    pattern = "(?P<year>[0-9]{4})年(?P<month>[0-9]+)月"
    regexes.regex(pattern)
    match = regexes.assembled(pattern, table()[pattern, 0]).search("2024年3月")

    assert match
    assert match.groupdict() == {"year": "2024", "month": "3"}
    assert match.lastgroup == "month"


def test_a_table_of_another_python_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    class Module:
        ENGINE = (2, 7, 0, 0)
        TABLE: ClassVar[dict[tuple[str, int], Any]] = {("甲", 0): (b"nonsense", 0, {}, 0)}

    monkeypatch.setitem(__import__("sys").modules, "speechlint._regexes", Module)
    monkeypatch.setattr("speechlint._regexes", Module, raising=False)
    regexes._table.cache_clear()
    regexes.regex.cache_clear()
    try:
        assert regexes.regex("甲").search("甲")
    finally:
        regexes._table.cache_clear()
        regexes.regex.cache_clear()


def test_a_wrong_expression_is_told_as_usual() -> None:
    with pytest.raises(re.error, match="unterminated"):
        regexes.regex("[甲")
