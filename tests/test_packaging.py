"""The wheel holds every rule, and an installed copy lints."""

import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from speechlint import __version__, packs

ROOT = Path(__file__).parent.parent
WRITTEN = ("_packed.bin", "_regexes.bin", "_bundle.bin", "_words.bin")


def run(*command: str | Path, cwd: Path | None = None, **environment: str) -> str:
    done = subprocess.run(
        command,
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**os.environ, **environment},
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sdist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", out, cwd=ROOT)
    (built,) = out.glob("*.tar.gz")
    return built


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the sdist, as `make dist` does."""
    out = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation")
    run(*pip, "--wheel-dir", out, sdist)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in an environment of its own and return its folder of commands."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=False)
    pip = (sys.executable, "-m", "pip", "--python", folder, "install", "--quiet", "--no-deps")
    run(*pip, wheel)
    # The dependencies are those of this environment; its own speechlint comes after the wheel's.
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder / "bin"


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_sdist_is_the_checkout(sdist: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout: nothing says which files belong to it")
    there = ("ls-files", "--cached", "--others", "--exclude-standard")  # also what is not added yet
    listed = run("git", "-c", "core.quotePath=false", *there, cwd=ROOT).split("\n")
    with tarfile.open(sdist) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}

    assert held - {"PKG-INFO"} == {name for name in listed if name and (ROOT / name).exists()}


def test_every_rule_file_and_table_is_in_the_wheel(wheel: Path) -> None:
    rules = Path(packs.builtin())
    files = {f"speechlint/rules/{p.relative_to(rules)}" for p in rules.rglob("*") if p.is_file()}

    assert len(files) > 20
    assert files <= names(wheel)


def test_every_module_and_the_mark_of_types_are(wheel: Path) -> None:
    package = ROOT / "speechlint"
    every = {f"speechlint/{p.relative_to(package)}" for p in package.rglob("*.py")}
    modules = {name for name in every if not re.search("/_[a-z]", name)}  # written, or left behind

    written = {f"speechlint/{name}" for name in WRITTEN}
    assert modules | written | {"speechlint/py.typed"} <= names(wheel)


def test_nothing_else_is(wheel: Path) -> None:
    assert {name.split("/")[0] for name in names(wheel)} == {
        "speechlint",
        f"speechlint-{__version__}.dist-info",
    }
    assert not [name for name in names(wheel) if name.endswith((".pyc", ".orig"))]


def test_an_installed_copy_lints(installed: Path, tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text("截止目前，全市安排XX个项目。\n", encoding="utf-8")
    done = subprocess.run(
        [installed / "speechlint", "-q", draft],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "PYTHONUTF8": "1"},
    )

    assert done.stderr == b""
    assert done.returncode == 1
    assert [line.split()[2] for line in done.stdout.decode().splitlines()] == [
        "word.as-of",
        "placeholder.mask",
    ]


def test_it_uses_its_own_rules(installed: Path) -> None:
    code = "from speechlint import api, packs; print(packs.builtin(), len(api.builtin_rules()))"
    folder, count = run(installed / "python", "-I", "-c", code).split()

    assert folder.startswith(str(installed.parent))
    assert int(count) == len(list(packs.load_packs(packs.builtin())))


def test_its_rules_hold_on_their_examples(installed: Path) -> None:
    (rules,) = installed.parent.glob("lib/python*/site-packages/speechlint/rules")

    assert run(installed / "speechlint", "test", rules / "word", PYTHONUTF8="1").endswith(
        "全部相符\n"
    )
