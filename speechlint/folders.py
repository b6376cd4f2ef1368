"""The drafts that lie in a folder."""

from __future__ import annotations

import os

from speechlint.sources import SUFFIXES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pathspec import GitIgnoreSpec


def walk(
    folder: str, note: Callable[[str], None], suffixes: tuple[str, ...] = SUFFIXES
) -> Iterator[str]:
    """Yield the drafts below a folder, and the folders that cannot be opened, in a fixed order.

    Drafts are what ends with one of the suffixes; tell `note` what is passed over.
    """
    ignored = _Ignored(folder)
    barred: list[str] = []
    for root, folders, files in os.walk(folder, onerror=lambda e: barred.append(e.filename)):
        yield from barred
        barred.clear()
        kept = []
        for name in sorted(folders):
            path = os.path.join(root, name)
            if name.startswith(".") or os.path.isfile(os.path.join(path, "pyvenv.cfg")):
                note(f"{path}：隐藏文件夹或虚拟环境，已略过")
            elif ignored.match(path, folder=True):
                note(f"{path}：.gitignore 已排除，已略过")
            else:
                kept.append(name)
        folders[:] = kept
        for name in sorted(files):
            path = os.path.join(root, name)
            if not name.lower().endswith(suffixes):
                continue
            if hidden(name) or not os.path.isfile(path):
                note(f"{path}：隐藏文件或断开的链接，已略过")
            elif ignored.match(path):
                note(f"{path}：.gitignore 已排除，已略过")
            else:
                yield path
    yield from barred


def hidden(name: str) -> bool:
    """Say whether a file's name is that of a hidden one, or of what Word keeps while it is open."""
    return name.startswith((".", "~$"))


class _Ignored:
    """What the .gitignore files say, from the repository's root down.

    Whoever names a folder that is ignored wants what is in it; then only what lies in it counts.
    """

    def __init__(self, folder: str) -> None:
        self._specs: dict[str, GitIgnoreSpec | None] = {}
        self._root = _repository(os.path.abspath(folder))
        if self.match(folder, folder=True):
            self._root = os.path.abspath(folder)

    def match(self, path: str, *, folder: bool = False) -> bool:
        path = os.path.abspath(path)
        here = os.path.dirname(path)
        while True:
            if verdict := self._verdict(here, path, folder=folder):
                return verdict > 0
            parent = os.path.dirname(here)
            if here in (self._root, parent):
                return False
            here = parent

    def _verdict(self, here: str, path: str, *, folder: bool) -> int:
        """Return 1 for ignored, -1 for taken back (a ! pattern), 0 for not named."""
        spec = self._spec(here)
        if spec is None:
            return 0
        relative = os.path.relpath(path, here).replace(os.sep, "/") + ("/" if folder else "")
        include = spec.check_file(relative).include
        return 0 if include is None else 1 if include else -1

    def _spec(self, here: str) -> GitIgnoreSpec | None:
        if here not in self._specs:
            file = os.path.join(here, ".gitignore")
            self._specs[here] = _patterns(file) if os.path.isfile(file) else None
        return self._specs[here]


def _patterns(file: str) -> GitIgnoreSpec | None:
    """Read a .gitignore; a file or a line that cannot be read says nothing, as in git."""
    from contextlib import suppress

    from pathspec import GitIgnoreSpec  # 60 ms: only where there is a .gitignore

    lines = []
    with suppress(OSError), open(file, encoding="utf-8", errors="replace") as stream:
        for line in stream:
            with suppress(ValueError):
                GitIgnoreSpec.from_lines([line])
                lines.append(line)
    return GitIgnoreSpec.from_lines(lines)


def _repository(folder: str) -> str:
    """Return the root of the repository around a folder, or the folder itself."""
    here = folder
    while True:
        if os.path.exists(os.path.join(here, ".git")):
            return here
        parent = os.path.dirname(here)
        if parent == here:
            return folder
        here = parent
