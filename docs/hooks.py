"""What MkDocs calls: pages made from the code, parts of the README, the search index as a script."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import material.plugins.search.plugin as search  # type: ignore[import-untyped]
from generated import commands, drawings, measured, readme, rules, running, settings
from mkdocs.structure.files import File, Files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_HAN = "[\u2014\u2018-\u201d\u2026\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]"
_BROKEN = re.compile(rf"(?<={_HAN})\n(?=(?:<[a-z][^>]*>)*{_HAN})|(?<=>)(?<!p>)\n(?={_HAN})")
_THERE = "[打开离线页面](../speechlint.html){ .md-button .md-button--primary }"
_NOT_THERE = """\
!!! note "从哪里来"
    这一份文档没有带上它。向发给你文档的人要，或者在项目里运行 `make page`，做好的在 `dist/speechlint.html`。
"""
# The offline page, where it has been built, is put beside the documentation.
OFFLINE = os.path.join(ROOT, "dist", "speechlint.html")
# Pictures and files that lie elsewhere in the project: where they are found in the site.
SHARED = {
    "assets/vscode.png": "editors/vscode/images/vscode.png",
    "assets/vscode-fix.png": "editors/vscode/images/vscode-fix.png",
    "reference/rule.schema.json": "rules/rule.schema.json",
    "start/gitlab.yml": "ci/gitlab.yml",
    **{
        f"editors/{name}": f"editors/{name}"
        for name in os.listdir(os.path.join(ROOT, "editors"))
        if name.endswith((".lua", ".el", ".vim", ".toml", ".json"))
    },
}


def on_startup(**_: object) -> None:
    """Leave the words of the search index whole: assets/search.js looks for parts of words."""
    search.jieba = None


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the pages of the rules into the navigation."""
    for entry in config.nav or ():
        if "规则" in entry:
            entry["规则"] += rules.navigation()
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is generated, and what lies elsewhere in the project."""
    with open(os.path.join(ROOT, "SECURITY.md"), encoding="utf-8") as stream:
        security = ("security.md", stream.read())
    for path, text in (*rules.pages(), *settings.pages(), *commands.pages(), security):
        files.append(File.generated(config, path, content=text))
    shared = {path: os.path.join(ROOT, place) for path, place in SHARED.items()}
    if os.path.isfile(OFFLINE):
        shared["speechlint.html"] = OFFLINE
    for path, place in shared.items():
        files.append(File.generated(config, path, abs_src_path=place))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Put in what a page asks for: sections of the README, runs, drawings, measurements."""
    built = os.path.isfile(OFFLINE)
    markdown = markdown.replace("<!-- OFFLINE -->", _THERE if built else _NOT_THERE)
    markdown = readme.filled(markdown, page.file.src_uri)
    for filled in (running.filled, drawings.filled, measured.filled):
        markdown = filled(markdown)
    return markdown


def on_page_content(html: str, page: Page, **_: object) -> str:
    """Show ⟦what is reported⟧ as a mark, and no space where a line of Chinese was broken."""
    if page.file.src_uri.startswith("rules/"):
        html = re.sub("⟦(.*?)⟧", r"<mark>\1</mark>", html, flags=re.DOTALL)
        html = f'<div class="rule">{html}</div>'
    parts = re.split("(<pre.*?</pre>)", html, flags=re.DOTALL)
    return "".join(part if part.startswith("<pre") else _BROKEN.sub("", part) for part in parts)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the search index as a script too: a page from disk may not fetch a file."""
    folder = os.path.join(config.site_dir, "search")
    with open(os.path.join(folder, "search_index.json"), encoding="utf-8") as stream:
        index = stream.read()
    with open(os.path.join(folder, "search_index.js"), "w", encoding="utf-8") as stream:
        stream.write(f"var __index = {index}")
