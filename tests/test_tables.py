"""Tables that stand beside the rules."""

from pathlib import Path

import pytest

from speechlint import tables


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "folder", lambda: str(tmp_path))
    (tmp_path / "pack").mkdir()
    text = "# a comment\n# another\n甲\t1,2\n\n乙\t3,4\n"
    (tmp_path / "pack" / "t.tsv").write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("rules")
def test_rows_pass_over_comments_and_empty_lines() -> None:
    assert list(tables.rows("pack/t.tsv")) == [["甲", "1,2"], ["乙", "3,4"]]


@pytest.mark.usefixtures("rules")
def test_a_word_and_the_rest_of_its_row(tmp_path: Path) -> None:
    (tmp_path / "pack" / "t.tsv").write_bytes(
        b"# head\r\n\xe7\x94\xb2\t1\t2\r\n\xe4\xb9\x99\t3\r\n"
    )

    assert tables.by_word("pack/t.tsv") == {"甲": "1\t2", "乙": "3"}


@pytest.mark.usefixtures("rules")
def test_words_are_parted_by_any_space() -> None:
    assert tables.words("pack/t.tsv") == {"甲", "1,2", "乙", "3,4"}


@pytest.mark.parametrize("name", ["scrape/words.txt", "scrape/phrases.txt"])
def test_a_sorted_list_holds_its_words_and_no_others(name: str) -> None:
    words, found = tables.words(name), tables.Sorted(name)

    assert all(word in found for word in words)
    parts = {word[:n] for word in words for n in range(len(word))}
    others = {
        "",
        " ",
        "\n",
        "\t",
        *parts,
        *(word + "一" for word in words),
        *(w + " " for w in words),
    }
    assert not [word for word in others - words if word in found]


def test_a_sorted_table_says_what_stands_beside_a_word() -> None:
    cells = [
        cell for row in tables.text("scrape/edges.txt").split("\n")[1:] for cell in row.split(" ")
    ]
    rows = dict(cell.split("\t") for cell in cells if cell)
    found = tables.Sorted("scrape/edges.txt")

    assert len(rows) > 2000
    assert {word: found.get(word) for word in rows} == rows
    assert [found.get(word) for word in ("", "\t", "一\t", "-5,10", "鿿鿿", "\uffff")] == [None] * 6
