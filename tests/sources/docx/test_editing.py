"""Edits change words inside runs; formatting and every other byte of the file stay."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from speechlint.errors import ReadError
from speechlint.sources.docx import Draft
from speechlint.sources.docx.editing import UneditableError, editable, edited
from speechlint.text import Span
from tests.sources.docx.making import abstract, docx, level, num, numbered, paragraph, run


def edit(draft: Draft, old: str, new: str) -> Edit:
    at = draft.document.text.index(old)
    return Edit(Span(at, at + len(old)), new)


def after(data: bytes, *changes: tuple[str, str]) -> bytes:
    draft = Draft(data)
    return edited(draft, [edit(draft, old, new) for old, new in changes])


def document(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def test_inside_a_run() -> None:
    data = docx(paragraph(run("截止目前，开工20个。", "<w:b/>")))
    new = after(data, ("截止", "截至"))
    assert document(new) == document(data).replace("截止", "截至")


def test_over_three_runs_the_first_takes_the_new_words() -> None:
    data = docx(paragraph(run("完成投资X", "<w:b/>"), run("X", "<w:i/>"), run("X亿元")))
    new = Draft(after(data, ("XXX", "12")))
    assert new.document.text == "完成投资12亿元"
    assert [piece.text for piece in new.blocks[0].pieces] == ["完成投资12", "亿元"]


def test_what_xml_writes_in_another_way() -> None:
    data = docx(paragraph(run("A&amp;B&lt;C&#x4E2D;D<![CDATA[E&F]]>")))
    assert Draft(data).document.text == "A&B<C中DE&F"
    assert Draft(after(data, ("&B", "<"))).document.text == "A<<C中DE&F"
    assert "&lt;&lt;C" in document(after(data, ("&B", "<")))
    assert Draft(after(data, ("中", "国"))).document.text == "A&B<C国DE&F"


def test_spaces_at_an_edge_are_kept() -> None:
    data = docx(paragraph("<w:r><w:t>甲乙</w:t></w:r>"))
    new = after(data, ("乙", " "))
    assert '<w:t xml:space="preserve">甲 </w:t>' in document(new)
    assert document(after(docx(paragraph("甲乙")), ("乙", " "))).count("preserve") == 1


def test_an_insertion() -> None:
    data = docx(paragraph(run("（一", "<w:b/>")) + paragraph("乙"))
    draft = Draft(data)
    new = edited(draft, [Edit(Span(2, 2), "）")])
    assert Draft(new).document.text == "（一）\n乙"
    assert Draft(edited(draft, [Edit(Span(0, 0), "“")])).document.text == "“（一\n乙"


def test_a_soft_break_can_be_taken_out() -> None:
    data = docx(paragraph("<w:r><w:t>上半</w:t><w:br/><w:t>下半</w:t></w:r>"))
    assert Draft(after(data, ("\n", ""))).document.text == "上半下半"
    assert Draft(after(data, ("半\n下", "半"))).document.text == "上半半"


@pytest.mark.parametrize(
    ("body", "old"),
    [
        (paragraph("上半") + paragraph("下半"), "半\n下"),
        (f'<w:p><w:fldSimple w:instr="AUTHOR">{run("张三")}</w:fldSimple></w:p>', "张"),
        ("<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>", "x"),
        (numbered("文"), "一、"),
        (paragraph('<w:r><w:sym w:font="Symbol" w:char="F0B1"/></w:r>'), "±"),
    ],
)
def test_what_cannot_be_edited(body: str, old: str) -> None:
    lists = abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0)
    draft = Draft(docx(body, numbering=lists))
    change = edit(draft, old, "新")
    assert not editable(draft, change)
    with pytest.raises(UneditableError):
        edited(draft, [change])


def test_a_character_that_xml_cannot_hold() -> None:
    draft = Draft(docx(paragraph("甲")))
    for bad in ("\0", "\x0b", "\ud800", "\uffff"):
        assert not editable(draft, edit(draft, "甲", bad))


def test_a_fix_that_cannot_be_made_is_only_shown() -> None:
    draft = Draft(docx(paragraph("上半") + paragraph("下半")))

    def found(edit: Edit) -> Diagnostic:
        fix = Fix("改", (edit,), Applicability.SAFE)
        return Diagnostic("a.b", "a.b", Severity.ERROR, "错", edit.span, fix)

    limited = draft.limited([found(Edit(Span(0, 1), "新")), found(Edit(Span(2, 3), ""))])
    assert [d.fix and d.fix.applicability for d in limited] == [
        Applicability.SAFE,
        Applicability.DISPLAY,
    ]


def test_only_the_part_that_changes_is_written_anew() -> None:
    data = docx(paragraph("甲"), header=paragraph("眉"), styles="")
    new = after(data, ("甲", "乙"))
    old_zip, new_zip = (zipfile.ZipFile(io.BytesIO(d)) for d in (data, new))
    assert new_zip.testzip() is None
    assert new_zip.namelist() == old_zip.namelist()
    for old, made in zip(old_zip.infolist(), new_zip.infolist(), strict=True):
        if old.filename == "word/document.xml":
            continue
        size = old.compress_size + len(old.filename) + 30
        assert data[old.header_offset :][:size] == new[made.header_offset :][:size]
        assert (old.date_time, old.external_attr, old.CRC) == (
            made.date_time,
            made.external_attr,
            made.CRC,
        )


def test_nothing_to_edit_is_the_same_file() -> None:
    data = docx(paragraph("甲"))
    assert edited(Draft(data), []) == data


def test_a_zip_that_we_do_not_write() -> None:
    data = b"#!/bin/sh\n" + docx(paragraph("甲"))
    draft = Draft(data)
    with pytest.raises(ReadError, match="压缩方式少见"):
        edited(draft, [Edit(Span(0, 1), "乙")])


def test_entries_with_sizes_behind_the_data_and_a_comment() -> None:
    """As programs write them that cannot go back in a stream."""

    class Stream(io.RawIOBase):
        def __init__(self) -> None:
            self.data = b""

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.data += bytes(data)  # type: ignore[call-overload]
            return len(data)  # type: ignore[arg-type]

    old = zipfile.ZipFile(io.BytesIO(docx(paragraph("甲"))))
    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name in old.namelist():
            made.writestr(name, old.read(name))
        made.comment = "备注".encode()
    new = after(stream.data, ("甲", "乙"))
    package = zipfile.ZipFile(io.BytesIO(new))
    assert package.testzip() is None
    assert package.comment.decode() == "备注"
    assert Draft(new).document.text == "乙"


WORDS = st.text("甲乙X（ &<“", min_size=1, max_size=4)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=3), st.data())
def test_random_edits_do_to_the_words_what_they_do_to_the_text(
    paragraphs: list[list[str]], data: st.DataObject
) -> None:
    def made(text: str) -> str:
        return run(text.replace("&", "&amp;").replace("<", "&lt;"))

    body = "".join(paragraph(*(made(text) for text in runs)) for runs in paragraphs)
    draft = Draft(docx(body))
    text = draft.document.text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 6)))
    change = Edit(Span(start, end), data.draw(st.text("新<& ”", max_size=3)))
    if "\n" in text[start:end] or not editable(draft, change):
        return
    new = Draft(edited(draft, [change])).document.text
    if start == end:  # at a paragraph's edge it may go to either side
        assert new.replace("\n", "") == (text[:start] + change.replacement + text[end:]).replace(
            "\n", ""
        )
    else:
        assert new == text[:start] + change.replacement + text[end:]
