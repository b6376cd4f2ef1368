"""The bundle holds every module, counts only while none has changed, and may be missing."""

from __future__ import annotations

import marshal
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import speechlint
from speechlint import bundling, shipped, together

if TYPE_CHECKING:
    from collections.abc import Collection

PACKAGE = Path(speechlint.__file__).parent
ASK = """
from speechlint import shipped
shipped.install()
import speechlint.cli as c
print("bundle" if c.__spec__ is None else "file", getattr(c, "COLOUR", ""))
"""


COMMON = {
    *("speechlint.cli", "speechlint.lines", "speechlint.checkers.word", "speechlint.record"),
    *("speechlint.views", "speechlint.views.figures", "speechlint.views.figures.interval"),
}


@pytest.fixture(params=[(), COMMON], ids=["apart", "together"])
def common(request: pytest.FixtureRequest) -> Collection[str]:
    """Which modules lie in one piece."""
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def checkout(tmp_path: Path, common: Collection[str]) -> Path:
    folder = tmp_path / "speechlint"
    shutil.copytree(PACKAGE, folder, ignore=shutil.ignore_patterns("__pycache__", "*.bin"))
    (folder / shipped.BUNDLE).write_bytes(rendered(frozenset(common)))  # copies keep their times
    return tmp_path


@cache
def rendered(common: frozenset[str]) -> bytes:
    return bundling.render(str(PACKAGE), common)


def build(checkout: Path, common: Collection[str]) -> None:
    folder = checkout / "speechlint"
    (folder / shipped.BUNDLE).write_bytes(bundling.render(str(folder), common))


def ask(checkout: Path, code: str = ASK) -> list[str]:
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=checkout, env=environment
    )
    return done.stdout.split()


def test_modules_come_from_the_bundle(checkout: Path) -> None:
    assert ask(checkout) == ["bundle"]


def test_a_changed_module_counts_at_once(checkout: Path) -> None:
    with (checkout / "speechlint" / "cli.py").open("a", encoding="utf-8") as stream:
        stream.write("COLOUR = 'red'\n")

    assert ask(checkout) == ["file", "red"]


def test_and_the_others_still_come_from_the_bundle(checkout: Path) -> None:
    with (checkout / "speechlint" / "commands" / "__init__.py").open("a", encoding="utf-8") as file:
        file.write("# changed\n")

    assert ask(checkout) == ["bundle"]


@pytest.mark.parametrize("broken", [b"", b"nonsense", b"\5\0\0\0" + marshal.dumps(3), None])
def test_without_a_bundle_that_fits_modules_are_imported_as_usual(
    checkout: Path, broken: bytes | None
) -> None:
    file = checkout / "speechlint" / shipped.BUNDLE
    file.unlink()
    if broken is not None:
        file.write_bytes(broken)

    assert ask(checkout) == ["file"]


def test_the_bundle_of_another_python_is_not_used(checkout: Path) -> None:
    file = checkout / "speechlint" / shipped.BUNDLE
    tag = marshal.dumps(sys.implementation.cache_tag)[-len(sys.implementation.cache_tag) :]
    file.write_bytes(file.read_bytes().replace(tag, tag.replace(b"cpython-3", b"cpython-2"), 1))

    assert ask(checkout) == ["file"]


def test_it_holds_every_module_and_no_path_of_this_machine(
    checkout: Path, common: Collection[str]
) -> None:
    data = bundling.render(str(checkout / "speechlint"), common)
    (_, places, listed, _), rows = shipped.parted(data)
    numbers = rows[: shipped.BYTES * len(places)].cast("Q")

    assert {"speechlint.cli", "speechlint.views.blanks"} <= places.keys()
    assert {*listed} == {*common}
    assert {name for name, at in places.items() if numbers[at + 2] == numbers[at + 3]} == {*common}
    assert len(places) == len([*(checkout / "speechlint").rglob("*.py")])
    assert shipped.BYTES * len(places) + numbers[-1] == len(rows)
    assert str(checkout).encode() not in data


FORMS = """
import sys
from speechlint import shipped
shipped.install()
import speechlint.views.figures.interval
import speechlint.views.outline as outline
from speechlint import lines, views
from speechlint.checkers import word
from speechlint.record import NamedTuple
from json import decoder
import os.path as path
modules = sys.modules
print(speechlint.views is views is modules["speechlint.views"])
print(views.figures.interval is modules["speechlint.views.figures.interval"])
print(views.outline is outline, speechlint.lines is lines, speechlint.checkers.word is word)
print(lines.__name__, lines.__package__, word.__package__, *(p[-8:] for p in word.__path__))
print(lines.__file__ == speechlint.__file__.replace("__init__", "lines"))
print(NamedTuple.__module__, decoder is modules["json.decoder"], path is os.path)
"""


def test_every_form_of_import_gives_what_python_would_give(checkout: Path) -> None:
    assert ask(checkout, FORMS.replace("import os.", "import os, os.")) == [
        *["True"] * 5,
        *("speechlint.lines", "speechlint", "speechlint.checkers.word", "ers/word"),
        "True",
        *("speechlint.record", "True", "True"),
    ]


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ("import speechlint.nothing", "ModuleNotFoundError"),
        ("from speechlint import nothing", "ImportError"),
        ("from speechlint.cli import nothing", "ImportError"),
    ],
)
def test_what_is_not_there_is_an_import_error(checkout: Path, wrong: str, error: str) -> None:
    code = f"""
from speechlint import shipped
shipped.install()
try:
    {wrong}
except ImportError as error:
    print(type(error).__name__)
"""
    assert ask(checkout, code) == [error]


def test_a_module_that_raises_is_tried_again(checkout: Path, common: Collection[str]) -> None:
    module = checkout / "speechlint" / "lines.py"
    module.write_text("import builtins\nbuiltins.tries.append(1)\nraise OSError\n")
    build(checkout, common)
    code = """
import builtins, sys
builtins.tries = []
from speechlint import shipped
shipped.install()
for _ in range(2):
    try:
        import speechlint.lines
    except OSError:
        print("speechlint.lines" in sys.modules, len(tries))
"""
    assert ask(checkout, code) == ["False", "1", "False", "2"]


def test_threads_never_see_half_a_module(checkout: Path, common: Collection[str]) -> None:
    module = checkout / "speechlint" / "lines.py"
    module.write_text("import time\ntime.sleep(0.3)\nEND = 1\n")
    build(checkout, common)
    code = """
import threading
from speechlint import shipped
shipped.install()
ends = []
def ask():
    from speechlint.lines import END
    ends.append(END)
threads = [threading.Thread(target=ask) for _ in range(4)]
for t in threads: t.start()
for t in threads: t.join()
print(*ends)
"""
    assert ask(checkout, code) == ["1"] * 4


def test_what_every_check_needs_lies_together() -> None:
    names = together.names(str(PACKAGE))

    assert {"speechlint.linter", "speechlint.views.figures", "speechlint.reporters.text"} <= names
    assert not {"speechlint", "speechlint.shipped", "speechlint.cli", "speechlint.fixer"} & names
    assert not [name for name in names if name.startswith("speechlint.server")]


def test_where_no_process_can_be_asked_nothing_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "")

    assert together.names(str(PACKAGE)) == frozenset()
