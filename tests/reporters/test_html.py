"""The report as a page: marked words, notes beside them, and the 校对单."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from speechlint import packs
from speechlint.api import Checking
from speechlint.failing import Failure
from speechlint.reporters import Report, html

DRAFT = """在全县推进会上的讲话

同志们：

一、看清形势
今年安排XX个项目，其中新建12个、续建9个，一共20个。要抓好“甲&乙”专项<丙>。
三、压实责任
要按时完成。
"""


class Page(HTMLParser):
    """Collects the text under each class, and checks that every element is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {}
        self._open: list[tuple[str, list[str]]] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("meta", "input"):
            return
        names = [*(dict(attrs).get("class") or "").split(), tag]
        for name in names:
            self.found.setdefault(name, []).append("")
        self._open.append((tag, names))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for _, names in self._open:
            for name in names:
                self.found[name][-1] += data


def rendered(text: str = DRAFT, path: str = "稿 <1>.txt") -> str:
    report = Report()
    report.files.append(Checking().check(text.encode(), path))
    return html.render(report)


def test_words_are_marked_and_notes_stand_beside_them() -> None:
    page = Page(rendered())
    assert page.found["mark"] == ["XX", "20个", "三、"]
    assert page.found["level"] == ["错误", "错误", "错误"]
    assert page.found["code"] == ["placeholder.mask", "figure.sum", "numbering.gap"]
    assert page.found["row"][4].startswith("一、看清形势")
    assert "“甲&乙”专项<丙>" in page.found["sheet"][0]


def test_the_slip_lists_paragraph_words_problem_and_advice() -> None:
    page = Page(rendered())
    assert page.found["th"] == ["序号", "段落", "原文", "问题", "建议", "采纳"]
    rows = page.found["slip"][0]
    assert (
        rows.split("\n")[2]
        == "16今年安排XX个项目，其中新建12个、错误：“XX个”里的占位符还没有换成实际内容□"
    )
    assert rows.count("□") == 3


def test_outline_and_figures() -> None:
    page = Page(rendered())
    assert page.found["summary"][0] == "提纲"
    assert "三、压实责任" in page.found["details"][0]
    assert page.found["figures"] == ["\n不符总分20个12+9=21个\n"]


def test_nothing_can_be_loaded_and_nothing_else_can_run() -> None:
    text = rendered()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'", policy[1]
    )
    assert not re.search(r"(?:src|href)=\"(?!#)", text)
    assert "url(" not in text


def test_two_marks_that_overlap_share_their_words() -> None:
    text = rendered("今年开工XX个项目,完成投资XX亿元。\n")
    for words in Page(text).found["mark"]:
        assert words
    assert "".join(Page(text).found["row"][0].split("错误")[:1]).startswith(
        "今年开工XX个项目,完成投资XX亿元。"
    )


def test_a_clean_draft_and_one_that_could_not_be_read() -> None:
    report = Report()
    report.files.append(Checking().check("同志们：\n".encode(), "a.txt"))
    report.errors.append(Failure("b<.txt", "没有这个文件，请核对路径"))
    page = Page(html.render(report))
    assert "没有待填的空白" in page.found["facts"][0]
    assert "4 字，念完约 1 秒（一分钟 200 字）" in page.found["facts"][0]
    assert "slip" not in page.found
    assert page.found["failures"] == ["没能检查\nb<.txt：没有这个文件，请核对路径\n"]


def test_families_have_the_titles_of_their_packs() -> None:
    folders = {file.parent for file in Path(packs.builtin()).glob("*/pack.toml")}
    assert {f.name: packs.load_title(str(f))["title"] for f in folders} == html.FAMILIES
