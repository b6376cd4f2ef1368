import pytest

from speechlint.checkers.numbering import order
from speechlint.rule import Finding
from speechlint.sources import document


def check(text: str) -> list[Finding]:
    (speech,) = document(text).speeches
    return list(order.check_speech(speech))


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("一是看，三是问，二是听。", "“三是”与“二是”前后颠倒"),
        ("一是看，二是问，八是听，四是记。", "这里应为“三是”，却是“八是”"),
        ("一是看，三是问，四是听，二是记，五是想。", "“二是”排错了位置"),
    ],
)
def test_it_says_how_the_order_is_wrong(text: str, detail: str) -> None:
    (finding,) = check(text)
    assert finding.values == {"detail": detail}


def test_two_that_changed_places_are_renumbered_in_place() -> None:
    (finding,) = check("一是看，三是问，二是听。")
    assert finding.fix
    assert [e.replacement for e in finding.fix.edits] == ["二", "三"]


def test_a_moved_item_is_not_renumbered() -> None:
    (finding,) = check("一是看，三是问，四是听，二是记，五是想。")
    assert finding.fix is None
    assert len(finding.related) == 1
