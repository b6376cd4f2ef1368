"""Why the operating system refused, in Chinese."""

from __future__ import annotations

import errno
import os

from speechlint.errors import ReadError

_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "链接绕成了圈",
    errno.ENOSPC: "磁盘满了",
    errno.EIO: "磁盘读写出错",
    errno.EBUSY: "文件正被占用",
    errno.EMFILE: "打开的文件太多",
}


def reason(error: OSError) -> str:
    """Return what stopped us; in the system's words where we have none."""
    return _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__


def unreadable(path: str, error: OSError) -> ReadError:
    """Return the error for a draft that cannot be read."""
    if isinstance(error, FileNotFoundError):
        return ReadError("没有这个文件，请核对路径")
    if isinstance(error, IsADirectoryError):
        barred = not os.access(path, os.R_OK | os.X_OK)
        return ReadError("没有打开这个文件夹的权限" if barred else "这是文件夹，不是文件")
    if isinstance(error, PermissionError):
        return ReadError("没有读取权限，请检查文件属性")
    return ReadError(f"读取失败：{reason(error)}")
