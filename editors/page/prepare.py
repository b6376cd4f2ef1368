"""Run by the page's Python at build time: /libs → /engine.zip, compiled for it.

Of speechlint only what the page needs; its modules lie in one file (`speechlint.bundle`).
"""

import os
import py_compile
import shutil
import sys
import zipfile
from pathlib import Path

SITE = Path("/site")
WHEN = 1767225600  # seconds: nothing in the page tells when it was built
UNWANTED = ("server", "commands", "cli.py", "__main__.py", "_words.txt", "examples")
KEPT = ("speechlint/__init__.py", "speechlint/bundle.py")


def main() -> None:
    shutil.copytree("/libs", SITE, ignore=shutil.ignore_patterns("*.dist-info"))
    package = SITE / "speechlint"
    words = (package / "_words.txt").read_bytes()
    for name in UNWANTED:
        path = package / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    (package / "_words.txt").write_bytes(words)
    shutil.copytree("/examples", package / "examples")
    for path in SITE.rglob("*"):
        os.utime(path, (WHEN, WHEN))
    sys.path.insert(0, str(SITE))
    from speechlint import bundle, prepare

    for name, text in prepare.files().items():
        (package / name).write_text(text, encoding="utf-8", newline="\n")
    (package / bundle.FILE).write_bytes(bundle.render(str(package)))
    shutil.rmtree(package / "examples")
    pack()


def pack() -> None:
    """Write the zip; not compressed, for the page compresses it as a whole."""
    with zipfile.ZipFile("/engine.zip", "w") as archive:
        for path in sorted(SITE.rglob("*")):
            name = path.relative_to(SITE).as_posix()
            if path.is_dir() or "__pycache__" in name or name.endswith(".pyi"):
                continue
            if name.startswith("speechlint/") and name.endswith(".py") and name not in KEPT:
                continue
            data = path.read_bytes()
            if name.endswith(".py") and name not in KEPT:  # those of others, without their sources
                made = py_compile.compile(
                    str(path), doraise=True, optimize=2, dfile=name,
                    invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
                )  # fmt: skip
                name, data = f"{name}c", Path(str(made)).read_bytes()
            archive.writestr(zipfile.ZipInfo(name), data)


main()
