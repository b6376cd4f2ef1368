"""What the build makes of the table of site text is the table."""

from collections.abc import Iterator
from typing import Any

import pytest

from speechlint import boilerplate, firsts, packed, tables, vocabulary
from tests import proofs

TEXT = "本文由网友上传，下载本文需要积分。\n您的位置：首页 > 讲话\n😀上一篇：没有了\n楼 2.5%"


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    boilerplate.rows.cache_clear()
    yield
    boilerplate.rows.cache_clear()
    vocabulary.vocabulary.cache_clear()


def use(monkeypatch: pytest.MonkeyPatch, *, built: bool) -> None:
    site = vocabulary.built({"SITE": boilerplate.entries()}) if built else None
    made = {"SITE": boilerplate.built(), "WORDS": site} if built else {}
    monkeypatch.setattr(packed, "made", made.get)
    boilerplate.rows.cache_clear()
    vocabulary.vocabulary.cache_clear()


def within(text: str) -> dict[str, list[str]]:
    found = boilerplate.rows().within(text)
    return {literal: rows.split() for literal, rows in found if literal in text}


def test_what_the_build_wrote_is_used_and_says_what_the_table_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    use(monkeypatch, built=False)
    every, found = [*boilerplate.rows()], within(TEXT)
    use(monkeypatch, built=True)
    monkeypatch.setattr(tables, "rows", lambda _name: pytest.fail("read the table"))

    assert [*boilerplate.rows()] == every
    assert within(TEXT) == found


def test_every_literal_in_a_text_is_found_with_all_its_rows() -> None:
    expected: dict[str, list[str]] = {}
    for row in boilerplate.rows():
        for literal in row.literals:
            if literal in TEXT:
                expected.setdefault(literal, []).append(str(row.number))

    assert len(expected) > 10
    assert within(TEXT) == expected


def test_every_row_of_the_table_is_there_with_the_patterns_it_names() -> None:
    table = [row for row in tables.rows("scrape/site.tsv") if row[0] != "let"]
    rows = [*boilerplate.rows()]

    assert [(row.how, row.key) for row in rows] == [(how, k) for how, k, _ in table]
    names = [f"{{{key}}}" for how, key, _ in tables.rows("scrape/site.tsv") if how == "let"]
    assert not [row for row in rows if any(name in row.pattern for name in names)]


def test_a_row_may_have_literals_of_one_character(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    (tmp_path / "scrape").mkdir()
    (tmp_path / "scrape/site.tsv").write_text(
        "let\tx\t一+\nline\t甲|乙丙\t甲{x}\n", encoding="utf-8"
    )
    monkeypatch.setattr(tables, "folder", lambda: str(tmp_path))
    use(monkeypatch, built=False)

    assert [*boilerplate.rows()] == [boilerplate.Row(0, "line", "甲", "甲|乙丙", "甲一+")]
    assert within("甲乙丙") == {"甲": ["0"], "乙丙": ["0"]}


def test_what_a_row_may_begin_with_is_true_of_all_that_the_engine_knows() -> None:
    assert firsts.characters(r"(?:甲|乙?[丙丁]|[a-b]\d)x") == "ABab丁丙乙甲"
    assert "\u3000" in firsts.characters(r"\s*k")
    assert set("kK\u212a") < set(firsts.characters(r"\s*k"))
    for anything in ("甲?", "[^甲]乙", ".甲", r"\d甲", "[一-龥]甲", "Я"):
        assert firsts.characters(anything) == ""


def test_no_row_begins_otherwise_than_it_says() -> None:
    proved = 0
    for row in boilerplate.rows():
        if row.begins:
            try:
                known = proofs.begins(row.pattern)
            except ValueError:  # space
                continue
            proved += 1
            assert known <= {*row.begins, *row.begins.lower(), *row.begins.upper()}, row.pattern
    assert proved > 25
