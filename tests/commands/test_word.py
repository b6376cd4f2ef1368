"""Word drafts on the command line: checked, mended, annotated."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from speechlint.sources.docx import Draft
from tests.sources.docx.making import abstract, docx, level, num, numbered, paragraph, run
from tests.sources.docx.test_oracle import needs_office

if TYPE_CHECKING:
    from tests.commands.conftest import Office

LISTS = abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0)
BODY = (
    paragraph("在全县推进会上的讲话")
    + numbered("看清形势")
    + paragraph(run("截止", "<w:b/>"), run("目前,开工XX个项目。"))
    + numbered("压实责任")
)
DRAFT = docx(BODY, numbering=LISTS)


def text(path: str) -> str:
    return Draft(Path(path).read_bytes()).document.text


def part(path: str, name: str) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode()


def test_a_report_names_paragraphs(office: Office) -> None:
    office.write("稿.docx", DRAFT)
    result = office.run("稿.docx", "-q")

    assert result.code == 1
    assert result.out.splitlines() == [
        "稿.docx:第3段: 错误 word.as-of “截止目前”应为“截至目前” [可修复]",
        "稿.docx:第3段: 错误 punct.width 中文里用了半角“,”，应为“，”（本段共 1 处） [可修复]",
        "稿.docx:第3段: 错误 placeholder.mask “XX个”里的占位符还没有换成实际内容",
    ]


def test_json(office: Office) -> None:
    office.write("稿.docx", DRAFT)
    report = json.loads(office.run("稿.docx", "--output-format", "json").out)

    found = report["files"][0]
    assert found["unit"] == "paragraph"
    assert found["blanks"] == 1
    assert found["diagnostics"][0]["start"] == {"line": 3, "column": 1}
    assert found["diagnostics"][2]["start"] == {"line": 3, "column": 8}


def test_computed_numbers_are_compared(office: Office) -> None:
    other = abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0)
    skip = num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>')
    body = numbered("看清形势") + numbered("抓住重点") + numbered("压实责任", 0, 2)
    office.write("稿.docx", docx(body, numbering=other + skip))
    result = office.run("稿.docx", "-q")

    assert result.out.startswith("稿.docx:第3段: 错误 numbering.gap “二、”之后应为“三、”")
    assert "可修复" not in result.out


def test_in_a_folder(office: Office) -> None:
    office.write("d/稿.docx", DRAFT)
    office.write("d/~$稿.docx", b"Word has it open")

    assert office.run("d", "--statistics").out.startswith("     1 placeholder.mask")


def test_fix_keeps_the_formatting(office: Office) -> None:
    office.write("稿.docx", DRAFT)
    assert office.run("--fix", "稿.docx").code == 1

    assert text("稿.docx").split("\n")[2] == "截至目前，开工XX个项目。"
    body = part("稿.docx", "word/document.xml")
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">截至</w:t>' in body
    assert '<w:r><w:t xml:space="preserve">目前，开工XX个项目。</w:t>' in body


def test_tracked_changes(office: Office) -> None:
    office.write("稿.docx", DRAFT)
    office.run("--fix", "--track", "稿.docx")

    assert text("稿.docx").split("\n")[2] == "截至目前，开工XX个项目。"
    body = part("稿.docx", "word/document.xml")
    assert body.count("<w:del ") == body.count("<w:ins ") == 2
    assert '<w:rPr><w:b/></w:rPr><w:delText xml:space="preserve">止</w:delText>' in body
    assert '<w:delText xml:space="preserve">,</w:delText>' in body
    assert 'w:author="speechlint"' in body


def test_what_reaches_over_a_paragraph_is_only_shown(office: Office) -> None:
    body = paragraph("今年以来，全县上下齐心协力抓项目、促投") + paragraph("资，成效是明显的。")
    office.write("稿.docx", docx(body))
    before = Path("稿.docx").read_bytes()
    result = office.run("--fix", "稿.docx")

    assert "scrape.wrap" in result.out
    assert "已修复" not in result.out
    assert Path("稿.docx").read_bytes() == before


def test_annotate(office: Office) -> None:
    office.write("稿.docx", DRAFT)
    result = office.run("稿.docx", "--annotate", "批注.docx", "-q")

    assert result.code == 1
    said = part("批注.docx", "word/comments.xml")
    assert said.count("<w:comment ") == 3
    assert "［错误］“截止目前”应为“截至目前”（word.as-of）" in said
    assert "建议：改为“截至目前”" in said
    assert text("批注.docx") == text("稿.docx")


def test_annotate_twice_doubles_nothing(office: Office) -> None:
    office.write("稿.docx", DRAFT)
    office.run("稿.docx", "--annotate", "一.docx")
    office.run("一.docx", "--annotate", "二.docx")

    assert Path("一.docx").read_bytes() == Path("二.docx").read_bytes()


def test_annotate_after_a_fix(office: Office) -> None:
    office.write("稿.docx", DRAFT)
    office.run("--fix", "稿.docx", "--annotate", "批注.docx")

    assert text("批注.docx") == text("稿.docx")
    assert part("批注.docx", "word/comments.xml").count("<w:comment ") == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("a.txt", "--annotate", "b.docx"),
            "--annotate 要与一份 Word 稿（.docx、.doc、.wps）一起用",
        ),
        (("a.docx", "b.docx", "--annotate", "c.docx"), "--annotate 要与一份 Word 稿"),
        (("a.docx", "--annotate", "c.doc"), "--annotate 后面应是 .docx 文件名"),
        (("a.docx", "--diff", "--annotate", "c.docx"), "--annotate 不能与 --diff 一起用"),
        (("a.docx", "--annotate", "./a.docx"), "--annotate 会盖掉原稿，请另起一个文件名"),
        (("a.docx", "--track"), "--track 要与 --fix 或 --unsafe-fixes 一起用"),
        (("a.docx", "b.txt", "--fix", "--track"), "b.txt：--track 只用于 Word 稿（.docx）"),
    ],
)
def test_options_that_do_not_agree(office: Office, words: tuple[str, ...], message: str) -> None:
    result = office.run(*words)
    assert result.code == 2
    assert message in result.err


def test_a_copy_that_cannot_be_written(office: Office) -> None:
    office.write("稿.docx", DRAFT)
    result = office.run("稿.docx", "--annotate", "没有/批注.docx")

    assert result.code == 2
    assert "没有/批注.docx：批注写不进去（" in result.err


def test_what_is_no_word_file(office: Office) -> None:
    office.write("稿.docx", "同志们：\n")
    result = office.run("稿.docx", "--annotate", "批注.docx")

    assert result.code == 2
    assert "稿.docx：不是 .docx 文件，或者文件已经损坏" in result.err


def test_old_formats_without_an_office(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("speechlint.sources.office._program", lambda: None)
    office.write("稿.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    office.write("稿.wps", "同志们：\n")
    office.write("改名.doc", DRAFT)
    result = office.run("稿.doc", "稿.wps", "改名.doc", "-q")

    assert result.code == 2
    assert "稿.doc：旧格式（.doc、.wps）要靠 LibreOffice 读，这台电脑上没有" in result.err
    assert "稿.wps：不是 Word 或 WPS 文件，或者文件已经损坏" in result.err
    assert "改名.doc:第3段: 错误 word.as-of" in result.out


@needs_office
def test_old_formats(office: Office, tmp_path: Path) -> None:
    from tests.sources.docx.test_oracle import converted

    folder = tmp_path / "made"
    folder.mkdir()
    shutil.copy(converted(folder, DRAFT, "doc"), "稿.wps")
    result = office.run("稿.wps", "-q")

    assert "稿.wps:第3段: 错误 word.as-of “截止目前”应为“截至目前”" in result.out
    before = Path("稿.wps").read_bytes()
    assert office.run("--fix", "稿.wps").code == 2
    assert Path("稿.wps").read_bytes() == before


def test_html(office: Office) -> None:
    office.write("稿.docx", DRAFT)
    office.run("稿.docx", "--output-format", "html", "--output-file", "报告.html")
    page = Path("报告.html").read_text("utf-8")

    assert page.startswith("<!doctype html>")
    assert "校对单：稿.docx" in page


def test_other_commands_name_paragraphs_too(office: Office) -> None:
    office.write("稿.docx", DRAFT)
    office.run("baseline", "write", "稿.docx")

    assert "还有 1 处空白待填：第3段" in office.run("stats", "稿.docx").out
    assert "稿.docx:第3段: placeholder.mask" in office.run("baseline", "show", "稿.docx").out


def test_figures(office: Office) -> None:
    body = paragraph("") + paragraph("今年新建12个、续建9个，共20个。")
    office.write("稿.docx", docx(body))
    report = json.loads(office.run("figures", "稿.docx", "--output-format", "json").out)

    assert [f["start"]["line"] for f in report["files"][0]["figures"]] == [2, 2, 2]
    assert "段:列" in office.run("figures", "稿.docx").out


def test_standard_input(office: Office) -> None:
    result = office.run("-", "--stdin-filename", "稿.docx", "-q", stdin=DRAFT)
    assert result.out.startswith("稿.docx:第3段: 错误 word.as-of")
    mended = office.process("--fix", "-", "--stdin-filename", "稿.docx", stdin=b"PK\3\4")
    assert mended.code == 2
