"""Which drafts a command line means: files, folders, globs."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# Below this share of Han characters a text found in a folder is no Chinese draft.
_HAN = 0.3


def find(paths: Iterable[str], note: Callable[[str], None]) -> Iterator[tuple[str, bool]]:
    """Yield the drafts that the paths mean, each once; tell `note` what was passed over.

    With each whether the user named it itself, and not just its folder.
    A path that does not exist is yielded too: reading it says so.
    """
    expanded = [(path, path != "-" and os.path.isdir(path)) for path in _globbed(paths)]
    named = {_key(path) for path, folder in expanded if not folder}
    seen: set[str] = set()
    for path, folder in expanded:
        for item in _drafts(path, note) if folder else (path,):
            if (key := _key(item)) not in seen:
                seen.add(key)
                yield item, key in named


def _drafts(folder: str, note: Callable[[str], None]) -> Iterator[str]:
    from speechlint.folders import walk

    return walk(folder, note)


def _key(path: str) -> str:
    return path if path == "-" else os.path.abspath(path)


def chinese(text: str) -> bool:
    """Say whether enough of a text is Han characters for it to be a Chinese draft.

    Characters that were lost count: a draft that someone has read wrongly is still one.
    """
    visible = len("".join(text.split()))
    han = sum(
        1
        for c in text
        if "一" <= c <= "鿿" or "㐀" <= c <= "䶿" or c >= "\U00020000" or c == "\ufffd"
    )
    return han >= _HAN * visible


def _globbed(paths: Iterable[str]) -> Iterator[str]:
    """Expand * ? [ ] ourselves: a Windows shell does not, and a quoted one need not."""
    for path in paths:
        if any(c in path for c in "*?[") and not os.path.exists(path):
            from glob import glob

            expanded = sorted(glob(path, recursive=True))
            yield from expanded or (path,)
        else:
            yield path
