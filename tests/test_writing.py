import os
import stat
import threading
from pathlib import Path

import pytest

from speechlint.writing import ChangedError, replace_file


def test_a_file_is_replaced_and_nothing_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"old")

    replace_file(str(path), b"new")

    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["draft.txt"]


def test_the_mode_of_a_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)

    replace_file(str(path), b"new")

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_gets_the_mode_that_files_get(tmp_path: Path) -> None:
    plain, ours = tmp_path / "plain", tmp_path / "ours"
    plain.write_bytes(b"")

    replace_file(str(ours), b"")

    assert ours.stat().st_mode == plain.stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "draft.txt", tmp_path / "link.txt"
    path.write_bytes(b"old")
    link.symlink_to(path)

    replace_file(str(link), b"new")

    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()

    replace_file(str(pipe), b"new")
    reader.join()

    assert read == [b"new"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_the_old_file_stays_where_the_new_one_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(str(path), b"new")

    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["draft.txt"]


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        replace_file(str(tmp_path / "none" / "report.txt"), b"")


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        replace_file(str(tmp_path), b"")


def test_a_file_that_is_not_what_was_expected_is_left(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"theirs")

    with pytest.raises(ChangedError):
        replace_file(str(path), b"new", b"old")

    assert path.read_bytes() == b"theirs"
    assert os.listdir(tmp_path) == ["draft.txt"]


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root gives files away")
class TestOwner:
    def test_the_owner_is_kept(self, tmp_path: Path) -> None:
        path = tmp_path / "draft.txt"
        path.write_bytes(b"old")
        os.chown(path, 1234, 4321)
        path.chmod(0o2640)

        replace_file(str(path), b"new")

        status = path.stat()
        assert (status.st_uid, status.st_gid) == (1234, 4321)
        assert stat.S_IMODE(status.st_mode) == 0o2640

    def test_where_a_new_file_would_be_ours_the_old_one_is_written_to(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "draft.txt"
        path.write_bytes(b"a longer one")
        os.chown(path, 1234, 4321)
        before = path.stat()

        def refuse(*_: object) -> None:
            raise PermissionError

        monkeypatch.setattr(os, "chown", refuse)
        replace_file(str(path), b"new", b"a longer one")

        assert path.read_bytes() == b"new"
        assert path.stat().st_ino == before.st_ino
        assert os.listdir(tmp_path) == ["draft.txt"]
