"""Holes are reported where they are, and their fixes close them."""

from speechlint.checkers.scrape.hole import Hole
from speechlint.diagnostic import Applicability
from speechlint.document import Document
from speechlint.text import Span

TORN = "今年形势很好。要把项目建设摆在更加突\n出的位\u200b置来抓。会后要力求\n3、实效。"


def test_each_kind_sees_its_own() -> None:
    document = Document(TORN)
    spans = {
        kind: [finding.span for finding in Hole(kind=kind).check_document(document)]
        for kind in ("wrap", "marker", "garbled", "site")
    }

    assert spans == {
        "wrap": [Span(18, 19)],
        "marker": [Span(32, 35)],
        "garbled": [Span(22, 23)],
        "site": [],
    }


def test_around_takes_the_characters_on_each_side() -> None:
    (finding,) = Hole(kind="wrap", around=True).check_document(Document(TORN))

    assert TORN[finding.span.start : finding.span.end] == "突\n出"


def test_a_break_in_what_may_be_a_heading_is_no_safe_fix() -> None:
    text = "同志们：\n去年我们干得不错。\n坚持扩大\n对外开放，提升开放水平。"
    (finding,) = Hole(kind="wrap").check_document(Document(text))

    assert finding.fix is not None
    assert finding.fix.applicability is Applicability.UNSAFE


def test_the_characters_are_named() -> None:
    (finding,) = Hole(kind="garbled").check_document(Document("齐心\u200b\ufeff协力。"))

    assert finding.values["codes"] == "U+200B、U+FEFF"
