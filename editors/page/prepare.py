"""Run by the page's Python at build time: /libs → /engine.zip, compiled for it.

Of speechlint only what the page needs; its modules lie in one file (`speechlint.shipped`).
"""

import py_compile
import shutil
import sys
import warnings
import zipfile
from pathlib import Path

SITE = Path("/site")
UNWANTED = ("server", "commands", "cli.py", "__main__.py")
# They open the rest.
KEPT = tuple(f"speechlint/{name}.py" for name in ("__init__", "shipped"))


def main() -> None:
    warnings.simplefilter("ignore")  # of escapes in jieba's expressions
    shutil.copytree("/libs", SITE, ignore=shutil.ignore_patterns("*.dist-info"))
    for name in UNWANTED:
        path = SITE / "speechlint" / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    sys.path.insert(0, "/editors")
    from prepared import prepare

    prepare(SITE, Path("/examples"))
    with zipfile.ZipFile("/engine.zip", "w") as archive:  # the page compresses it as a whole
        for path in sorted(SITE.rglob("*")):
            name = path.relative_to(SITE).as_posix()
            if path.is_file() and wanted(name):
                name, data = compiled(name, path)
                archive.writestr(zipfile.ZipInfo(name), data)


def wanted(name: str) -> bool:
    bundled = name.startswith("speechlint/") and name.endswith(".py") and name not in KEPT
    return not (bundled or "__pycache__" in name or name.endswith(".pyi"))


def compiled(name: str, path: Path) -> tuple[str, bytes]:
    """Return the name and content of a file in the zip: of others' modules the code only."""
    if not name.endswith(".py") or name in KEPT:
        return name, path.read_bytes()
    made = py_compile.compile(
        str(path),
        doraise=True,
        optimize=2,
        dfile=name,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    return f"{name}c", Path(str(made)).read_bytes()


main()
