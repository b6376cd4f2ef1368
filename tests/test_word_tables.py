"""Every row of the tables of wrong words finds what it is for, and spares what it says."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from speechlint import packs, sources
from speechlint.checkers.substitution import Substitution
from speechlint.document import Document
from speechlint.lexicon import Word, read
from speechlint.linter import Linter

WORDS = Path(packs.builtin(), "word")
TABLES = ("typo", "confusable", "variant")
CLEAN = Path(__file__).parent.parent.parent / "shared" / "corpus" / "clean"
# Stands beside a word and makes no other with it.
NEUTRAL = "□"


def rows(table: str) -> Iterator[tuple[Word, str]]:
    for wrong, right in packs.read_tsv(str(WORDS / f"{table}.tsv")):
        yield read(wrong), right


def checker(table: str) -> Substitution:
    return Substitution(words={word.key: right for word, right in rows(table)})


def found(checker: Substitution, text: str) -> list[tuple[str, str]]:
    (paragraph,) = Document(f"会议指出{text}这一条").paragraphs
    return [
        (f.values["match"], f.values["replacement"]) for f in checker.check_paragraph(paragraph)
    ]


def beside(condition: str) -> str:
    return condition[0] if condition and condition[0] != "^" else NEUTRAL


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_found(table: str) -> None:
    rule = checker(table)
    silent = [
        word.key
        for word, right in rows(table)
        if (word.text, right)
        not in found(rule, beside(word.before) + word.text + beside(word.after))
    ]

    assert silent == []


@pytest.mark.parametrize("table", TABLES)
def test_every_row_spares_what_its_brackets_say(table: str) -> None:
    loud = []
    for word, right in rows(table):
        alone = Substitution(words={word.key: right})
        edges = [(c, beside(word.after)) for c in word.before[1:] if word.before[0] == "^"]
        edges += [(beside(word.before), c) for c in word.after[1:] if word.after[0] == "^"]
        edges += [(NEUTRAL, beside(word.after))] if word.before[:1] not in {"", "^"} else []
        edges += [(beside(word.before), NEUTRAL)] if word.after[:1] not in {"", "^"} else []
        loud += [word.key for before, after in edges if found(alone, before + word.text + after)]

    assert loud == []


def test_no_word_stands_twice_nor_is_right_elsewhere() -> None:
    keys = [word.key for table in TABLES for word, _ in rows(table)]
    free = {word.text for table in TABLES for word, _ in rows(table) if not word.conditional}
    right = {right for table in TABLES for _, right in rows(table)}

    assert len(keys) == len(set(keys))
    assert free & right == set()


@pytest.mark.parametrize("table", TABLES)
def test_what_is_put_in_place_is_left_alone(table: str) -> None:
    rules = [checker(name) for name in TABLES]

    assert [
        right
        for word, right in rows(table)
        for rule in rules
        if found(rule, beside(word.before) + right + beside(word.after))
    ] == []


@pytest.mark.skipif(not CLEAN.is_dir(), reason="the published reports are not beside the checkout")
def test_published_reports_hold_these_errors_and_no_more() -> None:
    names = {f"word.{name}" for name in (*TABLES, "account", "as-of")}
    linter = Linter(r for r in packs.load_packs(packs.builtin()) if r.id in names)
    said = []
    for path in sorted(CLEAN.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        said += [
            (path.name[:4], text[d.span.start : d.span.end])
            for d in linter.lint(sources.document(text))
        ]

    assert said == [
        ("1999", "作好"),
        ("1999", "安全渡汛"),
        ("1999", "帐"),
        ("1999", "假帐"),
        ("1999", "公诸于众"),
        ("2001", "作好"),
        ("2001", "帐户"),
        ("2009", "签定"),
        ("2011", "做出新贡献"),
        ("2026", "倍受"),
    ]
