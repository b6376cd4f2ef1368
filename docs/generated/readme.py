"""Sections of README.zh-CN.md in pages of the site: said once, shown in both.

`<!-- README: 放进版本库 -->` on a line of its own is replaced with what stands under that heading,
without the heading; `<!-- README: 使用 / 修复 -->` with what stands under a heading below it.
Without a name below, what stands below deeper headings comes too, unless ` / ` ends it:
`<!-- README: 配置 / -->` stops at the first.
"""

from __future__ import annotations

import os
import posixpath
import re

FILE = os.path.join(os.path.dirname(__file__), "..", "..", "README.zh-CN.md")
# Where the site has what the README links to.
PLACES = {
    "editors/README.md": "start/editor.md",
    "editors/": "start/editor.md",
    "ci/gitlab.yml": "start/gitlab.yml",
    "CONTRIBUTING.md": "pack.md",
    "SECURITY.md": "security.md",
    "rules": "rules/index.md",
}
_WANTED = re.compile(r"(?m)^<!-- README: (.+?)(?: /(?: (.*?))?)? -->$")
_LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#)([^)\s]+)(?=\))")
_PARTS = re.compile(r"(?ms)^```.*?^```$|^(#{1,6}) (.+?)$")


class MissingError(LookupError):
    """The README has no such section."""


def filled(markdown: str, page: str) -> str:
    """Replace each comment of a page; `page` is its path, from which links count."""

    def text(match: re.Match[str]) -> str:
        whole, (name, below) = match[0], match.groups()
        found = section(name, below or "", deep=whole.rstrip(" ->").endswith(name))
        folder = posixpath.dirname(page)
        return _LINK.sub(lambda link: _moved(link[1], folder), found)

    return _WANTED.sub(text, markdown)


def section(name: str, below: str = "", *, deep: bool = True) -> str:
    """Return what stands under a heading of the README. Raise MissingError."""
    with open(FILE, encoding="utf-8") as stream:
        text = stream.read()
    for wanted in filter(None, (name, below)):
        text = _under(text, wanted)
    if not deep:
        first = next((m for m in _PARTS.finditer(text) if m[1]), None)
        text = text[: first.start()] if first else text
    return text.strip()


def _under(text: str, wanted: str) -> str:
    start, level = -1, 0
    for match in _PARTS.finditer(text):
        if not match[1]:
            continue
        if start >= 0 and len(match[1]) <= level:
            return text[start : match.start()]
        if start < 0 and match[2] == wanted:
            start, level = match.end(), len(match[1])
    if start < 0:
        raise MissingError(f"README.zh-CN.md has no section {wanted}")
    return text[start:]


def _moved(link: str, folder: str) -> str:
    path, _, anchor = link.partition("#")
    place = PLACES.get(path)
    if place is None:
        raise MissingError(f"README.zh-CN.md links to {path}, which the site does not have")
    return posixpath.relpath(place, folder or ".") + (f"#{anchor}" if anchor else "")
