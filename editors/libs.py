"""Put speechlint and what it needs into a folder, for machines where nothing is installed.

    python editors/libs.py FOLDER [--without PACKAGE]… [--wheel FILE]

Only what runs on every platform: packages with compiled parts are left out, or taken in their
pure form; speechlint works without them. The result is the same from run to run.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path

import tomli
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
OLDEST = "3.10"
# Compiled, and only faster; or cut down below.
LEFT_OUT = ("marisa-trie", "rjieba", "jieba")
# Of jieba only the segmenter: its dictionary lies in speechlint in a shorter form.
JIEBA = ("__init__.py", "_compat.py", "finalseg/*.py")
UNWANTED = (
    "bin",
    "*.dist-info/RECORD",
    "*.dist-info/direct_url.json",
    "**/__pycache__",
    "**/tests",
)


def pip(*words: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *words]
    subprocess.run(command, check=True)


def named(requirement: str) -> str:
    return Requirement(requirement).name.lower()


def gather(libs: Path, without: Collection[str] = (), wheel: Path | None = None) -> None:
    """Fill a folder, which is emptied first; `without` are packages that are not wanted.

    `wheel` is speechlint's own, which is built where none is given.
    """
    shutil.rmtree(libs, ignore_errors=True)
    libs.mkdir(parents=True)
    with (ROOT / "pyproject.toml").open("rb") as stream:
        needed = tomli.load(stream)["project"]["dependencies"]
    pure = [
        requirement for requirement in needed if named(requirement) not in {*LEFT_OUT, *without}
    ]
    only = ("--only-binary=:all:", "--platform", "any", "--implementation", "py", "--abi", "none")
    pip("install", "--no-compile", "--target", str(libs), "--python-version", OLDEST, *only, *pure)
    with tempfile.TemporaryDirectory() as folder:
        if wheel is None:
            pip("wheel", "--no-deps", "--wheel-dir", folder, str(ROOT))
            (wheel,) = Path(folder).glob("*.whl")
        pip("install", "--no-compile", "--no-deps", "--target", str(libs), str(wheel))
        pip("install", "--no-compile", "--no-deps", "--target", folder, jieba(needed))
        for pattern in JIEBA:
            for file in (Path(folder) / "jieba").glob(pattern):
                place = libs / "jieba" / file.relative_to(Path(folder) / "jieba")
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, place)
    for pattern in UNWANTED:
        for found in libs.glob(pattern):
            shutil.rmtree(found) if found.is_dir() else found.unlink()


def jieba(needed: list[str]) -> str:
    return next(requirement for requirement in needed if named(requirement) == "jieba")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--without", action="append", default=[], metavar="PACKAGE")
    parser.add_argument("--wheel", type=Path)
    args = parser.parse_args()
    gather(args.folder.resolve(), args.without, args.wheel)
    size = sum(file.stat().st_size for file in args.folder.rglob("*") if file.is_file())
    print(f"{args.folder}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
