"""Look at the built site: every link leads somewhere, and nothing is asked of anybody else.

    python docs/links.py dist/site

MkDocs checks the links of Markdown; here are those of the pages as they are served, navigation and
theme included, with their anchors, and whatever a browser would load by itself.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a browser follows only when somebody clicks.
_CLICKED = {("a", "href")}
_LOADED = {"src", "href", "srcset", "poster", "data", "action"}
# Says who made the page; nobody loads it.
_SAYS = {"canonical", "alternate", "prev", "next"}


class Page(HTMLParser):
    """The links and the anchors of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.clicked: list[str] = []
        self.loaded: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.anchors.update(filter(None, (given.get("id"), given.get("name"))))
        for name, value in attrs:
            if name not in _LOADED or not value or value.startswith(("data:", "javascript:")):
                continue
            if (tag, name) in _CLICKED or given.get("rel") in _SAYS:
                self.clicked.append(value)
            else:
                self.loaded.append(value)


def read(root: str) -> dict[str, Page]:
    """Return the pages of a site by their path."""
    pages = {}
    for folder, _, files in os.walk(root):
        for name in files:
            if name.endswith(".html"):
                path = os.path.join(folder, name)
                with open(path, encoding="utf-8") as stream:
                    pages[os.path.relpath(path, root)] = Page(stream.read())
    return pages


def faults(root: str, counts: Counter[str]) -> Iterator[str]:
    """Yield what is wrong; count the links by what they lead to."""
    pages = read(root)
    for path, page in sorted(pages.items()):
        if path == "404.html":  # its links begin at the root of a server
            continue
        for link in page.loaded:
            if urlsplit(link).netloc:
                yield f"{path}: loads {link}"
        for link in (*page.loaded, *page.clicked):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                counts["elsewhere"] += 1
                continue
            target = os.path.normpath(os.path.join(os.path.dirname(path), unquote(parts.path)))
            target = path if not parts.path else target
            if not os.path.isfile(os.path.join(root, target)):
                yield f"{path}: nothing is at {link}"
            elif parts.fragment and target in pages:
                counts["anchors"] += 1
                if unquote(parts.fragment) not in pages[target].anchors | {"__toc", "__nav"}:
                    yield f"{path}: no anchor {link}"
            else:
                counts["files"] += 1
    counts["pages"] = len(pages)


def main(root: str) -> int:
    """Print what is wrong and how much was looked at; return an exit code."""
    counts: Counter[str] = Counter()
    found = list(faults(root, counts))
    print(*found, sep="\n", end="\n" if found else "")
    told = ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
    print(f"{len(found)} broken links; looked at: {told}")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
