"""speechlint.pyz runs from inside one file, on every Python that is here, as the installed copy does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLES = ("draft.txt", "draft.md", "clean.txt")


def run(folder: Path, *command: str | Path) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        command,
        capture_output=True,
        check=False,
        cwd=folder,
        env={**os.environ, "XDG_CONFIG_HOME": str(folder), "PYTHONUTF8": "1"},
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    return done


def others() -> list[str]:
    """Return other Pythons that are installed, the newest of each version."""
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = {}
    for minor in range(10, 20):
        for path in sorted(versions.glob(f"3.{minor}.*/bin/python3")):
            found[minor] = str(path)
    found.pop(sys.version_info.minor, None)
    return list(found.values())


@pytest.fixture(scope="module")
def pyz() -> Path:
    named = os.environ.get("SPEECHLINT_PYZ", "")
    if not named:
        pytest.skip("SPEECHLINT_PYZ does not name the file; `make dist` builds it")
    return Path(named).resolve()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drafts")
    for name in EXAMPLES:
        shutil.copy(ROOT / "examples" / name, folder)
    return folder


@cache
def expected(folder: Path, *words: str) -> bytes:
    """Return what the installed copy prints."""
    return run(folder, sys.executable, "-m", "speechlint", *words).stdout


@pytest.mark.parametrize("python", [sys.executable, *others()])
def test_it_reports_as_the_installed_copy_does(pyz: Path, folder: Path, python: str) -> None:
    for options in ((), ("--output-format", "json"), ("--output-format", "html")):
        found = run(folder, python, "-I", pyz, *EXAMPLES, *options)

        assert (found.stdout, found.stderr) == (expected(folder, *EXAMPLES, *options), b"")


@pytest.mark.parametrize("python", [sys.executable, *others()])
def test_its_other_commands_work(pyz: Path, folder: Path, python: str) -> None:
    for words in (
        ("explain", "placeholder"),
        ("rules",),
        ("stats", "draft.txt"),
        ("figures", "draft.txt"),
        ("check", "--diff", "draft.txt"),
        ("check", "--jobs", "2", *EXAMPLES),
        ("--version",),
    ):
        assert run(folder, python, "-I", pyz, *words).stdout == expected(folder, *words)


def test_a_python_for_which_nothing_was_prepared_does_the_same(
    pyz: Path, folder: Path, tmp_path: Path
) -> None:
    bare = tmp_path / "bare.pyz"
    with zipfile.ZipFile(pyz) as old, zipfile.ZipFile(bare, "w") as new:
        for entry in old.infolist():
            if f"/{sys.implementation.cache_tag}/" not in entry.filename:
                new.writestr(entry, old.read(entry))

    found = run(folder, sys.executable, "-I", bare, "draft.txt").stdout
    assert found == expected(folder, "draft.txt")


def test_it_leaves_nothing_behind(pyz: Path, folder: Path) -> None:
    before = sorted(folder.iterdir())
    run(folder, sys.executable, "-I", pyz, "draft.txt")

    assert sorted(folder.iterdir()) == before


def test_an_older_python_is_told_plainly(pyz: Path, folder: Path) -> None:
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    old = sorted(versions.glob("3.[6789].*/bin/python3"))
    if not old:
        pytest.skip("no Python older than 3.10 is installed")
    done = subprocess.run(
        [old[0], pyz, "draft.txt"],
        capture_output=True,
        check=False,
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )

    assert done.returncode == 1
    assert done.stderr.decode().strip() == "speechlint 需要 Python 3.10 或更高版本"
