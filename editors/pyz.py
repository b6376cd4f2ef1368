"""Build speechlint.pyz: one file for whoever has a Python, run as it is, never unpacked.

    python editors/pyz.py OUT.pyz [--wheel FILE]

The sources run on every Python that speechlint supports. What makes the start fast is made by
each of those that are found here (`python3.X` in PATH, or by pyenv); with any other the start
takes longer. The same Pythons give the same bytes.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import libs

HERE = Path(__file__).resolve().parent
SUPPORTED = range(10, 20)  # of 3.X
TIME = (2026, 1, 1, 0, 0, 0)
# Of what the build writes these depend on the Python that wrote them.
WRITTEN = ("_bundle.bin", "_regexes.bin")
MAIN = '''"""Run the speechlint that lies in this file."""

import sys

if sys.version_info < (3, 10):
    sys.exit("speechlint 需要 Python 3.10 或更高版本")

from speechlint.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
'''


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--wheel", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        gathered, folder = Path(name) / "libs", Path(name) / "pyz"
        libs.gather(gathered, wheel=args.wheel)
        shutil.copytree(gathered, folder)
        for python in pythons():
            tag = prepared(python, gathered, folder)
            print(f"{tag}: {python}")
        for written in WRITTEN:
            (folder / "speechlint" / written).unlink(missing_ok=True)
        (folder / "__main__.py").write_text(MAIN, encoding="utf-8")
        args.out.parent.mkdir(parents=True, exist_ok=True)
        pack(folder, args.out)
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.1f} MB")


def pythons() -> Iterator[str]:
    """Yield a command for each supported version that is installed."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for minor in SUPPORTED:
        if minor == sys.version_info.minor:
            yield sys.executable
            continue
        there = [f"python3.{minor}", *map(str, sorted(pyenv.glob(f"3.{minor}.*/bin/python3")))]
        yield from [command for command in there if runs(command)][:1]


def runs(command: str) -> bool:
    try:  # one of pyenv's own commands is there, and fails
        return subprocess.run([command, "-c", ""], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def prepared(python: str, gathered: Path, folder: Path) -> str:
    """Put what a Python makes into the folder; return its tag."""
    ask = (python, "-I", "-c", "import sys; print(sys.implementation.cache_tag)")
    tag = subprocess.run(ask, capture_output=True, check=True, text=True).stdout.strip()
    with tempfile.TemporaryDirectory() as name:
        made = Path(name) / "libs"
        shutil.copytree(gathered, made)
        environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
        environment.pop("PYTHONPATH", None)
        command = (python, HERE / "prepared.py", made, HERE.parent / "examples")
        subprocess.run(command, check=True, env=environment)
        target = folder / "speechlint" / tag
        target.mkdir()
        for written in WRITTEN:
            if (made / "speechlint" / written).exists():
                shutil.copy(made / "speechlint" / written, target)
    return tag


def pack(folder: Path, out: Path) -> None:
    """Write the file: a zip file that begins with how to run it."""
    with out.open("wb") as stream:
        stream.write(b"#!/usr/bin/env python3\n")
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), TIME)
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    archive.writestr(entry, path.read_bytes(), compresslevel=9)
    out.chmod(0o755)


if __name__ == "__main__":
    main()
