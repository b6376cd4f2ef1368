"""Files that come with the package, wherever it lies: in a folder, or in a zip file (speechlint.pyz).

Inside a zip file a path goes on behind that of the file. Nothing is unpacked.

One of them holds all modules, so that a hundred imports cost as much as ten. Finding, opening and
reading a module takes longer than running it. The build writes `_bundle.bin`, which holds the
compiled code of every module (`bundling`); `install` has `import` take them from there. That is not
done by a finder: Python makes a spec, a lock and a dozen calls for each module, half as long as its
code takes. In a checkout a module counts only while it has not changed since; where the file is
missing or of another Python, modules are imported as usual. Only the command line uses it. The file
is mapped, for a check needs less than half of it; the modules that every check needs lie in one
piece, in which a name stands once (`together`).
"""

import builtins
import marshal
import os
import sys
from _thread import RLock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from mmap import mmap
    from types import CodeType, ModuleType
    from typing import Any, Union

    Mapped = Union[bytes, mmap]
    Stamp = tuple[int, int]  # size and time of change

_SIZE = 4  # bytes that hold the size of a head
_Module = type(sys)
BUNDLE = "_bundle.bin"
PACKAGE = "speechlint"
# Of each module: size and time of change of its source, where its code begins and ends: nowhere,
# if it lies in the common piece. Read when they are asked for.
BYTES = 8 * 4
_PACKAGE = "/__init__.py"  # at the end of the source of one


def zipped() -> bool:
    """Say whether the package lies in a zip file."""
    return hasattr(_loader(), "archive")


def read(path: str) -> bytes:
    """Return what a file holds, of this package or of any other place; raise OSError."""
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except (FileNotFoundError, NotADirectoryError):
        if not zipped():
            raise
    data: bytes = _loader().get_data(path)
    return data


def mapped(name: str) -> "Mapped":
    """Return what the build wrote into a file beside the modules, in memory only where it is read.

    Processes share it. Raise OSError, or ValueError for an empty file.
    """
    path = f"{os.path.dirname(os.path.abspath(__file__))}/{name}"
    try:
        from mmap import ACCESS_READ, mmap
    except ImportError:  # in a browser
        return read(path)
    if zipped():
        return read(path)
    number = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        return mmap(number, 0, access=ACCESS_READ)
    finally:
        os.close(number)


def headed(head: "Any", rest: bytes) -> bytes:
    """Return what `parted` parts again: the size of the head, the head, which is marshalled, the rest."""
    written = marshal.dumps(head)
    return len(written).to_bytes(_SIZE, "little") + written + rest


def parted(data: "Mapped") -> "tuple[Any, memoryview]":
    """Return the head of a file that the build wrote, and the rest, not copied.

    Raise ValueError, EOFError or TypeError for what is no such file.
    """
    start = _SIZE + int.from_bytes(data[:_SIZE], "little")
    return marshal.loads(data[_SIZE:start]), memoryview(data)[start:]  # noqa: S302 (our own file)


def own(name: str) -> str:
    """Return the name of a file that is written for this Python; a zip file has several."""
    return f"{sys.implementation.cache_tag}/{name}" if zipped() else name


def _loader() -> "Any":
    return sys.modules["speechlint"].__loader__


