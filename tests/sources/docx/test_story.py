"""What a reader sees of a Word document, in the order in which it is read."""

from __future__ import annotations

import pytest

from speechlint.sources.docx import Draft
from tests.sources.docx.making import docx, paragraph, run


def text(body: str, **parts: str) -> str:
    return Draft(docx(body, **parts)).document.text


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("inner", "seen"),
    [
        (run("今年") + run("开工", "<w:b/>"), "今年开工"),
        (f"<w:ins>{run('新写的')}</w:ins>", "新写的"),
        (f"<w:del>{run('删去的')}</w:del>{run('留下的')}", "留下的"),
        ("<w:del><w:r><w:delText>删去的</w:delText></w:r></w:del>", ""),
        (f"<w:moveFrom>{run('移走的')}</w:moveFrom><w:moveTo>{run('移来的')}</w:moveTo>", "移来的"),
        (f'<w:hyperlink r:id="rId9">{run("链接")}</w:hyperlink>', "链接"),
        (f"<w:sdt><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "控件"),
        (f"<w:smartTag>{run('标记')}</w:smartTag>", "标记"),
        ("<w:r><w:t>前</w:t><w:br/><w:t>后</w:t></w:r>", "前\n后"),
        ('<w:r><w:t>前</w:t><w:br w:type="page"/><w:t>后</w:t></w:r>', "前后"),
        ("<w:r><w:t>前</w:t><w:tab/><w:t>后</w:t></w:r>", "前\t后"),
        ("<w:r><w:t>前</w:t><w:noBreakHyphen/><w:t>后</w:t></w:r>", "前-后"),
        ("<w:r><w:t>前</w:t><w:softHyphen/><w:t>后</w:t></w:r>", "前后"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "□"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B1"/></w:r>', "±"),
        ('<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>', "※"),
        ('<w:r><w:sym w:font="仿宋" w:char="2605"/></w:r>', "★"),
        ('<w:r><w:sym w:font="仿宋" w:char="坏"/></w:r>', "※"),
        (run("看不见", "<w:vanish/>"), ""),
        (run("看得见", '<w:vanish w:val="0"/>'), "看得见"),
        (field(" PAGE ", run("3")), ""),
        (f"{run('第')}{field(' NUMPAGES ', run('9'))}{run('页')}", "第页"),
        (field(" REF _Ref1 ", run("附件")), "附件"),
        (f'<w:fldSimple w:instr="PAGE">{run("3")}</w:fldSimple>', ""),
        (f'<w:fldSimple w:instr="AUTHOR">{run("张三")}</w:fldSimple>', "张三"),
        ("<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>", "x+y"),
        (
            ("<w:r><w:ruby><w:rt><w:r><w:t>pǔ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>普</w:t></w:r>"
            "</w:rubyBase></w:ruby></w:r>"),
            "普",
        ),
    ],
)  # fmt: skip
def test_inside_a_paragraph(inner: str, seen: str) -> None:
    assert text(f"<w:p>{inner}</w:p>") == seen


def test_hidden_by_a_style() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="p"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    hidden = paragraph("藏", properties='<w:pStyle w:val="p"/>')
    body = paragraph("露", run("藏", '<w:rStyle w:val="h"/>')) + hidden
    assert text(body, styles=styles) == "露\n"


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    assert text(paragraph("上半句", properties=deleted) + paragraph("下半句。")) == "上半句下半句。"
    assert text(paragraph("末段", properties=deleted)) == "末段"


def test_a_table_cell_by_cell_and_a_deleted_row_not() -> None:
    def row(*cells: str, properties: str = "") -> str:
        inner = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
        return f"<w:tr>{properties}{inner}</w:tr>"

    nested = f"<w:tbl>{row(paragraph('里'))}</w:tbl>"
    gone = row(paragraph("删"), properties="<w:trPr><w:del/></w:trPr>")
    table = (
        f"<w:tbl>{row(paragraph('甲'), nested + paragraph())}{gone}{row(paragraph('乙'))}</w:tbl>"
    )
    blocks = Draft(docx(paragraph("前") + table + paragraph("后"))).blocks
    assert [(b.story, b.text) for b in blocks] == [
        ("body", "前"), ("table", "甲"), ("table", "里"), ("table", ""), ("table", "乙"),
        ("body", "后"),
    ]  # fmt: skip


def test_a_table_of_contents_is_no_prose() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{paragraph('一、目录……1')}</w:sdtContent></w:sdt>"
    )
    begin, rest = field(" TOC ", "\0").split("\0")
    by_field = paragraph(begin, "一、甲……1") + paragraph("二、乙……2") + paragraph(rest, "正文")
    assert text(control + paragraph("正文")) == "正文"
    assert text(by_field) == "\n\n正文"


def test_a_text_box_once_and_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('框里')}</w:txbxContent>"
    drawn = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>'
        f"<w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert text(paragraph("框外", drawn) + paragraph("下一段")) == "框外\n框里\n下一段"
    old = f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    assert text(paragraph("框外", old)) == "框外\n框里"


@pytest.mark.parametrize(
    "page", ["— 3 —", "- 3 -", "－３－", "第3页", "第 3 页 共 12 页", "3/12", "3"]
)
def test_a_page_number_typed_into_a_footer_is_not_read(page: str) -> None:
    body = paragraph("正文")
    assert text(body, footer=paragraph(page)) == "正文"
    assert text(body, footer=paragraph(page) + paragraph("第3页的附件")) == "正文\n第3页的附件"
    assert text(paragraph(page)) == page


def test_notes_headers_and_footers_come_last() -> None:
    line = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    note = f'<w:footnote w:id="1">{paragraph("注")}</w:footnote>'
    parts = {"header": paragraph("眉"), "footer": paragraph("脚"), "footnotes": line + note}
    end = {"endnotes": f'<w:endnote w:id="1">{paragraph("尾")}</w:endnote>'}
    blocks = Draft(docx(paragraph("正文"), **parts, **end)).blocks
    assert [(b.story, b.text) for b in blocks] == [
        ("body", "正文"), ("footnotes", "注"), ("endnotes", "尾"), ("header", "眉"), ("footer", "脚"),
    ]  # fmt: skip


def test_a_position_counts_paragraphs_and_their_characters() -> None:
    draft = Draft(
        docx(paragraph("<w:r><w:t>前</w:t><w:br/><w:t>后</w:t></w:r>") + paragraph("第二段"))
    )
    index = draft.document.lines_index
    assert draft.document.text == "前\n后\n第二段"
    assert index.position(2) == (0, 2)
    assert index.position(5) == (1, 1)
    assert len(index) == 2


def test_an_empty_document() -> None:
    assert text("") == ""
    assert text(paragraph()) == ""
