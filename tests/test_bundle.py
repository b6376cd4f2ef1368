"""The bundle holds every module, counts only while none has changed, and may be missing."""

from __future__ import annotations

import marshal
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import speechlint
from speechlint import bundle, bundling, shipped

PACKAGE = Path(speechlint.__file__).parent
ASK = "from speechlint import bundle; bundle.install(); import speechlint.cli as c; print(c.__spec__.loader.__class__.__name__, c.COLOUR if hasattr(c, 'COLOUR') else '')"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    shutil.copytree(PACKAGE, tmp_path / "speechlint", ignore=shutil.ignore_patterns("__pycache__"))
    folder = str(tmp_path / "speechlint")
    (tmp_path / "speechlint" / bundle.FILE).write_bytes(bundling.render(folder))
    return tmp_path


def ask(checkout: Path) -> list[str]:
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    command = [sys.executable, "-c", ASK]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=checkout, env=environment
    )
    return done.stdout.split()


def test_modules_come_from_the_bundle(checkout: Path) -> None:
    assert ask(checkout) == ["_Finder"]


def test_a_changed_module_counts_at_once(checkout: Path) -> None:
    with (checkout / "speechlint" / "cli.py").open("a", encoding="utf-8") as stream:
        stream.write("COLOUR = 'red'\n")

    assert ask(checkout) == ["SourceFileLoader", "red"]


def test_and_the_others_still_come_from_the_bundle(checkout: Path) -> None:
    with (checkout / "speechlint" / "commands" / "__init__.py").open("a", encoding="utf-8") as file:
        file.write("# changed\n")

    assert ask(checkout) == ["_Finder"]


@pytest.mark.parametrize("broken", [b"", b"nonsense", b"\5\0\0\0" + marshal.dumps(3), None])
def test_without_a_bundle_that_fits_modules_are_imported_as_usual(
    checkout: Path, broken: bytes | None
) -> None:
    file = checkout / "speechlint" / bundle.FILE
    file.unlink()
    if broken is not None:
        file.write_bytes(broken)

    assert ask(checkout) == ["SourceFileLoader"]


def test_the_bundle_of_another_python_is_not_used(checkout: Path) -> None:
    file = checkout / "speechlint" / bundle.FILE
    tag = marshal.dumps(sys.implementation.cache_tag)[-len(sys.implementation.cache_tag) :]
    file.write_bytes(file.read_bytes().replace(tag, tag.replace(b"cpython-3", b"cpython-2"), 1))

    assert ask(checkout) == ["SourceFileLoader"]


def test_it_holds_every_module_and_no_path_of_this_machine(checkout: Path) -> None:
    data = bundling.render(str(checkout / "speechlint"))
    (_, places), rows = shipped.parted(data)
    numbers = rows[: bundle.BYTES * len(places)].cast("Q")

    assert {"speechlint.cli", "speechlint.views.blanks"} <= places.keys()
    assert numbers[places["speechlint.views.blanks"]] == 1
    assert len(places) == len([*(checkout / "speechlint").rglob("*.py")])
    assert bundle.BYTES * len(places) + numbers[-1] == len(rows)
    assert str(checkout).encode() not in data
