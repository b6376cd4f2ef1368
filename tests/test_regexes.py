"""An expression put together again is the one the compiler makes."""

import importlib
import marshal
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint import classes, firsts, literals, prepare, regexes

ROOT = Path(__file__).parent.parent
TEXT = "".join(f.read_text(encoding="utf-8") for f in sorted((ROOT / "examples").glob("*.txt")))
TEXT += "".join(
    re.findall(
        "(?m)^(?:bad|good) *= *(.*)",
        "".join(f.read_text(encoding="utf-8") for f in sorted((ROOT / "rules").glob("*/*.toml"))),
    )
)


def table() -> dict[tuple[str, int], Any]:
    """Return the rows of all expressions and words that the build asks for."""
    known = regexes.Known(prepare.files()[regexes.FILE])
    rows = {key: known.row(*key) for key in regexes._asked}
    assert all(rows.values())
    return rows


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


@pytest.fixture
def another(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[object], None]]:
    """Let what the build wrote be other bytes, or an error."""

    def become(what: object) -> None:
        def mapped(name: str) -> bytes:
            del name
            if isinstance(what, bytes):
                return what
            raise OSError

        monkeypatch.setattr(regexes, "mapped", mapped)
        regexes._known.cache_clear()
        regexes.regex.cache_clear()

    yield become
    monkeypatch.undo()
    regexes._known.cache_clear()
    regexes.regex.cache_clear()


def packed(pattern: str, row: object) -> bytes:
    """Return the file of one expression, with any row."""
    return regexes._packed([((pattern, 0), row)])  # type: ignore[list-item]


def test_what_the_build_wrote_is_used(another: Callable[[object], None]) -> None:
    regexes.regex("甲[乙丙]")
    another(packed("丁", table()["甲[乙丙]", 0]))

    assert regexes.regex("丁").search("甲丙")  # or this file tries nothing


def test_that_of_another_python_is_not(
    another: Callable[[object], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = regexes.engine()
    monkeypatch.setattr(regexes, "engine", lambda: (2, 7, *now[2:]))
    old = packed("甲", ([1, 2, 3], 0, {}, 0))
    monkeypatch.undo()
    another(old)

    assert regexes.regex("甲").search("甲")


@pytest.mark.parametrize("broken", [b"", b"nonsense", b"\5\0\0\0" + marshal.dumps(3), None])
def test_without_a_file_that_fits_expressions_are_compiled_as_usual(
    another: Callable[[object], None], broken: bytes | None
) -> None:
    another(broken)

    assert regexes.regex("甲").search("甲")


def test_expressions_with_one_number_are_kept_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regexes, "_number", lambda _: 1)
    rows: dict[tuple[str, int], Any] = {(w, 0): ([ord(w)], 1, {w: 1}, 0) for w in "甲乙丙"}
    known = regexes.Known(regexes._packed(rows.items()))

    assert [known.row(word, 0) for word in "甲乙丙"] == [*rows.values()]
    assert known.row("丁", 0) is None
    known = regexes.Known(regexes._packed([(("甲乙", 0), ([], 0, {}, 0))]))
    assert known.row("甲", 0) is None  # only begins like one that is known


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


def test_it_knows_expressions_that_no_example_asks_for() -> None:
    code = """
from speechlint import notes, packs, prepare, regexes, speeches
known = regexes.Known(prepare.files()[regexes.FILE])
rules = {rule.id: rule for rule in packs.load_packs(packs.builtin())}
rows = [*packs.options_of(rules["word.outdated"])["words"], notes._PAGE, speeches._HEAD.pattern]
print(len(rows), [row for row in rows if not known.row(row, 0)])
"""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    count, _, missing = done.stdout.partition(" ")

    assert int(count) > 20
    assert missing == "[]\n"


NEW = sys.version_info >= (3, 11)
compiler: Any = importlib.import_module("re._compiler" if NEW else "sre_compile")
parser: Any = importlib.import_module("re._parser" if NEW else "sre_parse")


def test_the_engine_knows_what_a_match_may_begin_with() -> None:
    def told(pattern: str) -> bool:
        with firsts.widened(compiler):
            info = compiler._code(parser.parse(pattern), 0)
        return bool(info[2] & 0b101)  # a prefix, or a set of characters

    assert all(map(told, ["(?<![0-9])年", "(?:第)?[一二]个", "[甲乙]|丙+"]))
    assert not any(map(told, [".年", "[^甲]", "甲*", "(?i:a)"]))


@pytest.mark.parametrize(
    ("pattern", "shorter"),
    [
        ("甲[一三五七九。]", True),
        ("甲[^一三五七九。]", True),
        ("甲[一-三五-亿千-升。；]", True),
        ("甲[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜]", False),
        ("甲[丙-壬]", False),
        ("(?i:甲[一三五a])", False),
    ],
)
def test_a_class_is_listed_where_its_table_takes_more_room(pattern: str, *, shorter: bool) -> None:
    plain = len(compiler._code(parser.parse(pattern), 0))
    with classes.short(compiler):
        made = len(compiler._code(parser.parse(pattern), 0))

    assert (plain - made > 60) is shorter
    assert len(compiler._code(parser.parse(pattern), 0)) == plain  # as before


def test_what_is_in_most_texts_is_compared_first() -> None:
    def first(pattern: str) -> tuple[int, ...]:
        with classes.short(compiler):
            code = compiler._code(parser.parse(pattern), 0)
        at = code.index(compiler.IN)
        return tuple(code[at + 2 : at + 5])

    assert first("甲[^，。；：]") == (compiler.RANGE, 0x3003, 0xFF0B)
    assert first("甲[，。；：]")[:2] == (compiler.NEGATE, compiler.RANGE)
    assert first("甲\\d")[:2] == (compiler.NEGATE, compiler.RANGE)
    assert first("甲[^\\W\\d_]") == (compiler.RANGE, 0x4E00, 0x9FA5)


_MEMBERS = st.one_of(
    st.characters(codec="utf-8").map(regexes.escape),
    st.sampled_from(["\\d", "\\D", "\\s", "\\S", "\\w", "\\W", "一-龥", "丁-\U0010ffff", "\0-甲"]),
)


@given(st.lists(_MEMBERS, min_size=1, max_size=40), st.booleans(), st.text())
def test_a_class_holds_what_it_held(members: list[str], negated: bool, text: str) -> None:  # noqa: FBT001
    pattern = f"[{'^' * negated}{''.join(members)}]"
    whole = re.compile(pattern)
    with classes.short(compiler):
        code = compiler._code(parser.parse(pattern), 0)
    made = regexes.assembled(pattern, (code, 0, {}, whole.flags))

    for each in (text, "".join(members), "\0甲乙一龥龦，。5 \n\U0010ffff"):
        assert made.findall(each) == whole.findall(each)


def test_a_letter_of_an_expression_that_knows_only_ascii_is_none_of_ours() -> None:
    pattern = "甲[\\w，。；：、]"
    regexes.regex(pattern, regexes.ASCII)
    made = regexes.assembled(pattern, table()[pattern, regexes.ASCII])

    assert [bool(made.match(text)) for text in ("甲乙", "甲b", "甲，")] == [False, True, True]