class _Bundle:
    """Imports the modules of this package from their compiled code, and others as usual.

    `places` says where in `rows` the numbers of each begin; the codes stand behind these, at first
    those of `common` in one piece; `sums` are of the sizes and the times of change of their
    sources. `above` is the path before the package; `fixed`: no source can have changed.
    """

    def __init__(
        self,
        above: str,
        places: "dict[str, int]",
        common: "tuple[str, ...]",
        sums: "Stamp",
        data: memoryview,
        *,
        fixed: bool,
    ) -> None:
        self._above = above
        self._places = places
        self._common = common
        self._sums = sums
        self._ready: dict[str, CodeType] = {}  # of the common piece, till they are run
        self._rows = data[: BYTES * len(places)].cast("Q")
        self._codes = data[BYTES * len(places) :]
        self._fixed = fixed
        self._usual = builtins.__import__
        self._done: dict[str, ModuleType] = {}  # but packages: they may lack what is asked for
        self._lock = RLock()  # of all modules: while one thread runs their code others wait

    def take(
        self,
        name: str,
        globals: "Mapping[str, object] | None" = None,  # noqa: A002 (Python's names)
        locals: "Mapping[str, object] | None" = None,  # noqa: A002
        fromlist: "Sequence[str] | None" = (),
        level: int = 0,
    ) -> "ModuleType":
        """Do what `__import__` does."""
        if fromlist and name in self._done:
            return self._done[name]
        if name not in self._places or level:
            return self._usual(name, globals, locals, fromlist or (), level)
        with self._lock:
            module = sys.modules.get(name) or self._load(name)
            if not fromlist:
                return sys.modules[PACKAGE]
            known = module.__dict__
            if "__path__" in known:
                for each in fromlist:
                    if each not in known and f"{name}.{each}" in self._places:
                        self._load(f"{name}.{each}")
            return module

    def _load(self, name: str) -> "ModuleType":
        """Return a module whose code has been run. What that raises goes through."""
        above, _, own = name.rpartition(".")
        parent = sys.modules.get(above) or self._load(above)
        code = self._ready.pop(name, None) or self._code(name)
        if code is None:
            self._usual(name)
            return sys.modules[name]
        module = sys.modules[name] = _Module(name)
        module.__file__ = source = self._above + code.co_filename
        module.__package__ = above
        if package := source.endswith(_PACKAGE):
            module.__package__ = name
            module.__path__ = [source[: -len(_PACKAGE)]]
        try:
            exec(code, module.__dict__)  # noqa: S102
        except BaseException:
            sys.modules.pop(name, None)
            raise
        setattr(parent, own, module)
        if not package:
            self._done[name] = module
        return module

    def _code(self, name: str) -> "CodeType | None":
        """Return the code of a module that has not changed, of one in the common piece only once."""
        at = self._places[name]
        size, time, start, end = self._rows[at : at + 4]
        if start < end:
            code: CodeType = marshal.loads(self._codes[start:end])  # noqa: S302
            return code if self._fits(code, size, time) else None
        common, self._common = self._common, ()
        if common:
            codes = marshal.loads(self._codes)  # noqa: S302
            self._ready = dict(zip(common, codes))  # noqa: B905
            if not self._fit(codes):
                for each, code in zip(common, codes):  # noqa: B905
                    at = self._places[each]
                    if not self._fits(code, *self._rows[at : at + 2]):
                        del self._ready[each]
        return self._ready.pop(name, None)

    def _fits(self, code: "CodeType", *stamp: int) -> bool:
        return self._fixed or unchanged(self._above + code.co_filename, stamp)

    def _fit(self, codes: "Sequence[CodeType]") -> bool:
        """Say whether none of the sources in the common piece has changed."""
        if self._fixed:
            return True
        size, time = self._sums
        try:
            for code in codes:
                now = os.stat(self._above + code.co_filename)
                size -= now.st_size
                time -= now.st_mtime_ns
        except OSError:
            return False
        return size == time == 0


def install() -> None:
    """Import the package's modules from the bundle, if there is one that fits."""
    folder = __file__.replace("\\", "/").rpartition("/")[0]
    try:
        (written, places, common, sums), data = parted(mapped(own(BUNDLE)))
    except (OSError, ValueError, EOFError, TypeError):
        return
    if written != python() or sys.flags.optimize:
        return
    # Where the package was built, its rules lie inside, and nothing changes.
    fixed = zipped() or os.path.isdir(folder + "/rules")
    above = folder.removesuffix(PACKAGE)
    builtins.__import__ = _Bundle(above, places, common, sums, data, fixed=fixed).take


def unchanged(source: str, stamp: "tuple[int, ...]") -> bool:
    """Say whether a source is as it was."""
    try:
        now = os.stat(source)
    except OSError:
        return False
    return (now.st_size, now.st_mtime_ns) == stamp


def python() -> "tuple[str | None, str]":
    """Return what the file depends on."""
    return sys.implementation.cache_tag, sys.byteorder
