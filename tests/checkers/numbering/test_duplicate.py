from speechlint.checkers.numbering import duplicate
from speechlint.rule import Finding
from speechlint.sources import document
from speechlint.text import Span


def check(text: str) -> list[Finding]:
    (speech,) = document(text).speeches
    return list(duplicate.check_speech(speech))


def test_it_says_what_should_stand_there_and_where_the_other_is() -> None:
    (finding,) = check("一、产业\n二、民生\n二、生态\n")
    assert finding.span == Span(10, 12)
    assert finding.values == {"found": "二、", "advice": "，应为“三、”"}
    assert [(r.span, r.message) for r in finding.related] == [(Span(5, 7), "同一序号")]


def test_an_item_that_does_not_belong_there_has_no_number() -> None:
    (finding,) = check("（1）看；（2）问；（1）听；（3）记。")
    assert finding.values["advice"] == "，不在这里的次序中"
    assert finding.fix is None


def test_full_width_figures_stay_so() -> None:
    (finding,) = check("１．看。\n２．问。\n２．听。\n")
    assert finding.fix
    assert [e.replacement for e in finding.fix.edits] == ["３"]


def test_signs_stay_signs() -> None:
    (finding,) = check("⑴看；⑵问；⑵听；⑶记。")
    assert finding.fix
    assert [e.replacement for e in finding.fix.edits] == ["⑶", "⑷"]


def test_circled_numbers_end_at_twenty() -> None:
    row = "".join(f"{chr(ord('①') + n)}看；" for n in range(20))
    (finding,) = check(f"要{row}⑳问。")
    assert finding.fix is None
