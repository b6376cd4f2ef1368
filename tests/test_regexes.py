"""An expression put together again is the one the compiler makes."""

import importlib
import re
import sys
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint import firsts, literals, prepare, regexes

ROOT = Path(__file__).parent.parent
TEXT = "".join(f.read_text(encoding="utf-8") for f in sorted((ROOT / "examples").glob("*.txt")))
TEXT += "".join(
    re.findall(
        "(?m)^(?:bad|good) *= *(.*)",
        "".join(f.read_text(encoding="utf-8") for f in sorted((ROOT / "rules").glob("*/*.toml"))),
    )
)


def table() -> dict[tuple[str, int], Any]:
    names: dict[str, Any] = {}
    exec(prepare.files()["_regexes.py"], names)  # noqa: S102 (our own output)
    found: dict[tuple[str, int], Any] = names["TABLE"]
    return found


def test_every_expression_comes_back() -> None:
    rows = table()

    assert len(rows) > 50
    for (pattern, flags), row in rows.items():
        if flags == regexes.WORDS:
            continue
        made = regexes.assembled(pattern, row)
        whole = re.compile(pattern, flags)
        assert [m.regs for m in made.finditer(TEXT)] == [m.regs for m in whole.finditer(TEXT)]
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


_SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥.|[]^-\\\\"


@given(
    st.one_of(
        st.lists(st.text("甲乙丙.|", min_size=1, max_size=4), min_size=1),
        st.lists(st.text(_SIGNS, min_size=1, max_size=3), min_size=30),
    ),
    st.one_of(st.text("甲乙丙丁.|", max_size=30), st.text(_SIGNS, max_size=60)),
)
def test_words_put_together_find_what_each_of_them_finds(words: list[str], text: str) -> None:
    def longest(at: int) -> str:
        return max((w for w in words if text.startswith(w, at)), key=len, default="")

    found = {m.start(): m[0] for m in re.finditer(literals.expression(words), text)}
    expected, free = {}, 0
    for at in range(len(text)):
        if at >= free and (word := longest(at)):
            expected[at], free = word, at + len(word)

    assert found == expected
    assert {m.start(): m[0] for m in regexes.any_of(words).finditer(text)} == expected


def test_the_build_knows_the_words_that_drafts_are_asked_for() -> None:
    rows = {key: row for key, row in table().items() if key[1] == regexes.WORDS}

    assert len(rows) > 10
    for (listed, _), row in rows.items():
        made = regexes.assembled(listed, row)
        assert all(made.fullmatch(word) for word in listed.split("\n"))


def test_the_engine_knows_what_a_match_may_begin_with() -> None:
    new = sys.version_info >= (3, 11)
    compiler: Any = importlib.import_module("re._compiler" if new else "sre_compile")
    parser: Any = importlib.import_module("re._parser" if new else "sre_parse")

    def told(pattern: str) -> bool:
        with firsts.widened(compiler):
            info = compiler._code(parser.parse(pattern), 0)
        return bool(info[2] & 0b101)  # a prefix, or a set of characters

    assert all(map(told, ["(?<![0-9])年", "(?:第)?[一二]个", "[甲乙]|丙+"]))
    assert not any(map(told, [".年", "[^甲]", "甲*", "(?i:a)"]))
