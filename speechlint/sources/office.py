"""Old Word and WPS files (.doc, .wps), turned into .docx by an installed LibreOffice.

Nothing is sent anywhere: the program runs here, in a folder of its own that only the user can
read and that is gone afterwards.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile

from speechlint.errors import ReadError
from speechlint.sources.docx.package import LARGEST, too_large

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\3\4"  # some programs name a .docx so
_SECONDS = 120
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)


def converted(data: bytes) -> bytes:
    """Return an old file as .docx; raise ReadError where it cannot be."""
    if data.startswith(_ZIP):
        return data
    if not data.startswith(_OLE):
        raise ReadError("不是 Word 或 WPS 文件，或者文件已经损坏")
    if len(data) > LARGEST:
        raise ReadError(too_large(len(data)))
    program = _program()
    if program is None:
        raise ReadError(
            "旧格式（.doc、.wps）要靠 LibreOffice 读，这台电脑上没有；"
            "请在 Word 或 WPS 里另存为 .docx 后再检查"
        )
    with tempfile.TemporaryDirectory(prefix="speechlint-") as folder:  # mode 0700
        return _run(program, data, folder)


def _program() -> str | None:
    found = (shutil.which(name) for name in _NAMES)
    return next((path for path in (*found, *_PLACES) if path and os.path.isfile(path)), None)


def _run(program: str, data: bytes, folder: str) -> bytes:
    old, new = os.path.join(folder, "draft.doc"), os.path.join(folder, "draft.docx")
    with open(old, "wb") as stream:
        stream.write(data)
    # A profile of its own: another running office would refuse, and macros stay off.
    profile = (
        "file://"
        + ("/" if os.name == "nt" else "")
        + os.path.join(folder, "profile").replace("\\", "/")
    )
    command = [
        program, f"-env:UserInstallation={profile}", "--headless", "--norestore",
        "--convert-to", "docx", "--outdir", folder, old,
    ]  # fmt: skip
    try:
        subprocess.run(  # noqa: S603 - the program is the user's own
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
        with open(new, "rb") as stream:
            return stream.read()
    except subprocess.TimeoutExpired as error:
        raise ReadError(f"LibreOffice 用了 {_SECONDS} 秒还没有转换完，没有检查") from error
    except OSError as error:
        raise ReadError("LibreOffice 没能转换这个文件；请在 Word 或 WPS 里另存为 .docx") from error
