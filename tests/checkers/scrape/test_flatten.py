"""A speech in one line."""

from speechlint.checkers.scrape import flatten
from speechlint.document import Document
from speechlint.text import Span

PARTS = [
    "在全县春耕生产会议上的讲话",
    "同志们：",
    "一年之计在于春。今天我们召开会议，主要任务是总结去年的工作，安排今年的任务。",
    "一、认清形势，增强紧迫感",
    "去年全县粮食总产实现增长，但是基础设施薄弱、抗灾能力不强的问题仍然突出，要保持清醒。",
    "二、突出重点，抓好当前工作",
    "要抓好农资供应，抓好田间管理，抓好水利设施的检修，确保春播面积落实到位，不误农时。",
]


def test_the_first_paragraph_and_the_seam_are_marked() -> None:
    (finding,) = flatten.check_document(Document(" ".join(PARTS)))

    assert finding.span == Span(0, len(PARTS[0]) + 2)
    assert finding.values == {"count": "7"}


def test_the_fix_parts_them_again() -> None:
    text = "\u3000\u3000".join(PARTS)
    (finding,) = flatten.check_document(Document(text))
    assert finding.fix is not None
    for edit in reversed(finding.fix.edits):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]

    assert text == "\n".join(PARTS)


def test_a_speech_in_its_lines_is_not() -> None:
    assert list(flatten.check_document(Document("\n".join(PARTS)))) == []


def test_site_text_between_parts_is_left_to_its_own_rule() -> None:
    text = f"{PARTS[0]} 来源：好稿网 点击：12 {PARTS[1]} {PARTS[2]} {PARTS[3]} {PARTS[4]}"
    (finding,) = flatten.check_document(Document(text))
    assert finding.fix is not None

    assert all("来源" not in text[e.span.start : e.span.end] for e in finding.fix.edits)
