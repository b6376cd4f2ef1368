import pytest

from speechlint.checkers.numbering import count
from speechlint.rule import Finding
from speechlint.sources import document


def check(text: str) -> list[Finding]:
    (speech,) = document(text).speeches
    return list(count.check_speech(speech))


def test_it_shows_every_item() -> None:
    text = "要抓三项工作：一是快，二是稳。"
    (finding,) = check(text)
    assert finding.values == {"words": "三项工作", "found": "2", "side": "下面"}
    shown = [(text[r.span.start : r.span.end], r.message) for r in finding.related]
    assert shown == [("一是", "第 1 项"), ("二是", "第 2 项")]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("要抓三项工作：一是快，二是稳。", "两"),
        ("要抓3项工作：一是快，二是稳。", "2"),
        ("要抓两项工作：一是快，二是稳，三是实。", "三"),
    ],
)
def test_the_fix_keeps_the_figures(text: str, new: str) -> None:
    (finding,) = check(text)
    assert finding.fix
    assert [e.replacement for e in finding.fix.edits] == [new]
    assert finding.fix.title == f"改为“{new}项工作”"


def test_a_list_that_is_wrong_itself_proves_no_count() -> None:
    (finding,) = check("要抓五项工作：一是快，三是稳。")
    assert finding.fix is None


def test_a_lost_item_is_the_business_of_another_rule() -> None:
    assert check("要抓三项工作：一是快，三是稳。") == []
