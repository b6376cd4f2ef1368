"""Put a mended draft in the place of the old one: nothing is lost, nobody's work overwritten."""

from __future__ import annotations

import os
import stat

from speechlint.diagnostic import Applicability
from speechlint.oserrors import reason
from speechlint.record import NamedTuple
from speechlint.writing import ChangedError, replace_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from speechlint.sources.docx.tracking import Track


class Mending(NamedTuple):
    """Which fixes to make, and what becomes of the files that they change."""

    unsafe: bool = False
    write: bool = True
    backup: bool = False
    tracked: bool = False  # in a Word file

    @property
    def track(self) -> Track | None:
        """Return whose tracked changes they are to be, made now."""
        if not self.tracked:
            return None
        import time

        from speechlint.sources.docx.tracking import Track

        return Track("speechlint", time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()))

    @property
    def trust(self) -> frozenset[Applicability]:
        unsafe = {Applicability.UNSAFE} if self.unsafe else set()
        return frozenset({Applicability.SAFE, *unsafe})


class SaveError(Exception):
    """A draft that could not be written, and is as it was; Chinese."""


def save(path: str, new: bytes, old: bytes, *, backup: bool = False) -> None:
    """Write a draft that held `old`; raise SaveError where that cannot be done.

    With `backup` what it held stays beside it, as NAME.bak, or NAME.bak2 where that is taken.
    """
    kept = ""
    try:
        path = os.path.realpath(path)
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode):
            raise SaveError("不是普通文件，不能就地修改；请用 --fix - 从标准输入读")
        if not mode & 0o222 or not os.access(path, os.W_OK):
            raise SaveError("文件是只读的，没有改；请去掉只读属性再试")
        if backup:
            kept = _keep(path, old, mode)
        replace_file(path, new, old)
    except ChangedError as error:
        _forget(kept)
        raise SaveError("检查的时候文件被别人改过了，没有写入；请再运行一次") from error
    except OSError as error:
        _forget(kept)
        raise SaveError(f"写不进去（{reason(error)}），没有改") from error


def _keep(path: str, data: bytes, mode: int) -> str:
    """Write a file beside another, which nobody may read who may not read that one."""
    number = 1
    while True:
        name = f"{path}.bak{number if number > 1 else ''}"
        try:
            handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode & 0o600)
        except FileExistsError:
            number += 1
            continue
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(name, mode & 0o777)
        except BaseException:  # half a copy is none
            os.unlink(name)
            raise
        return name


def _forget(name: str) -> None:
    if name:
        os.unlink(name)
