import os
from pathlib import Path

import pytest

from speechlint.files import chinese, find


class Folder:
    """A folder of files, and what `find` makes of paths in it."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def write(self, *paths: str, text: str = "各位代表：") -> None:
        for path in paths:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(text, encoding="utf-8")

    def find(self, *paths: str) -> list[str]:
        return [path.replace(os.sep, "/") for path, _ in find(paths, self.notes.append)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.chdir(tmp_path)
    return Folder()


class TestFiles:
    def test_a_named_file_is_taken_whatever_it_is(self, folder: Folder) -> None:
        folder.write("a.log", ".hidden.txt")

        assert folder.find("a.log", ".hidden.txt", "none.txt", "-") == [
            "a.log",
            ".hidden.txt",
            "none.txt",
            "-",
        ]

    def test_each_file_once_however_often_it_is_named(self, folder: Folder) -> None:
        folder.write("d/a.txt")

        assert folder.find("d/a.txt", "./d/a.txt", "d", "d/../d/a.txt", "-", "-") == [
            "d/a.txt",
            "-",
        ]

    def test_a_file_found_first_in_its_folder_is_still_named(self, folder: Folder) -> None:
        folder.write("d/a.txt", "d/b.txt")

        assert list(find(["d", "d/a.txt"], folder.notes.append)) == [
            ("d/a.txt", True),
            ("d/b.txt", False),
        ]


class TestFolders:
    def test_drafts_in_order_with_their_folder(self, folder: Folder) -> None:
        folder.write("d/b.txt", "d/a.md", "d/c.MARKDOWN", "d/e.TXT", "d/x.log", "d/a/z.txt")

        assert folder.find("d") == ["d/a.md", "d/b.txt", "d/c.MARKDOWN", "d/e.TXT", "d/a/z.txt"]
        assert folder.notes == []

    def test_hidden_folders_and_virtual_environments(self, folder: Folder) -> None:
        folder.write("d/a.txt", "d/.git/b.txt", "d/.venv/c.txt", "d/env/lib/e.txt", "d/.b.txt")
        folder.write("d/env/pyvenv.cfg")

        assert folder.find("d") == ["d/a.txt"]
        assert sorted(folder.notes) == [
            "d/.b.txt：隐藏文件或断开的链接，已略过",
            "d/.git：隐藏文件夹或虚拟环境，已略过",
            "d/.venv：隐藏文件夹或虚拟环境，已略过",
            "d/env：隐藏文件夹或虚拟环境，已略过",
        ]

    def test_a_hidden_folder_that_is_named_is_wanted(self, folder: Folder) -> None:
        folder.write(".d/a.txt")

        assert folder.find(".d") == [".d/a.txt"]

    def test_a_broken_link_is_passed_over(self, folder: Folder) -> None:
        folder.write("d/a.txt")
        Path("d/b.txt").symlink_to("none.txt")

        assert folder.find("d") == ["d/a.txt"]
        assert folder.notes == ["d/b.txt：隐藏文件或断开的链接，已略过"]

    def test_an_empty_folder_holds_nothing(self, folder: Folder) -> None:
        Path("d").mkdir()

        assert folder.find("d") == []

    def test_a_folder_that_cannot_be_opened_is_yielded_to_be_told(
        self, folder: Folder, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder.write("d/a.txt", "d/b/c.txt")
        scandir = os.scandir

        def barred(path: str) -> object:
            if path.endswith("b"):
                raise PermissionError(13, "Permission denied", path)
            return scandir(path)

        monkeypatch.setattr(os, "scandir", barred)

        assert folder.find("d") == ["d/a.txt", "d/b"]


class TestGitignore:
    def test_files_and_folders(self, folder: Folder) -> None:
        folder.write("d/a.txt", "d/b.txt", "d/old/c.txt", "d/new/b.txt")
        folder.write("d/.gitignore", text="b.txt\nold/\n# a.txt\n!new/b.txt\n")

        assert folder.find("d") == ["d/a.txt", "d/new/b.txt"]
        assert folder.notes == [
            "d/old：.gitignore 已排除，已略过",
            "d/b.txt：.gitignore 已排除，已略过",
        ]

    def test_those_of_the_repository_above_hold_too(self, folder: Folder) -> None:
        folder.write("r/.git/config", "r/d/a.txt", "r/d/b.txt", "r/d/e/b.txt")
        folder.write("r/.gitignore", text="b.txt\n")
        folder.write("r/d/e/.gitignore", text="!b.txt\n")

        assert folder.find("r/d") == ["r/d/a.txt", "r/d/e/b.txt"]

    def test_those_outside_a_repository_do_not(self, folder: Folder) -> None:
        folder.write("d/e/a.txt")
        folder.write("d/.gitignore", text="a.txt\n")

        assert folder.find("d/e") == ["d/e/a.txt"]

    def test_a_named_file_is_never_ignored(self, folder: Folder) -> None:
        folder.write("d/a.txt")
        folder.write("d/.gitignore", text="a.txt\n")

        assert folder.find("d/a.txt") == ["d/a.txt"]

    def test_an_ignored_folder_that_is_named_is_wanted(self, folder: Folder) -> None:
        folder.write("r/.git/config", "r/out/d/a.txt", "r/out/d/b.txt")
        folder.write("r/.gitignore", text="out/\n")
        folder.write("r/out/d/.gitignore", text="b.txt\n")

        assert folder.find("r/out/d") == ["r/out/d/a.txt"]

    def test_a_wrong_line_says_nothing(self, folder: Folder) -> None:
        folder.write("d/a.txt", "d/b.txt")
        folder.write("d/.gitignore", text="!\n\\\nb.txt\n")

        assert folder.find("d") == ["d/a.txt"]


class TestGlobs:
    def test_they_are_expanded_in_order(self, folder: Folder) -> None:
        folder.write("b.txt", "a.txt", "a.md", "d/c.txt", "d/.x.txt")

        assert folder.find("*.txt") == ["a.txt", "b.txt"]
        assert folder.find("**/*.txt") == ["a.txt", "b.txt", "d/c.txt"]
        assert folder.find("?.md", "[b].txt") == ["a.md", "b.txt"]

    def test_a_folder_that_they_mean_is_walked(self, folder: Folder) -> None:
        folder.write("d1/a.txt", "d2/a.txt")

        assert folder.find("d*") == ["d1/a.txt", "d2/a.txt"]

    def test_one_that_means_nothing_stays_to_be_told(self, folder: Folder) -> None:
        assert folder.find("*.txt") == ["*.txt"]

    def test_a_file_of_that_name_is_meant(self, folder: Folder) -> None:
        folder.write("a[1].txt", "a1.txt")

        assert folder.find("a[1].txt") == ["a[1].txt"]


class TestChinese:
    @pytest.mark.parametrize(
        ("text", "answer"),
        [
            ("", True),
            ("  \n\u3000", True),
            ("各位代表：", True),
            ("㐀𠀀" + "x" * 4, True),
            ("一二三" + "x" * 7, True),
            ("一二三" + "x" * 8, False),
            ("Hello, world.", False),
            ("ひらがなカタカナ", False),
            ("今年开局良好".encode("gbk").decode("utf-8", "replace"), True),
        ],
    )
    def test_three_characters_in_ten(self, text: str, *, answer: bool) -> None:
        assert chinese(text) is answer

    def test_space_does_not_count(self) -> None:
        assert chinese("一二三" + "x" * 7 + " \n" * 50)
