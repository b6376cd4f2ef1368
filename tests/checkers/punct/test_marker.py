from speechlint.checkers.punct.marker import Marker
from speechlint.document import Document
from speechlint.rule import Finding

CHECKER = Marker(
    forms={"^[（(][一二三](?:[)）])(?P<mark>[、：])": "", "^第[一二三](?P<mark>、)": "，"}
)


def found(text: str) -> list[Finding]:
    return [f for speech in Document(text).speeches for f in CHECKER.check_speech(speech)]


def test_one_finding_a_form() -> None:
    text = "（一）、提高认识。\n（二）：落实责任。\n第一、要早。\n第二，要快。\n"
    first, second = found(text)
    assert [text[f.span.start : f.span.end] for f in (first, second)] == ["、", "、"]
    assert first.values == {"match": "（一）、", "replacement": "（一）", "count": "2"}
    assert [text[r.span.start : r.span.end] for r in first.related] == ["："]
    assert second.values == {"match": "第一、", "replacement": "第一，", "count": "1"}


def test_the_fix_mends_all_places() -> None:
    text = "（一）、提高认识。\n（二）：落实责任。\n"
    (finding,) = found(text)
    assert finding.fix is not None
    for edit in reversed(finding.fix.edits):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    assert text == "（一）提高认识。\n（二）落实责任。\n"


def test_right_markers() -> None:
    assert found("（一）提高认识。\n第一，要早。\n要抓第一、第二产业。\n") == []
