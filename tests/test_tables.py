"""Tables that stand beside the rules."""

import os
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


def test_every_rule_file_and_table_has_its_stamp(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tables, "folder", lambda: str(tmp_path))
    (tmp_path / "pack").mkdir()
    (tmp_path / "a.toml").touch()
    for name in ("r.toml", "t.tsv", "w.txt", "README.md"):
        (tmp_path / "pack" / name).write_text("甲", encoding="utf-8")

    names, sizes, times = tables.stamps()

    assert names.split("\n") == ["pack/r.toml", "pack/t.tsv", "pack/w.txt"]
    assert sizes == 9
    os.utime(tmp_path / "pack" / "t.tsv", ns=(0, 1))
    assert tables.stamps()[:2] == (names, sizes)
    assert tables.stamps()[2] != times
    (tmp_path / "pack" / "w.txt").write_text("甲乙", encoding="utf-8")
    assert tables.stamps()[1] == 12
