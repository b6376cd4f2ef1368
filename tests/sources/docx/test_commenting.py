"""Comments stand on the exact words, are not doubled, and change nothing else."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import docx as python_docx
import pytest

from speechlint.sources.docx import Draft
from speechlint.sources.docx.commenting import Note, annotated
from speechlint.text import Span
from tests.sources.docx.making import abstract, docx, level, num, numbered, paragraph, run
from tests.sources.docx.test_oracle import converted, needs_office

if TYPE_CHECKING:
    from pathlib import Path

WHEN = "2026-03-01T08:00:00Z"


def notes(draft: Draft, pattern: str) -> list[Note]:
    found = re.finditer(pattern, draft.document.text)
    return [Note(Span(*match.span()), (f"“{match[0]}”有误", "请改")) for match in found]


def commented(data: bytes, pattern: str) -> bytes:
    draft = Draft(data)
    return annotated(draft, notes(draft, pattern), WHEN)


def anchored(data: bytes) -> list[tuple[str, str]]:
    """Return the words that each comment stands on, and what it says."""
    package = zipfile.ZipFile(io.BytesIO(data))
    body = package.read("word/document.xml").decode()
    said = package.read("word/comments.xml").decode()
    out = []
    for comment in re.finditer(r'<w:comment w:id="(\d+)"[^>]*>(.*?)</w:comment>', said, re.DOTALL):
        start = body.index(f'<w:commentRangeStart w:id="{comment[1]}"/>')
        end = body.index(f'<w:commentRangeEnd w:id="{comment[1]}"/>')
        words = "".join(re.findall(r"<w:t[ >][^<]*", body[start:end]))
        lines = re.findall(r"<w:t [^>]*>([^<]*)</w:t>", comment[2])
        out.append((re.sub(r"<w:t[^>]*>", "", words), "/".join(lines)))
    return out


@pytest.mark.parametrize(
    "inner",
    [
        run("投资XX亿元"),
        run("XX亿元", "<w:b/>"),
        run("投资XX"),
        run("XX"),
        run("投资X") + run("X亿元", "<w:b/>"),
        "<w:r><w:rPr><w:b/></w:rPr><w:tab/><w:t>XX</w:t><w:br/><w:t>亿</w:t></w:r>",
        f"<w:ins>{run('投资XX亿元')}</w:ins>",
        f'<w:hyperlink r:id="rId9">{run("投资XX亿元")}</w:hyperlink>',
        f"<w:sdt><w:sdtContent>{run('投资XX亿元')}</w:sdtContent></w:sdt>",
    ],
)
def test_on_the_exact_words(inner: str) -> None:
    data = docx(f"<w:p>{inner}</w:p>")
    new = commented(data, "XX")
    assert anchored(new) == [("XX", "“XX”有误/请改")]
    assert Draft(new).document.text == Draft(data).document.text
    assert commented(new, "XX") == new


def test_many_in_one_run_side_by_side_and_over_paragraphs() -> None:
    data = docx(paragraph("甲乙丙") + paragraph("丁"))
    assert [words for words, _ in anchored(commented(data, "甲|乙|丙\n丁"))] == ["甲", "乙", "丙丁"]


def test_formatting_stays_on_both_sides() -> None:
    new = commented(docx(paragraph(run("前XX后", "<w:b/>"))), "XX")
    body = zipfile.ZipFile(io.BytesIO(new)).read("word/document.xml").decode()
    assert body.count("<w:rPr><w:b/></w:rPr>") == 3


def test_what_has_no_anchor_is_told_at_the_nearest_words() -> None:
    lists = abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0)
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('框XX')}</w:txbxContent></w:pict></w:r>"
    data = docx(
        paragraph("首段")
        + numbered("加强领导")
        + paragraph("有注", reference)
        + paragraph("有框", box),
        numbering=lists,
        footnotes=f'<w:footnote w:id="1">{paragraph("注XX")}</w:footnote>',
        header=paragraph("眉XX"),
    )
    new = commented(data, "一、|XX")
    assert anchored(new) == [
        ("加强领导", "自动编号“一、”：/“一、”有误/请改"),
        ("有框", "文本框“XX”：/“XX”有误/请改"),
        ("有注", "脚注“XX”：/“XX”有误/请改"),
        ("首段", "页眉“XX”：/“XX”有误/请改"),
    ]
    assert commented(new, "一、|XX") == new


def test_comments_of_others_stay() -> None:
    theirs = f'<w:comment w:id="4" w:author="李四">{paragraph("请核")}</w:comment>'
    data = docx(paragraph("投资XX亿元"), comments=theirs)
    new = commented(data, "XX")
    said = zipfile.ZipFile(io.BytesIO(new)).read("word/comments.xml").decode()
    assert theirs in said
    assert f'<w:comment w:id="5" w:author="speechlint" w:date="{WHEN}" w:initials="校">' in said


def test_an_empty_list_of_comments() -> None:
    data = docx(paragraph("投资XX亿元"), comments="")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        whole = package.read("word/comments.xml")
    closed = whole.replace(b"></w:comments>", b"/>")
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            for name in old.namelist():
                made.writestr(name, closed if name.endswith("comments.xml") else old.read(name))
    assert anchored(commented(out.getvalue(), "XX")) == [("XX", "“XX”有误/请改")]


def test_nothing_to_say_is_the_same_file() -> None:
    data = docx(paragraph("同志们："))
    assert commented(data, "XX") == data
    assert commented(docx(""), "XX") == docx("")


def test_an_independent_reader_finds_them(tmp_path: Path) -> None:
    draft = python_docx.Document()
    draft.add_paragraph("完成投资XX亿元，同比增长XX%。")
    draft.add_table(1, 1).cell(0, 0).text = "合计XX"
    draft.save(str(tmp_path / "made.docx"))
    new = commented((tmp_path / "made.docx").read_bytes(), "XX")
    (tmp_path / "new.docx").write_bytes(new)
    read = python_docx.Document(str(tmp_path / "new.docx"))
    assert [(c.author, c.text) for c in read.comments] == [("speechlint", "“XX”有误\n请改")] * 3
    assert read.paragraphs[0].text == "完成投资XX亿元，同比增长XX%。"


@needs_office
def test_libreoffice_finds_them(tmp_path: Path) -> None:
    new = commented(
        docx(paragraph("完成投资", run("X", "<w:b/>"), "X亿元") + paragraph("XX")), "XX"
    )
    opened = zipfile.ZipFile(converted(tmp_path, new, "odt")).read("content.xml").decode()
    pattern = r"<office:annotation office:name.*?</office:annotation>(.*?)<office:annotation-end"
    words = [re.sub("<[^>]*>", "", match[1]) for match in re.finditer(pattern, opened)]
    assert words == ["XX", "XX"]
    assert opened.count("<dc:creator>speechlint</dc:creator>") == 2
