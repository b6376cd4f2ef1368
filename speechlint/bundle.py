"""All modules of the package in one file, so that a hundred imports cost as much as ten.

Finding, opening and reading a module takes longer than running it. The build writes
`_bundle.bin`, which holds the compiled code of every module; `install` puts a finder before
Python's own that takes them from there. In a checkout a module counts only while it has not
changed since; where the file is missing or of another Python, modules are imported as usual.
Only the command line uses it. The file is mapped, for a check needs less than half of it.
"""

import marshal
import os
import sys

from speechlint.shipped import headed, mapped, own, parted, zipped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.machinery import ModuleSpec
    from types import ModuleType
    from typing import Any

    # Whether the module is a package, and where its code lies.
    Place = tuple[bool, int, int]
    Stamp = tuple[int, int]  # size and time of change

_Spec: "Any" = type(__spec__)  # importing importlib.machinery takes a millisecond
FILE = "_bundle.bin"
WRITTEN = ("/_rules.py",)  # by the build: they have stamps of their own
_PACKAGE = "speechlint"


class _Finder:
    """Takes the modules of this package from their compiled code.

    `places` says of each whether it is a package, and where in `codes` its own lies. `stamps` are
    those of the sources, where they may have changed.
    """

    def __init__(
        self, folder: str, places: "dict[str, Place]", codes: memoryview, stamps: "dict[str, Stamp]"
    ) -> None:
        self._folder = folder
        self._places = places
        self._codes = codes
        self._stamps = stamps

    def find_spec(
        self, name: str, path: object = None, target: object = None
    ) -> "ModuleSpec | None":
        """Return the spec of a module that is bundled."""
        del path, target
        if name not in self._places:
            return None
        package = self._places[name][0]
        place = "/" + "/".join(name.split(".")[1:])
        source = place + ("/__init__.py" if package else ".py")
        stamp = self._stamps.get(source)
        if stamp and not unchanged(self._folder + source, stamp):
            return None
        spec: ModuleSpec = _Spec(name, self, origin=self._folder + source, is_package=package)
        if package:
            spec.submodule_search_locations = [self._folder + place]
        return spec

    def create_module(self, spec: "ModuleSpec") -> None:
        """Let Python make the module."""

    def exec_module(self, module: "ModuleType") -> None:
        """Run the code of a module."""
        _, start, end = self._places[module.__name__]
        # Python sets it where a spec `has_location`, but then asks where the code would be kept.
        module.__file__ = module.__spec__.origin  # type: ignore[union-attr]
        exec(marshal.loads(self._codes[start:end]), module.__dict__)  # noqa: S102, S302


def install() -> None:
    """Import the package's modules from the bundle, if there is one that fits."""
    folder = __file__.replace("\\", "/").rpartition("/")[0]
    try:
        (python, stamped, places), codes = parted(mapped(own(FILE)))
    except (OSError, ValueError, EOFError, TypeError):
        return
    if python != sys.implementation.cache_tag or sys.flags.optimize:
        return
    # Where the package was built, its rules lie inside, and nothing changes.
    stamps = {} if zipped() or os.path.isdir(folder + "/rules") else stamped
    sys.meta_path.insert(0, _Finder(folder, places, codes, stamps))


def unchanged(source: str, stamp: "Stamp") -> bool:
    """Say whether a source is as it was."""
    try:
        now = os.stat(source)
    except OSError:
        return False
    return (now.st_size, now.st_mtime_ns) == stamp


def stamps(folder: str, below: str = "") -> "Iterator[tuple[str, Stamp]]":
    """Yield path, size and time of change of every module; those that the build writes are not."""
    with os.scandir(folder + below) as entries:
        for entry in entries:
            name = entry.name
            if name.endswith(".py"):
                if (path := f"{below}/{name}") not in WRITTEN:
                    stat = entry.stat()
                    yield path, (stat.st_size, stat.st_mtime_ns)
            elif "." not in name and name not in ("__pycache__", "rules") and entry.is_dir():
                yield from stamps(folder, f"{below}/{name}")


def render(folder: str) -> bytes:
    """Return the bundle of the package in a folder, for this Python.

    Its head holds Python's name, the stamps of the sources and the place of each module; behind it
    stands the code of the modules.
    """
    from speechlint import bared

    found = dict(sorted(stamps(folder)))
    places: dict[str, Place] = {}
    codes = b""
    for path in (*found, *WRITTEN):
        name = (_PACKAGE + path[: -len(".py")]).replace("/", ".")
        with open(folder + path, encoding="utf-8") as stream:
            code = bared.code(stream.read(), _PACKAGE + path)
        at = len(codes)
        codes += marshal.dumps(code)
        package = name.endswith(".__init__")
        places[name.removesuffix(".__init__")] = (package, at, len(codes))
    return headed((sys.implementation.cache_tag, found, places), codes)
