"""All modules of the package in one file, so that a hundred imports cost as much as ten.

Finding, opening and reading a module takes longer than running it. The build writes
`_bundle.bin`, which holds the compiled code of every module (`bundling`); `install` puts a finder before
Python's own that takes them from there. In a checkout a module counts only while it has not
changed since; where the file is missing or of another Python, modules are imported as usual.
Only the command line uses it. The file is mapped, for a check needs less than half of it.
"""

import marshal
import os
import sys

from speechlint.shipped import mapped, own, parted, zipped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from types import ModuleType
    from typing import Any

    Stamp = tuple[int, int]  # size and time of change

_Spec: "Any" = type(__spec__)  # importing importlib.machinery takes a millisecond
FILE = "_bundle.bin"
PACKAGE = "speechlint"
# Of each module: whether it is a package, size and time of change of its source, where its code
# begins and ends. Read where they lie, when they are asked for.
BYTES = 8 * 5


class _Finder:
    """Takes the modules of this package from their compiled code.

    `places` says where in `rows` the numbers of each begin; `codes` stands behind these. `fixed`:
    no source can have changed.
    """

    def __init__(
        self, folder: str, places: "dict[str, int]", data: memoryview, *, fixed: bool
    ) -> None:
        self._folder = folder
        self._places = places
        self._rows = data[: BYTES * len(places)].cast("Q")
        self._codes = data[BYTES * len(places) :]
        self._fixed = fixed

    def find_spec(
        self, name: str, path: object = None, target: object = None
    ) -> "ModuleSpec | None":
        """Return the spec of a module that is bundled."""
        del path, target
        at = self._places.get(name)
        if at is None:
            return None
        place = self._folder + name[len(PACKAGE) :].replace(".", "/")
        package = bool(self._rows[at])
        source = place + ("/__init__.py" if package else ".py")
        size, time = self._rows[at + 1], self._rows[at + 2]
        if not self._fixed and not unchanged(source, (size, time)):
            return None
        spec: ModuleSpec = _Spec(name, self, origin=source, is_package=package)
        if package:
            spec.submodule_search_locations = [place]
        return spec

    def create_module(self, spec: "ModuleSpec") -> None:
        """Let Python make the module."""

    def exec_module(self, module: "ModuleType") -> None:
        """Run the code of a module."""
        at = self._places[module.__name__]
        start, end = self._rows[at + 3], self._rows[at + 4]
        # Python sets it where a spec `has_location`, but then asks where the code would be kept.
        module.__file__ = module.__spec__.origin  # type: ignore[union-attr]
        exec(marshal.loads(self._codes[start:end]), module.__dict__)  # noqa: S102, S302


def install() -> None:
    """Import the package's modules from the bundle, if there is one that fits."""
    folder = __file__.replace("\\", "/").rpartition("/")[0]
    try:
        (written, places), data = parted(mapped(own(FILE)))
    except (OSError, ValueError, EOFError, TypeError):
        return
    if written != python() or sys.flags.optimize:
        return
    # Where the package was built, its rules lie inside, and nothing changes.
    fixed = zipped() or os.path.isdir(folder + "/rules")
    sys.meta_path.insert(0, _Finder(folder, places, data, fixed=fixed))


def unchanged(source: str, stamp: "Stamp") -> bool:
    """Say whether a source is as it was."""
    try:
        now = os.stat(source)
    except OSError:
        return False
    return (now.st_size, now.st_mtime_ns) == stamp


def python() -> "tuple[str | None, str]":
    """Return what the file depends on."""
    return sys.implementation.cache_tag, sys.byteorder
