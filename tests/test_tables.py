"""Tables that stand beside the rules."""

import os
from collections.abc import Callable
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

    names, sizes, times, packs, _ = tables.stamps()

    assert names.split("\n") == ["pack/r.toml", "pack/t.tsv", "pack/w.txt"]
    assert (sizes, packs) == (9, "pack")
    os.utime(tmp_path / "pack" / "t.tsv", ns=(0, 1))
    assert tables.stamps()[:2] == (names, sizes)
    assert tables.stamps()[2] != times
    (tmp_path / "pack" / "w.txt").write_text("甲乙", encoding="utf-8")
    assert tables.stamps()[1] == 12


def _edited(pack: Path) -> None:
    (pack / "t.tsv").write_text("乙", encoding="utf-8")


def _touched(pack: Path) -> None:
    os.utime(pack / "t.tsv", ns=(0, 1))


def _put_in_its_place(pack: Path) -> None:
    (pack / "new").write_text("甲乙", encoding="utf-8")
    (pack / "new").replace(pack / "t.tsv")


def _added(pack: Path) -> None:
    (pack / "u.tsv").touch()
    os.utime(pack / "u.tsv", ns=(0, 0))


def _renamed(pack: Path) -> None:
    (pack / "t.tsv").rename(pack / "u.tsv")


def _removed(pack: Path) -> None:
    (pack / "t.tsv").unlink()


def _another_folder(pack: Path) -> None:
    (pack.parent / "empty" / "t.toml").touch()


def _more_beside(pack: Path) -> None:
    (pack / "README.md").touch()
    (pack / ".t.tsv.swp").touch()


@pytest.mark.parametrize("checkout", [True, False])
@pytest.mark.parametrize(
    ("change", "same"),
    [
        (lambda _pack: None, True),
        (_more_beside, True),
        *((change, False) for change in (_edited, _touched, _put_in_its_place)),
        *((change, False) for change in (_added, _renamed, _removed, _another_folder)),
    ],
)
def test_no_change_goes_unnoticed(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    change: Callable[[Path], None],
    same: bool,  # noqa: FBT001
    checkout: bool,  # noqa: FBT001
) -> None:
    root = tmp_path / "rules"
    monkeypatch.setattr(tables, "folder", lambda: str(root))
    for pack in ("pack", "empty"):
        (root / pack).mkdir(parents=True)
    (root / "pack" / "t.tsv").write_text("甲", encoding="utf-8")
    for folder in (root / "pack", root / "empty", root):
        os.utime(folder, ns=(0, 0))
    if checkout:
        (tmp_path / ".git").touch()
    known = tables.stamps()

    change(root / "pack")

    assert tables.unchanged(known) is same


def test_folders_are_not_listed_where_none_has_changed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if os.name == "nt":
        pytest.skip("Windows tells of files while it lists them")
    (tmp_path / ".git").touch()
    (tmp_path / "rules" / "pack").mkdir(parents=True)
    (tmp_path / "rules" / "pack" / "t.tsv").touch()
    monkeypatch.setattr(tables, "folder", lambda: str(tmp_path / "rules"))
    known = tables.stamps()
    monkeypatch.setattr(os, "listdir", lambda _folder: pytest.fail("listed"))

    assert tables.unchanged(known)
